package io.github.auth0maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ImportReport.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    private static String summary(Users users, int jobs, Duration took) {
        Instant start = Instant.parse("2026-11-23T10:00:00Z");
        JobRecord job = new JobRecord(1, "job_1", "completed", 1, 1, start, Optional.empty());
        return Verdict.summary(new ImportReport(
                Status.SUCCEEDED,
                new Target(false, "d", "c", "f"),
                start,
                start.plus(took),
                users,
                Collections.nCopies(jobs, job),
                java.util.List.of(),
                Optional.empty()));
    }

    @Test
    void oneIsSingular() {
        assertThat(summary(new Users(1, 1, 0, 0, 0, 0), 1, Duration.ofMillis(1230)))
                .isEqualTo("1 user: 1 inserted, 0 failed; 1 job, 1.2 s");
    }

    @Test
    void noneIsPlural() {
        assertThat(summary(Users.NONE, 0, Duration.ZERO)).isEqualTo("0 users: 0 inserted, 0 failed; 0 jobs, 0.0 s");
    }

    @Test
    void whatThereIsNoneOfIsNotTold() {
        assertThat(summary(new Users(10_000_000, 9_999_000, 900, 60, 40, 0), 10_000, Duration.ofMinutes(70)))
                .isEqualTo("10,000,000 users: 9,999,000 inserted, 900 updated, 60 failed, 40 invalid and not sent;"
                        + " 10,000 jobs, 1 h 10 min");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "49, 0.0 s",
        "50, 0.1 s",
        "300, 0.3 s",
        "9949, 9.9 s",
        "59949, 59.9 s",
        "59950, 1 min 0 s",
        "59999, 1 min 0 s",
        "60000, 1 min 0 s",
        "61000, 1 min 1 s",
        "125400, 2 min 5 s",
        "3599000, 59 min 59 s",
        "3600000, 1 h 0 min",
        "4200000, 1 h 10 min",
        "90061000, 25 h 1 min"
    })
    void aDurationIsShownAsPeopleSayIt(long millis, String shown) {
        assertThat(Verdict.shown(Duration.ofMillis(millis))).isEqualTo(shown);
    }

    @Test
    void numbersAreTheSameInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Verdict.plural(1_234_567, "user")).isEqualTo("1,234,567 users");
            assertThat(Verdict.shown(Duration.ofMillis(1500))).isEqualTo("1.5 s");
        } finally {
            Locale.setDefault(before);
        }
    }
}
