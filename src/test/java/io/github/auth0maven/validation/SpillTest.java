package io.github.auth0maven.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records come back in the order they were added, from memory and from disk, and nothing is left behind. */
final class SpillTest {

    private static final int RECORDS = 10_000;

    @TempDir
    Path directory;

    @Test
    void recordsStayInMemoryWhileThereIsRoom() throws IOException {
        try (Spill spill = new Spill(directory, 3, 1 << 20)) {
            fill(spill);

            assertThat(read(spill, 3)).isEqualTo(expected());
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void theRestIsKeptOnDiskWhereNobodyElseFindsIt() throws IOException {
        try (Spill spill = new Spill(directory.resolve("new"), 3, 4 * Tuning.BLOCK)) {
            fill(spill);

            assertThat(read(spill, 3)).isEqualTo(expected());
            assertThat(read(spill, 3)).isEqualTo(expected());
            assertThat(spill.records(3)).isEqualTo(RECORDS);
            assertThat(read(spill, 4)).hasSize(10);
            assertThat(read(spill, 5)).isEmpty();
            // On Unix the file has lost its name already, so that not even a killed build leaves it behind.
            for (Path file : files()) {
                assertThat(Files.getFileStore(file).supportsFileAttributeView("posix"))
                        .isFalse();
            }
        }
        assertThat(files()).isEmpty();
    }

    private static void fill(Spill spill) throws IOException {
        for (int i = 0; i < RECORDS; i++) {
            add(spill, 3, i);
            if (i < 10) {
                add(spill, 4, i);
            }
        }
    }

    private static void add(Spill spill, int partition, int number) throws IOException {
        int[] record = spill.add(partition);
        int at = spill.at(partition);
        record[at] = number;
        Spill.put(record, at + 1, -number);
    }

    private static List<String> read(Spill spill, int partition) throws IOException {
        List<String> records = new ArrayList<>();
        spill.read(partition, (numbers, at) -> records.add(numbers[at] + " " + Spill.get(numbers, at + 1)));
        return records;
    }

    private static List<String> expected() {
        return Stream.iterate(0, i -> i < RECORDS, i -> i + 1)
                .map(i -> i + " " + -i)
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
