package io.github.auth0maven.mojo.console;

import static io.github.auth0maven.report.Verdict.grouped;
import static io.github.auth0maven.report.Verdict.plural;

import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Tells Maven's log what is wrong with users before they are sent: the first ones, and how many more there are. */
final class ViolationLog {

    private static final int MOST_VIOLATIONS = 20;
    /** Of each kind: what is odd about one user is often odd about all of them. */
    private static final int MOST_WARNINGS = 3;

    private final Log log;
    private final Annotations annotations;
    private long errors;
    private final Map<String, Long> warnings = new LinkedHashMap<>();
    private boolean judged;

    ViolationLog(Log log, Annotations annotations) {
        this.log = log;
        this.annotations = annotations;
    }

    void found(Violation violation) {
        boolean isError = violation.severity() == Severity.ERROR;
        boolean told =
                isError ? errors++ < MOST_VIOLATIONS : warnings.merge(violation.code(), 1L, Long::sum) <= MOST_WARNINGS;
        if (told && isError) {
            log.error(violation.toString());
        } else if (told) {
            log.warn(violation.toString());
        }
        annotations.add(violation, told);
    }

    /** All users have been looked at; they may be again, once more is known of the connection. */
    void judged(Judgement judgement) {
        if (errors > MOST_VIOLATIONS) {
            log.error("… and " + plural(errors - MOST_VIOLATIONS, "more violation"));
        }
        String untold = warnings.entrySet().stream()
                .filter(warning -> warning.getValue() > MOST_WARNINGS)
                .map(warning -> grouped(warning.getValue() - MOST_WARNINGS) + " × " + warning.getKey())
                .collect(Collectors.joining(", "));
        if (!untold.isEmpty()) {
            log.warn("… and more of these warnings: " + untold);
        }
        if (!judged) {
            judgement.changes().forEach(log::info);
        }
        judged = true;
        // what a second look finds is told beside what the first one did
        errors = Math.min(errors, MOST_VIOLATIONS);
        warnings.replaceAll((code, found) -> Math.min(found, MOST_WARNINGS));
    }
}
