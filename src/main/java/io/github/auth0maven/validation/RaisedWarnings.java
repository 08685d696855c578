package io.github.auth0maven.validation;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The warnings that count as errors: a user with one of them is invalid.
 *
 * @param codes of {@link #ALL_CODES}
 */
public record RaisedWarnings(Set<String> codes) {

    /** The codes of all warnings that there are. */
    public static final Set<String> ALL_CODES = codesOfWarnings();

    /** Warnings are warnings. */
    public static final RaisedWarnings NONE = new RaisedWarnings(Set.of());

    /** No warning is let pass. */
    public static final RaisedWarnings ALL = new RaisedWarnings(ALL_CODES);

    public RaisedWarnings {
        codes = Set.copyOf(codes);
        if (!ALL_CODES.containsAll(codes)) {
            throw new IllegalArgumentException("not all of these are codes of warnings: " + new TreeSet<>(codes));
        }
    }

    private static Set<String> codesOfWarnings() {
        Set<String> codes = new HashSet<>();
        for (Rule rule : Rule.values()) {
            if (rule.severity == Severity.WARNING) {
                codes.add(rule.code);
            }
        }
        return Set.copyOf(codes);
    }

    Severity severityOf(Rule rule) {
        return codes.contains(rule.code) ? Severity.ERROR : rule.severity;
    }
}
