package io.github.auth0maven.report;

import io.github.auth0maven.jobs.JobListener.Wait;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ImportReport.Users;
import io.github.auth0maven.report.Inputs.Input;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report with whatever could do harm in a page, in XML or in Markdown. */
public final class SomeReport {

    /** What a users file or the service may have put into a message. */
    public static final String HOSTILE =
            "</script><script>alert(1)</script>\"'&<b>|`*]]>\u0001 \ud83d\ude00 {{x}} ${x}";

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private SomeReport() {}

    /** Its contents, in this directory. */
    public static ReportContents in(Path directory, long failures) throws IOException {
        try (ReportDirectory reports = ReportDirectory.at(directory)) {
            for (long i = 0; i < failures; i++) {
                reports.add(failure(i));
            }
            reports.addWarning(new Violation(
                    new Position("src/users.json", 7, 8, 3),
                    "email",
                    "NO_PASSWORD_HASH",
                    "odd " + HOSTILE,
                    Severity.WARNING));
            tell(reports.course());
            ImportReport report = report(failures);
            reports.finish(report);
            return reports.contents().orElseThrow();
        }
    }

    /** The same of a validation. */
    public static ReportContents ofValidation(Path directory) throws IOException {
        ReportFiles files = ReportFiles.in(directory, ReportFiles.Kind.VALIDATION);
        try (ReportDirectory reports = ReportDirectory.at(files, Redaction.none())) {
            reports.add(failure(1));
            tell(reports.course());
            reports.finish(new ValidationReport(
                    Status.FAILED,
                    "src/my users.json",
                    START,
                    START.plusMillis(1_500),
                    new ValidationReport.Users(40_009, 40_008, 40, 19_904_542),
                    List.of(),
                    Optional.empty()));
            return reports.contents().orElseThrow();
        }
    }

    private static void tell(Course course) {
        course.settings("Options", Map.of("upsert", "true", "externalId", HOSTILE));
        course.settings("Versions", Map.of("Maven", "3.9.16"));
        course.inputs(new Inputs(
                List.of(
                        new Input("src/my users.json", 39_000, 38_991, 19_400_000),
                        new Input("src/" + HOSTILE, 1_009, 1_009, 504_500)),
                40,
                19_904_542,
                0.953));
        course.found(new Violation(
                new Position("src/my users.json", 7, 8, 3), "email", "DUPLICATED_USER", "twice", Severity.ERROR));
        course.waiting(Wait.SLOTS, HOSTILE, START.plusSeconds(40), Duration.ofSeconds(25));
        course.submitted(START.plusSeconds(60));
        course.waiting(Wait.RATE_LIMIT, "X-RateLimit-Reset", START.plusSeconds(200), Duration.ofSeconds(12));
    }

    private static Failure failure(long i) {
        if (i == 0) {
            return new Failure(Optional.empty(), Optional.empty(), "NEVER_SEEN", HOSTILE);
        }
        return new Failure(
                Optional.of(new Position("src/my users.json", i, i + 1, 17)),
                Optional.of("email"),
                i % 3 == 0 ? "DUPLICATED_USER" : "INVALID_FORMAT",
                "\"ada" + i + "@@example.com\" is not an e-mail address: it has two at signs; remove one of them");
    }

    private static ImportReport report(long failures) {
        List<JobRecord> jobs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant from = START.plusSeconds(20L * (i / 2) + (i % 2) * 3L);
            jobs.add(new JobRecord(
                    i + 1,
                    "job_" + i,
                    i == 5 ? "failed" : "completed",
                    1_000,
                    500_000,
                    from,
                    Optional.of(from.plusSeconds(15 + i % 4))));
        }
        return new ImportReport(
                failures == 0 ? Status.SUCCEEDED : Status.FAILED,
                new Target(false, "example.eu.auth0.com", "Username-Password-Authentication", "src/my users.json"),
                START,
                START.plusSeconds(430),
                new Users(40_000 + failures, 39_000, 1_000, failures, 0, 0),
                jobs,
                List.of("a remark " + HOSTILE),
                Optional.empty());
    }
}
