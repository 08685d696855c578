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
        return Verdict.summary(report(users, jobs, took));
    }

    private static ImportReport report(Users users, int jobs, Duration took) {
        Instant start = Instant.parse("2026-11-23T10:00:00Z");
        JobRecord job = new JobRecord(1, "job_1", "completed", 1, 1, start, Optional.empty());
        return new ImportReport(
                Status.SUCCEEDED,
                new Target(false, "d", "c", "f"),
                start,
                start.plus(took),
                users,
                Collections.nCopies(jobs, job),
                java.util.List.of(),
                Optional.empty());
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

    @Test
    void usersThatWereNotSentAreToldWhetherTheyWereInvalidOrNot() {
        assertThat(summary(new Users(10, 7, 0, 0, 0, 3), 1, Duration.ZERO))
                .isEqualTo("10 users: 7 inserted, 0 failed, 3 not sent; 1 job, 0.0 s");
        assertThat(summary(new Users(10, 7, 0, 0, 1, 2), 1, Duration.ZERO))
                .isEqualTo(
                        "10 users: 7 inserted, 0 failed, 1 invalid and not sent, 2 valid and not sent either; 1 job, 0.0 s");
    }

    /** Users in the file, failed and invalid ones, and jobs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1|0|1|1 of 1 user was not imported",
                "2,000|1|0|2|1 of 2,000 users was not imported",
                "2,000|2|1|2|3 of 2,000 users were not imported",
                "1|0|1|0|1 of 1 user is invalid: nothing has been sent. Mend the users file",
                "9|0|2|0|2 of 9 users are invalid: nothing has been sent. Mend the users file, or set auth0.invalidUsers to skip to send the others",
                "9|0|0|0|0 of 9 users were not imported"
            })
    void aFailureIsToldInOneLine(String total, long failed, long invalid, int jobs, String line) {
        Users users = new Users(Long.parseLong(total.replace(",", "")), 0, 0, failed, invalid, 0);

        assertThat(Verdict.failure(report(users, jobs, Duration.ZERO))).isEqualTo(line);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0",
                "999; 999",
                "1000; 1,000",
                "999999; 999,999",
                "1000000; 1,000,000",
                "-1; -1",
                "-999; -999",
                "-1000; -1,000",
                "-123456; -123,456",
                "9223372036854775807; 9,223,372,036,854,775,807"
            })
    void theThousandsOfANumberAreSetApart(long number, String grouped) {
        assertThat(Verdict.grouped(number)).isEqualTo(grouped);
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
