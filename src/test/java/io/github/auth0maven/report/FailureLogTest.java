package io.github.auth0maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.users.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureLogTest {

    @TempDir
    private Path temp;

    private static Failure failure(int index, String code) {
        Position place = new Position("a \"index\":7, file", index, index + 1, 1);
        return new Failure(Optional.of(place), Optional.empty(), code, "é\n".repeat(index % 50));
    }

    @Test
    void theFailuresOfAUserAreFoundInEachRun() throws IOException {
        try (FailureLog log = new FailureLog(temp.resolve("failures.jsonl"))) {
            String first = log.add(failure(1, "A"));
            String second = log.add(failure(1, "B"));
            String third = log.add(failure(4, "A"));
            log.add(new Failure(Optional.empty(), Optional.empty(), "NOBODY", "nobody's"));
            String late = log.add(failure(1, "C"));
            log.add(failure(2, "C"));

            assertThat(log.of(0)).isEmpty();
            assertThat(log.of(1)).containsExactly(first, second, late);
            assertThat(log.of(4)).containsExactly(third);
            assertThat(log.of(9)).isEmpty();
            assertThat(log.counts()).isEqualTo(Map.of("A", 2L, "B", 1L, "C", 2L, "NOBODY", 1L));
        }
    }

    @Test
    void runsOfAnyNumberAndLengthAreRead() throws IOException {
        Random chance = new Random(7);
        Map<Long, List<String>> expected = new HashMap<>();
        try (FailureLog log = new FailureLog(temp.resolve("failures.jsonl"))) {
            for (int run = 0; run < 60; run++) {
                int index = chance.nextInt(100);
                for (int i = chance.nextInt(40); i > 0; i--) {
                    index += chance.nextInt(9);
                    expected.computeIfAbsent((long) index, unused -> new ArrayList<>())
                            .add(log.add(failure(index, "CODE_" + run)));
                }
            }
            for (long index = 0; index < 600; index++) {
                assertThat(log.of(index)).containsExactlyInAnyOrderElementsOf(expected.getOrDefault(index, List.of()));
            }
        }
        assertThat(expected).hasSizeGreaterThan(100);
    }
}
