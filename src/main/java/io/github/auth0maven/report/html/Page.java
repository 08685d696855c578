package io.github.auth0maven.report.html;

import io.github.auth0maven.codes.CodePage;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.ReportHead;
import io.github.auth0maven.report.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the page shows.
 *
 * @param looks its style and its script: both are in it, for it has no resource outside
 * @param failures the first of them
 * @param more how many there are beyond those
 */
public record Page(
        Looks looks,
        ReportHead head,
        List<Group> errors,
        List<Group> warnings,
        List<Failure> failures,
        long more,
        Timeline timeline) {

    /**
     * How the page looks and what it does.
     *
     * @param policy allows that and nothing else
     */
    public record Looks(String style, String script, String policy) {}

    /** What has the same code. */
    public record Group(String code, long count, Optional<CodePage> page) {}

    /** The colour of the verdict. */
    public String tone() {
        return switch (head.status()) {
            case SUCCEEDED -> "good";
            case FAILED -> "bad";
            case SKIPPED -> "odd";
        };
    }

    /** The colour of a number. */
    public static String tone(ReportHead.Count count) {
        return count.users() == 0 ? "soft" : count.tone().name().toLowerCase(Locale.ROOT);
    }

    /** A number with its thousands set apart. */
    public static String grouped(long number) {
        return Verdict.grouped(number);
    }

    /** The place of a failure. */
    public static String place(Failure failure) {
        return failure.position().map(Object::toString).orElse("");
    }
}
