package io.github.auth0maven.mojo;

import io.github.auth0maven.passwords.HashShape;
import io.github.auth0maven.passwords.PasswordResult;
import io.github.auth0maven.passwords.PasswordResult.Count;
import io.github.auth0maven.passwords.PasswordResult.Finding;
import io.github.auth0maven.passwords.PasswordResult.SampleCounts;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.PasswordReport;
import io.github.auth0maven.report.PasswordReport.Shape;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what a check of passwords means, and records it in a report.
 *
 * @param requiresSamples whether it is a failure if no sample proves some hashes
 */
record PasswordVerdict(String usersFile, boolean requiresSamples) {

    private static final String MISMATCH = "PASSWORD_MISMATCH";
    private static final String UNUSED = "SAMPLE_UNUSED";
    private static final String MISSING = "SAMPLE_MISSING";

    /** From when to when. */
    record Span(Instant start, Instant end) {}

    boolean isGood(PasswordResult result) {
        return result.isProven() && (!requiresSamples || result.unproven().isEmpty());
    }

    /** What fails the build. */
    static String failure(PasswordResult result) {
        SampleCounts samples = result.samples();
        if (samples.notMatched() > 0) {
            return Verdict.plural(samples.notMatched(), "sample") + " of " + samples.total()
                    + (samples.notMatched() == 1 ? " does" : " do")
                    + " not match: these users could not log in after an import";
        }
        int unused = samples.unused().size();
        return unused == 0
                ? "There are users of whose hashes no sample proves one (auth0.requireSamples)"
                : Verdict.plural(unused, "sample") + (unused == 1 ? " names" : " name") + " nobody in the users file";
    }

    /** What is told of hashes that no sample proves. */
    static String unproven(Map.Entry<HashShape, Count> shape) {
        long users = shape.getValue().users();
        return "No sample proves the " + (users == 1 ? "user" : Verdict.plural(users, "user")) + " with "
                + shape.getKey();
    }

    /** What is told of a sample of nobody. */
    static String unused(int number) {
        return "Sample " + number + " names nobody in the users file";
    }

    /** Writes the report of what was found. */
    void record(PasswordResult result, ReportDirectory directory, Span span) throws IOException {
        for (Finding finding : result.findings()) {
            directory.add(failure(finding));
        }
        for (int number : result.samples().unused()) {
            directory.add(new Failure(Optional.of(wholeFile()), Optional.empty(), UNUSED, unused(number)));
        }
        for (Map.Entry<HashShape, Count> shape : result.unproven()) {
            Position first = shape.getValue().first();
            if (requiresSamples) {
                directory.add(new Failure(Optional.of(first), Optional.empty(), MISSING, unproven(shape)));
            } else {
                directory.addWarning(new Violation(first, null, MISSING, unproven(shape), Severity.WARNING));
            }
        }
        directory.course().hashes(result.hashChanges());
        directory.finish(report(result, span));
    }

    /** What a hash is told that its sample does not open. */
    static Failure failure(Finding finding) {
        return new Failure(
                Optional.of(finding.position()), Optional.of(finding.attribute()), MISMATCH, finding.message());
    }

    private PasswordReport report(PasswordResult result, Span span) {
        SampleCounts samples = result.samples();
        List<Shape> shapes = result.shapes().entrySet().stream()
                .map(each -> shape(each.getKey(), each.getValue()))
                .toList();
        return new PasswordReport(
                isGood(result) ? Status.SUCCEEDED : Status.FAILED,
                usersFile,
                span.start(),
                span.end(),
                new PasswordReport.Samples(
                        samples.total(),
                        samples.matched(),
                        samples.notMatched(),
                        samples.unused().size()),
                shapes,
                result.matches(),
                Optional.empty());
    }

    /** A shape as it is told. */
    static Shape shape(HashShape shape, Count count) {
        return new Shape(shape.text(), count.users(), count.samples(), count.matched());
    }

    /** Writes the report of users that cannot be read. */
    void recordUnreadable(String problem, ReportDirectory directory, Span span) throws IOException {
        directory.finish(new PasswordReport(
                Status.FAILED,
                usersFile,
                span.start(),
                span.end(),
                PasswordReport.Samples.NONE,
                List.of(),
                List.of(),
                Optional.of(problem)));
    }

    private Position wholeFile() {
        return new Position(usersFile, 0, 0, 0);
    }
}
