package io.github.auth0maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.report.SummaryTable.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees of the users files before an import. */
class SummaryTableTest {

    private final SummaryTable table = new SummaryTable();

    @Test
    void severalFilesAreSummedUp() {
        table.add("a.json", new Counts(1200, 1199, 3, 411_200));
        table.add("städte/b.csv", new Counts(0, 0, 0, 0));
        table.addAll("all 2", new Counts(1200, 1199, 3, 412_400), 1, 0.807);

        assertThat(table.lines())
                .containsExactly(
                        "users file    users  valid  invalid  warnings  jobs    bytes    fill",
                        "a.json        1,200  1,199        1         3        411,200",
                        "städte/b.csv      0      0        0         0              0",
                        "all 2         1,200  1,199        1         3     1  412,400  80.7 %");
    }

    @Test
    void whereThereIsNothingToSendNothingIsFilled() {
        table.addAll("a.json", new Counts(1, 0, 0, 0), 0, 0);

        assertThat(table.lines().get(1)).isEqualTo("a.json          1      0        1         0     0      0");
    }

    /** With one job alone half of the pace, and never less than the two seconds that any job takes. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, less than a minute",
        "12, 1, less than a minute",
        "333, 1, less than a minute",
        "340, 1, about 6 s to 60 s",
        "1000, 1, about 18 s to 3 min",
        "1000, 2, about 9 s to 2 min",
        "950, 2, about 8 s to 85 s",
        "100, 100, about 2 min",
        "100000, 100, about 15 min to 3 h",
        "10000000, 10000, about 25 h to 250 h"
    })
    void theEstimateIsARange(long users, long jobs, String words) {
        assertThat(Pace.estimate(users, jobs)).isEqualTo(words);
    }
}
