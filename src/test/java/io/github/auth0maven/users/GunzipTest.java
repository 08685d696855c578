package io.github.auth0maven.users;

import static io.github.auth0maven.users.Gathered.failure;
import static io.github.auth0maven.users.Gathered.file;
import static io.github.auth0maven.users.Gathered.gzip;
import static io.github.auth0maven.users.Gathered.joined;
import static io.github.auth0maven.users.Gathered.users;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GunzipTest {

    private static final String DAMAGED = "a.gz: the gzip file is damaged; make it or fetch it again";
    private static final String CUT_OFF = "a.gz: the gzip file ends in the middle; it seems to be cut off";

    @TempDir
    Path directory;

    @Test
    void aGzippedFileIsReadWhateverItsName() throws IOException {
        assertThat(Gathered.from(file(directory, "a.json", gzip("[{\"a\":1}]"))))
                .containsExactly("a.json:[1,2] {\"a\":1}");
        assertThat(Gathered.from(file(directory, "b", gzip("{\"a\":1}\n{\"b\":2}"))))
                .containsExactly("b:[1,1] {\"a\":1}", "b:[2,1] {\"b\":2}");
    }

    @Test
    void allMembersAreRead() throws IOException {
        byte[] content = joined(gzip("{\"a\":1}\n{\"b\""), gzip(""), gzip(":2}\n"), gzip("{\"c\":3}"));
        assertThat(users(file(directory, "a.gz", content))).containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
        assertThat(users(file(directory, "a.gz", joined(content, new byte[700_000]))))
                .hasSize(3);
    }

    @Test
    void optionalPartsOfTheHeaderPass() throws IOException {
        byte[] plain = gzip("{\"a\":1}");
        byte[] header = Arrays.copyOf(plain, 10);
        header[3] = 2 | 4 | 8 | 16;
        byte[] optional = joined(new byte[] {3, 0, 9, 9, 9}, "name\0comment\0".getBytes(UTF_8), new byte[] {7, 7});
        byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
        assertThat(users(file(directory, "a.gz", joined(header, optional, rest))))
                .containsExactly("{\"a\":1}");
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = joined(gzip("{\"a\":1}\n{\"b\":2}\n"), gzip("{\"c\":3}\n"));
        int secondMember = gzip("{\"a\":1}\n{\"b\":2}\n").length;
        for (int size = 2; size < whole.length; size++) {
            if (size != secondMember) {
                failure(file(directory, "a.gz", Arrays.copyOf(whole, size)))
                        .as("size %d", size)
                        .hasMessage(CUT_OFF);
            }
        }
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        byte[] whole = gzip("{\"email\":\"jane@example.com\"}\n");
        for (int i = 10; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x55;
            assertThat(failureOf(damaged)).as("byte %d", i).isIn(DAMAGED, CUT_OFF);
        }
        byte[] otherMethod = whole.clone();
        otherMethod[2] = 7;
        failure(file(directory, "a.gz", otherMethod)).hasMessage(DAMAGED);
        failure(file(directory, "a.gz", joined(whole, new byte[3], whole))).hasMessage(DAMAGED);
    }

    @Test
    void whateverElseFollowsAMemberIsNotPassedOver() throws IOException {
        String message = "a.gz: the gzip file goes on with something that is not gzip: was it put together of"
                + " several files?";
        failure(file(directory, "a.gz", joined(gzip("{\"a\":1}\n"), "{\"b\":2}".getBytes(UTF_8))))
                .hasMessage(message);
        failure(file(directory, "a.gz", joined(gzip("{\"a\":1}\n"), new byte[] {0x1F, 1})))
                .hasMessage(message);
    }

    @Test
    void aBombIsRefusedByItsRatio() throws IOException {
        UsersFile bomb = file(directory, "a.gz", spaces(40L << 20));
        failure(bomb)
                .hasMessage("a.gz: the gzip file unpacks to more than 200 times its size; if that is meant, raise"
                        + " maxGzipRatio (auth0.maxGzipRatio)");
        failure(within(bomb, new GzipLimits(5000, Long.MAX_VALUE)))
                .hasMessageStartingWith("a.gz:[1,41943041] the file is empty");
    }

    @Test
    void aBombIsRefusedByItsSize() throws IOException {
        UsersFile file = file(directory, "a.gz", gzip(" ".repeat(1000) + "[]"));
        failure(within(file, new GzipLimits(1, 1001)))
                .hasMessage("a.gz: the gzip file unpacks to more than 1001 bytes; if that is meant, raise"
                        + " maxUnpackedSize (auth0.maxUnpackedSize)");
        assertThat(Gathered.from(within(file, new GzipLimits(1, 1002)))).isEmpty();
    }

    @Test
    void limitsThatNothingCouldKeepAreRefused() {
        assertThat(List.of(0, -1)).allSatisfy(none -> {
            assertThatIllegalArgumentException().isThrownBy(() -> new GzipLimits(none, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> new GzipLimits(1, none));
        });
    }

    @Test
    void theFingerprintIsThatOfTheFileItself() throws IOException {
        UsersFile file = file(directory, "a.gz", gzip("{\"a\":1}\n{\"b\":2}\n"));
        Fingerprint fingerprint;
        try (UserReader reader = file.open()) {
            while (reader.next()) {
                // to the end
            }
            fingerprint = reader.fingerprint();
        }
        assertThat(fingerprint.length()).isEqualTo(Files.size(file.path()));
        try (UserReader reader = file.openUnchanged(fingerprint)) {
            assertThat(reader.next()).isTrue();
        }
        Files.write(file.path(), gzip("{\"a\":1}\n{\"b\":3}\n"));
        try (UserReader reader = file.openUnchanged(fingerprint)) {
            assertThat(reader.user().json().writtenSize()).isZero();
            assertThat(reader.exportChanges().isNone()).isTrue();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(UsersFileChangedException.class)
                    .hasMessageStartingWith("a.gz changed while it was being imported");
        }
    }

    @Test
    void aLargeFileIsReadInConstantMemory() throws IOException {
        Path path = directory.resolve("large.ndjson.gz");
        Random random = new Random(7);
        long written = 0;
        int users = 0;
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path), 1 << 16) {
            {
                def.setLevel(1);
            }
        }) {
            ByteArrayOutputStream chunk = new ByteArrayOutputStream();
            while (written < 100_000_000) {
                chunk.reset();
                for (int i = 0; i < 1000; i++) {
                    chunk.writeBytes(("{\"email\":\"user" + users++ + "@example.com\",\"user_metadata\":{\"note\":\""
                                    + Long.toString(random.nextLong(), 36) + "-".repeat(150) + "\"}}\n")
                            .getBytes(UTF_8));
                }
                chunk.writeTo(out);
                written += chunk.size();
            }
        }
        long read = 0;
        try (UserReader reader = new UsersFile(path, "large").open()) {
            while (reader.next()) {
                read++;
            }
            assertThat(reader.user().position().line()).isEqualTo(users);
        }
        assertThat(read).isEqualTo(users);
    }

    private String failureOf(byte[] content) throws IOException {
        try {
            Gathered.from(file(directory, "a.gz", content));
            return "none";
        } catch (UsersFileException e) {
            return e.getMessage();
        }
    }

    private static byte[] spaces(long count) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (long written = 0; written < count; written += spaces.length) {
                out.write(spaces);
            }
        }
        return packed.toByteArray();
    }

    private static UserSource within(UsersFile file, GzipLimits limits) {
        return new UsersFiles(
                List.of(file), new ReadingOptions(UsersFormat.AUTO, ExportMode.AUTO, Optional.empty(), limits));
    }
}
