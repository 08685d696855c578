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
 * @param inputs a row for each users file
 * @param sent what is sent of all of them
 * @param settings what it was done with, by name, under titles
 * @param shapes users by how their hashes are made, where that was looked at
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
        List<Input> inputs,
        Inputs sent,
        Map<String, Map<String, String>> settings,
        Span span,
        List<JobRecord> jobs,
        List<WaitRecord> waits,
        List<PasswordReport.Shape> shapes,
        List<String> remarks,
        Optional<String> problem) {

    /** How users that are counted have fared. */
    public enum Tone {
        PLAIN,
        GOOD,
        BAD,
        ODD
    }

    /** So many users, or samples of their passwords, and what became of them. */
    public record Count(String what, long users, Tone tone) {}

    /** From when to when. */
    public record Span(Instant start, Instant end) {
        public Duration length() {
            return Duration.between(start, end);
        }
    }

    /**
     * What was read of a users file.
     *
     * @param bytes that are sent of its valid users
     */
    public record Input(String file, long users, long valid, long duplicates, long warnings, long bytes) {}

    static ReportHead of(ImportReport report, Course course, UnaryOperator<String> redaction) {
        ImportReport.Target target = report.target();
        Map<String, String> where = new LinkedHashMap<>();
        where.put("Domain", target.domain() + (target.dryRun() ? " (dry run: a local tenant)" : ""));
        where.put("Connection", target.connection());
        return new ReportHead(
                ReportFiles.Kind.IMPORT,
                report.status(),
                (target.dryRun() ? "Dry run: import of " : "Import of ") + target.usersFile() + " into "
                        + target.connection(),
                target.usersFile(),
                Verdict.summary(report),
                counts(report.users()),
                inputs(course),
                course.inputs(),
                settings(where, course, redaction),
                new Span(report.startedAt(), report.finishedAt()),
                report.jobs(),
                course.waits(report.finishedAt()),
                List.of(),
                report.remarks().stream().map(redaction).toList(),
                report.problem().map(redaction));
    }

    private static List<Count> counts(ImportReport.Users users) {
        return List.of(
                new Count("users", users.total(), Tone.PLAIN),
                new Count("inserted", users.inserted(), Tone.GOOD),
                new Count("updated", users.updated(), Tone.GOOD),
                new Count("failed", users.failed(), Tone.BAD),
                new Count("invalid, not sent", users.invalid(), Tone.BAD),
                new Count("not sent", users.unsent(), Tone.ODD),
                new Count("still under way", users.pending(), Tone.ODD));
    }

    static ReportHead of(ValidationReport report, Course course, UnaryOperator<String> redaction) {
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
                inputs(course),
                course.inputs(),
                settings(Map.of(), course, redaction),
                new Span(report.startedAt(), report.finishedAt()),
                List.of(),
                List.of(),
                List.of(),
                report.remarks().stream().map(redaction).toList(),
                report.problem().map(redaction));
    }

    static ReportHead of(PasswordReport report, Course course, UnaryOperator<String> redaction) {
        PasswordReport.Samples samples = report.samples();
        return new ReportHead(
                ReportFiles.Kind.PASSWORDS,
                report.status(),
                "Known passwords of " + report.usersFile(),
                report.usersFile(),
                samples.toString(),
                List.of(
                        new Count("samples", samples.total(), Tone.PLAIN),
                        new Count("match", samples.matched(), Tone.GOOD),
                        new Count("do not match", samples.notMatched(), Tone.BAD),
                        new Count("of nobody in the file", samples.unused(), Tone.BAD)),
                List.of(),
                Inputs.NONE,
                settings(Map.of(), course, redaction),
                new Span(report.startedAt(), report.finishedAt()),
                List.of(),
                List.of(),
                report.shapes(),
                course.hashes().isNone() ? List.of() : List.of(course.hashes().toString()),
                report.problem().map(redaction));
    }

    private static List<Input> inputs(Course course) {
        return course.inputs().files().stream()
                .map(read -> new Input(
                        read.file(),
                        read.users(),
                        read.valid(),
                        course.duplicates(read.file()),
                        course.warnings(read.file()),
                        read.bytes()))
                .toList();
    }

    private static Map<String, Map<String, String>> settings(
            Map<String, String> where, Course course, UnaryOperator<String> redaction) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        if (!where.isEmpty()) {
            all.put("Tenant", where);
        }
        course.settings().forEach((title, facts) -> {
            Map<String, String> redacted = new LinkedHashMap<>();
            facts.forEach((name, value) -> redacted.put(name, redaction.apply(value)));
            all.put(title, redacted);
        });
        return all;
    }

    /** The verdict, in a word. */
    public String verdict() {
        String name = status.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
