package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final ManyUsers USERS = ManyUsers.of(2 * Blocks.SIZE + 1000, 1);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {5, 100, Blocks.SIZE - 1, Blocks.SIZE, Blocks.SIZE + 1, 2 * Blocks.SIZE, 3 * Blocks.SIZE + 7})
    void theSameFilePassesAgain(int size) throws IOException {
        ManyUsers users = ManyUsers.of(size, size);
        Fingerprint first = fingerprint(users.document());

        assertThat(secondPass(users.document(), first)).isEqualTo(users.compact());
        assertThat(first.length()).isEqualTo(size);
        assertThat(first.digest())
                .matches("[0-9a-f]{16}")
                .isEqualTo(fingerprint(users.document()).digest());
    }

    @Test
    void aChangedByteIsNoticedBeforeAUserOfItsBlockIsHandedOn() throws IOException {
        byte[] document = USERS.document();
        Fingerprint first = fingerprint(document);
        Set<Integer> places = new HashSet<>(List.of(0, 1, document.length - 1));
        for (int boundary = Blocks.SIZE; boundary < document.length; boundary += Blocks.SIZE) {
            places.addAll(List.of(boundary - 1, boundary, boundary + 1));
        }
        IntStream.iterate(17, place -> place < document.length, place -> place + 9973)
                .forEach(places::add);

        for (int place : places) {
            byte[] changed = document.clone();
            changed[place] ^= 0x01;

            noticed(changed, first);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, Blocks.SIZE - 1, Blocks.SIZE, Blocks.SIZE + 1, 2 * Blocks.SIZE})
    void anAddedOrRemovedByteIsNoticedBeforeAUserOfItsBlockIsHandedOn(int place) throws IOException {
        byte[] document = USERS.document();
        Fingerprint first = fingerprint(document);
        byte[] before = Arrays.copyOf(document, place);
        byte[] after = Arrays.copyOfRange(document, place, document.length);

        noticed(Readings.joined(before, new byte[] {' '}, after), first);
        noticed(Readings.joined(before, Arrays.copyOfRange(after, 1, after.length)), first);
    }

    /** The second pass fails, and no user that reaches into the first block that is another has been handed on. */
    private static void noticed(byte[] changed, Fingerprint first) throws IOException {
        int place = Arrays.mismatch(changed, USERS.document());
        List<String> handedOn = new ArrayList<>();
        try (UserReader users = reader(changed, first)) {
            assertThatExceptionOfType(UsersFileChangedException.class)
                    .as("byte %d", place)
                    .isThrownBy(() -> {
                        while (users.next()) {
                            handedOn.add(Readings.compact(users.user()));
                        }
                    })
                    .withMessageStartingWith("users.json changed while it was being imported")
                    .withMessageNotContaining("\n");
        }
        int block = place / Blocks.SIZE * Blocks.SIZE;
        long whole = USERS.ends().stream().filter(end -> end <= block).count();
        assertThat(handedOn.size()).as("users handed on").isBetween(Math.max(0, (int) whole - 1), (int) whole);
        assertThat(handedOn).isEqualTo(USERS.compact().subList(0, handedOn.size()));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, Blocks.SIZE - 1, Blocks.SIZE, Blocks.SIZE + 1, 2 * Blocks.SIZE})
    void aFileThatGrowsOrShrinksAtItsEndIsNoticed(int size) throws IOException {
        byte[] shorter = "[{\"a\":1}]".getBytes(UTF_8);
        byte[] document = Readings.joined(shorter, Readings.spaces(size - shorter.length));
        Fingerprint first = fingerprint(document);

        for (int bytes : new int[] {1, Blocks.SIZE, 2 * Blocks.SIZE}) {
            byte[] grown = Readings.joined(document, Readings.spaces(bytes));
            assertThatExceptionOfType(UsersFileChangedException.class).isThrownBy(() -> secondPass(grown, first));
        }
        for (int left : new int[] {size - 1, size - Blocks.SIZE}) {
            if (left >= shorter.length) {
                byte[] shrunk = Arrays.copyOf(document, left);
                assertThatExceptionOfType(UsersFileChangedException.class).isThrownBy(() -> secondPass(shrunk, first));
            }
        }
        assertThatExceptionOfType(UsersFileChangedException.class).isThrownBy(() -> secondPass(new byte[0], first));
    }

    @Test
    void aFileCutOffAtTheEndOfABlockHasChangedRatherThanBeenCutOff() throws IOException {
        Fingerprint first = fingerprint(USERS.document());
        byte[] cut = Arrays.copyOf(USERS.document(), Blocks.SIZE);

        assertThatExceptionOfType(UsersFileChangedException.class).isThrownBy(() -> secondPass(cut, first));
    }

    @Test
    void aFileOnDiskIsComparedWithItself() throws IOException {
        Path path = directory.resolve("users.json");
        Files.write(path, USERS.document());
        UsersFile file = new UsersFile(path, "users.json");
        Fingerprint first;
        try (UserReader users = file.open()) {
            readAll(users);
            first = users.fingerprint();
        }

        assertThatNoException().isThrownBy(() -> {
            try (UserReader users = file.openUnchanged(first)) {
                assertThat(readAll(users)).isEqualTo(USERS.compact());
                assertThat(users.fingerprint().digest()).isEqualTo(first.digest());
            }
        });

        byte[] changed = USERS.document();
        changed[changed.length - 2] ^= 0x01;
        Files.write(path, changed);
        try (UserReader users = file.openUnchanged(first)) {
            assertThatExceptionOfType(UsersFileChangedException.class).isThrownBy(() -> readAll(users));
        }
    }

    @Test
    void twoFilesHaveTwoDigests() throws IOException {
        byte[] a = new byte[Blocks.SIZE];
        byte[] b = new byte[Blocks.SIZE];
        Arrays.fill(a, (byte) ' ');
        Arrays.fill(b, (byte) '\n');
        byte[] list = "[]".getBytes(UTF_8);
        List<byte[]> files = List.of(
                list,
                Readings.joined(list, " ".getBytes(UTF_8)),
                Readings.joined(list, "\n".getBytes(UTF_8)),
                Readings.joined(a, list),
                Readings.joined(b, list),
                Readings.joined(a, a, list),
                Readings.joined(a, b, list),
                Readings.joined(b, a, list),
                Readings.joined(a, b, a, list));

        Set<String> digests = new HashSet<>();
        for (byte[] file : files) {
            digests.add(fingerprint(file).digest());
        }
        assertThat(digests).hasSameSizeAs(files);
    }

    @Test
    void aFingerprintRemembersMoreThanAFewBlocks() {
        Fingerprint fingerprint = new Fingerprint();
        IntStream.range(0, 1000).forEach(block -> fingerprint.add(block * 31, 10));

        assertThat(IntStream.range(0, 1000)).allMatch(block -> fingerprint.hasBlock(block, block * 31));
        assertThat(fingerprint.hasBlock(7, 7)).isFalse();
        assertThat(fingerprint.hasBlock(1000, 0)).isFalse();
        assertThat(fingerprint.hasEnd(1000, 10_000)).isTrue();
        assertThat(fingerprint.hasEnd(999, 10_000)).isFalse();
        assertThat(fingerprint.hasEnd(1000, 9_999)).isFalse();
    }

    private static Fingerprint fingerprint(byte[] document) throws IOException {
        try (UserReader users = UserReader.over("users.json", document)) {
            readAll(users);
            return users.fingerprint();
        }
    }

    private static List<String> secondPass(byte[] document, Fingerprint expected) throws IOException {
        try (UserReader users = reader(document, expected)) {
            return readAll(users);
        }
    }

    private static UserReader reader(byte[] document, Fingerprint expected) {
        return new JsonArrayReader(
                "users.json", new Blocks("users.json", new ByteArrayInputStream(document), expected));
    }

    private static List<String> readAll(UserReader users) throws IOException {
        List<String> all = new ArrayList<>();
        while (users.next()) {
            all.add(Readings.compact(users.user()));
        }
        return all;
    }
}
