package io.github.auth0maven.validation;

import static java.util.Objects.requireNonNull;

import io.github.auth0maven.users.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The violations of the user at hand, told in the order of the file once all are found. */
final class Findings {

    /** Stands for the user as a whole where a token is asked for. */
    static final int USER = -1;

    private final WarningPolicy warnings;
    private final Predicate<Rule> held;
    private final List<Violation> found = new ArrayList<>();
    private @Nullable User user;
    private boolean hasError;
    private int unlisted;
    private long leftOut;

    /**
     * @param held which rules the users are held against
     */
    Findings(WarningPolicy warnings, Predicate<Rule> held) {
        this.warnings = warnings;
        this.held = held;
    }

    void begin(User user) {
        this.user = user;
        found.clear();
        hasError = false;
        unlisted = 0;
    }

    /** How often a rule was broken that the users are not held against. */
    long leftOut() {
        return leftOut;
    }

    void add(Rule rule, int token, @Nullable String attribute, String message) {
        if (!held.test(rule)) {
            leftOut++;
            return;
        }
        if (warnings.ignores(rule)) {
            return;
        }
        User at = requireNonNull(user);
        Severity severity = warnings.severityOf(rule);
        hasError |= severity == Severity.ERROR;
        if (found.size() == Tuning.LISTED_VIOLATIONS) {
            unlisted++;
            return;
        }
        found.add(new Violation(
                token == USER ? at.position() : at.positionOf(token), attribute, rule.code, message, severity));
    }

    /**
     * Tells what was found.
     *
     * @return whether there was no error
     */
    boolean end(Violations sink) {
        if (found.isEmpty()) {
            return true;
        }
        found.sort(Comparator.<Violation>comparingLong(
                        violation -> violation.position().line())
                .thenComparingLong(violation -> violation.position().column()));
        found.forEach(sink::found);
        if (unlisted > 0 && !warnings.ignores(Rule.MORE_VIOLATIONS)) {
            sink.found(more());
        }
        return !hasError && !(unlisted > 0 && warnings.severityOf(Rule.MORE_VIOLATIONS) == Severity.ERROR);
    }

    private Violation more() {
        String message = "more is wrong with this user than the " + Tuning.LISTED_VIOLATIONS + " problems listed";
        Severity severity = warnings.severityOf(Rule.MORE_VIOLATIONS);
        return new Violation(
                requireNonNull(user).position(),
                null,
                Rule.MORE_VIOLATIONS.code,
                message + "; mend these first",
                severity);
    }
}
