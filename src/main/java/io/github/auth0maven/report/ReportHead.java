package io.github.auth0maven.report;

import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.report.ImportReport.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a report says before it comes to single users, whatever it is a report of.
 *
 * @param summary the verdict in one line
 * @param counts users by what became of them
 * @param facts what it was done with, by name
 * @param remarks what a reader should know besides
 * @param problem what ended it before its end, if something did
 */
public record ReportHead(
        ReportFiles.Kind kind,
        Status status,
        String title,
        String usersFile,
        String summary,
        List<Count> counts,
        Map<String, String> facts,
        Span span,
        List<JobRecord> jobs,
        List<String> remarks,
        Optional<String> problem) {

    /** How users that are counted have fared. */
    public enum Tone {
        PLAIN,
        GOOD,
        BAD,
        ODD
    }

    /** So many users, and what became of them. */
    public record Count(String what, long users, Tone tone) {}

    /** From when to when. */
    public record Span(Instant start, Instant end) {
        public Duration length() {
            return Duration.between(start, end);
        }
    }

    static ReportHead of(ImportReport report, UnaryOperator<String> redaction) {
        ImportReport.Users users = report.users();
        ImportReport.Target target = report.target();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Users file", target.usersFile());
        facts.put("Tenant", target.domain() + (target.dryRun() ? " (dry run: a local tenant)" : ""));
        facts.put("Connection", target.connection());
        return new ReportHead(
                ReportFiles.Kind.IMPORT,
                report.status(),
                (target.dryRun() ? "Dry run: import of " : "Import of ") + target.usersFile() + " into "
                        + target.connection(),
                target.usersFile(),
                Verdict.summary(report),
                List.of(
                        new Count("users", users.total(), Tone.PLAIN),
                        new Count("inserted", users.inserted(), Tone.GOOD),
                        new Count("updated", users.updated(), Tone.GOOD),
                        new Count("failed", users.failed(), Tone.BAD),
                        new Count("invalid, not sent", users.invalid(), Tone.BAD),
                        new Count("not sent", users.unsent(), Tone.ODD),
                        new Count("still under way", users.pending(), Tone.ODD)),
                facts,
                new Span(report.startedAt(), report.finishedAt()),
                report.jobs(),
                report.remarks().stream().map(redaction).toList(),
                report.problem().map(redaction));
    }

    static ReportHead of(ValidationReport report, UnaryOperator<String> redaction) {
        ValidationReport.Users users = report.users();
        return new ReportHead(
                ReportFiles.Kind.VALIDATION,
                report.status(),
                "Validation of " + report.usersFile(),
                report.usersFile(),
                Verdict.plural(users.total(), "user") + ": " + Verdict.grouped(users.valid()) + " valid, "
                        + Verdict.grouped(users.invalid()) + " invalid",
                List.of(
                        new Count("users", users.total(), Tone.PLAIN),
                        new Count("valid", users.valid(), Tone.GOOD),
                        new Count("invalid", users.invalid(), Tone.BAD)),
                Map.of("Users file", report.usersFile()),
                new Span(report.startedAt(), report.finishedAt()),
                List.of(),
                report.remarks().stream().map(redaction).toList(),
                report.problem().map(redaction));
    }

    /** The verdict, in a word. */
    public String verdict() {
        String name = status.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
