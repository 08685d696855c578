package io.github.auth0maven.validation;

import static java.util.Objects.requireNonNull;

import io.github.auth0maven.users.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The violations of the user at hand, told in the order of the file once all are found. */
final class Findings {

    /** Stands for the user as a whole where a token is asked for. */
    static final int USER = -1;

    private final RaisedWarnings raised;
    private final List<Violation> found = new ArrayList<>();
    private @Nullable User user;
    private boolean hasError;
    private int unlisted;

    Findings(RaisedWarnings raised) {
        this.raised = raised;
    }

    void begin(User user) {
        this.user = user;
        found.clear();
        hasError = false;
        unlisted = 0;
    }

    void add(Rule rule, int token, @Nullable String attribute, String message) {
        User at = requireNonNull(user);
        Severity severity = raised.severityOf(rule);
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
        if (unlisted > 0) {
            sink.found(new Violation(
                    requireNonNull(user).position(),
                    null,
                    Rule.MORE_VIOLATIONS.code,
                    "more is wrong with this user than the " + Tuning.LISTED_VIOLATIONS
                            + " problems listed; mend these first",
                    raised.severityOf(Rule.MORE_VIOLATIONS)));
        }
        return !hasError && !(unlisted > 0 && raised.severityOf(Rule.MORE_VIOLATIONS) == Severity.ERROR);
    }
}
