package io.github.auth0maven.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of warnings: those that are raised count as errors, so that a user with one of them is invalid; those that are
 * ignored are neither told nor counted.
 *
 * @param raised of {@link #ALL_CODES}
 * @param ignored of {@link #ALL_CODES}, and none of the raised
 */
public record WarningPolicy(Set<String> raised, Set<String> ignored) {

    /** The codes of all warnings that there are. */
    public static final Set<String> ALL_CODES = codesOfWarnings();

    /** Warnings are warnings. */
    public static final WarningPolicy NONE = new WarningPolicy(Set.of(), Set.of());

    /** No warning is let pass. */
    public static final WarningPolicy RAISE_ALL = new WarningPolicy(ALL_CODES, Set.of());

    public WarningPolicy {
        raised = Set.copyOf(raised);
        ignored = Set.copyOf(ignored);
        check(raised);
        check(ignored);
        if (raised.stream().anyMatch(ignored::contains)) {
            throw new IllegalArgumentException("raised and ignored: " + new TreeSet<>(ignored));
        }
    }

    private static void check(Set<String> codes) {
        if (!ALL_CODES.containsAll(codes)) {
            throw new IllegalArgumentException("not all of these are codes of warnings: " + new TreeSet<>(codes));
        }
    }

    /** With these warnings as errors, and no others. */
    public static WarningPolicy raising(Set<String> codes) {
        return new WarningPolicy(codes, Set.of());
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

    /** The code of a warning that differs least from this word, if it is near enough to be meant. */
    public static Optional<String> closest(String word) {
        return Suggestions.closest(word, List.copyOf(new TreeSet<>(ALL_CODES)));
    }

    boolean ignores(Rule rule) {
        return ignored.contains(rule.code);
    }

    Severity severityOf(Rule rule) {
        return raised.contains(rule.code) ? Severity.ERROR : rule.severity;
    }
}
