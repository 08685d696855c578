package io.github.auth0maven.users;

import static io.github.auth0maven.users.Gathered.failure;
import static io.github.auth0maven.users.Gathered.file;
import static io.github.auth0maven.users.Gathered.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersFilesTest {

    @TempDir
    Path directory;

    private UsersFile a;
    private UsersFile b;
    private UsersFile c;

    @BeforeEach
    void write() throws IOException {
        a = file(directory, "a.json", "[{\"n\":0},\n{\"n\":1}]");
        b = file(directory, "b.json", "[]");
        c = file(directory, "c.gz", gzip("{\"n\":2}\n"));
    }

    @Test
    void usersOfAllFilesAreReadInOrderAndTheirIndexRunsOn() throws IOException {
        UsersFiles files = files(c, b, a);
        assertThat(Gathered.from(files))
                .containsExactly("c.gz:[1,1] {\"n\":2}", "a.json:[1,2] {\"n\":0}", "a.json:[2,1] {\"n\":1}");
        List<Long> indexes = new ArrayList<>();
        try (UserReader reader = files.open()) {
            while (reader.next()) {
                indexes.add(reader.user().index());
                assertThat(reader.user().position().index())
                        .isEqualTo(reader.user().index());
            }
            assertThat(reader.next()).isFalse();
        }
        assertThat(indexes).containsExactly(0L, 1L, 2L);
    }

    @Test
    void aMessageNamesTheFileAtFault() throws IOException {
        UsersFile broken = file(directory, "d.json", "[{\"n\":3},]");
        failure(files(a, broken, c))
                .hasMessageStartingWith("d.json:[1,10] expected a user after the comma")
                .extracting(e -> ((UsersFileException) e).position().index())
                .isEqualTo(3L);
    }

    @Test
    void aFileThatCannotBeOpenedFailsWhenItsTurnComes() throws IOException {
        Files.delete(c.path());
        try (UserReader reader = files(a, c).open()) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.next()).isTrue();
            assertThatThrownBy(reader::next).isInstanceOf(java.nio.file.NoSuchFileException.class);
        }
    }

    @Test
    void theFingerprintIsOneOverAllFiles() throws IOException {
        Fingerprint fingerprint = fingerprint(files(a, b, c));
        assertThat(fingerprint.length()).isEqualTo(Files.size(a.path()) + Files.size(b.path()) + Files.size(c.path()));
        assertThat(fingerprint.digest()).isEqualTo(fingerprint(files(a, b, c)).digest());
        assertThat(fingerprint.digest())
                .isNotEqualTo(fingerprint(files(b, a, c)).digest());
        read(files(a, b, c), fingerprint);
    }

    @Test
    void aChangeOfAnyFileIsNoticed() throws IOException {
        Fingerprint fingerprint = fingerprint(files(a, b, c));
        assertChanged("c.gz", files(a, b, file(directory, "c.gz", gzip("{\"n\":3}\n"))), fingerprint);
        assertChanged("b.json", files(a, file(directory, "b.json", " []"), c), fingerprint);
        assertChanged("b.json", files(a, file(directory, "b.json", ""), c), fingerprint);
        assertChanged("b.json", files(a, b), fingerprint(files(a, file(directory, "b.json", "[]"), c)));
    }

    @Test
    void whatMovesFromOneFileToTheNextIsNoticed() throws IOException {
        String user = "{\"n\":0}\n";
        UsersFile full = file(directory, "d.ndjson", user);
        UsersFile empty = file(directory, "e.ndjson", "");
        Fingerprint fingerprint = fingerprint(files(full, empty));
        file(directory, "d.ndjson", "");
        file(directory, "e.ndjson", user);
        assertChanged("d.ndjson", files(full, empty), fingerprint);
    }

    @Test
    void severalFilesAreNamedShortly() {
        assertThat(files(a).name()).isEqualTo("a.json");
        assertThat(files(a, b, c).name()).isEqualTo("3 users files (a.json, b.json, c.gz)");
        assertThat(files(a, b, c, a).name()).isEqualTo("4 users files (a.json, b.json, c.gz, …)");
        assertThatIllegalArgumentException().isThrownBy(UsersFilesTest::files);
    }

    private static void assertChanged(String name, UserSource source, Fingerprint fingerprint) {
        assertThatThrownBy(() -> read(source, fingerprint))
                .isInstanceOf(UsersFileChangedException.class)
                .hasMessageStartingWith(name + " changed while it was being imported");
    }

    private static void read(UserSource source, Fingerprint fingerprint) throws IOException {
        try (UserReader reader = source.openUnchanged(fingerprint)) {
            while (reader.next()) {
                // to the end
            }
        }
    }

    private static Fingerprint fingerprint(UserSource source) throws IOException {
        try (UserReader reader = source.open()) {
            while (reader.next()) {
                // to the end
            }
            return reader.fingerprint();
        }
    }

    private static UsersFiles files(UsersFile... files) {
        return new UsersFiles(List.of(files), ReadingOptions.DEFAULT);
    }
}
