package io.github.auth0maven.mojo.console;

import io.github.auth0maven.plans.Difference;
import io.github.auth0maven.plans.PlanCounts;
import io.github.auth0maven.plans.PlanSink;
import io.github.auth0maven.plans.PlannedUser;
import io.github.auth0maven.plans.PlannedUser.Action;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.users.EscapedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** What is said of a plan: the first few users, a table, and a line. */
public final class PlanLog implements PlanSink {

    private static final int MOST_USERS = 20;
    private static final int LONGEST_VALUE = 60;
    private static final String NOTHING = "(none)";

    private final Log log;
    private final Redaction redaction;
    private long told;
    private long untold;

    public PlanLog(Log log, Redaction redaction) {
        this.log = log;
        this.redaction = redaction;
    }

    @Override
    public void planned(PlannedUser user) {
        if (user.action() == Action.UNCHANGED || user.action() == Action.TENANT_ONLY) {
            return;
        }
        if (told == MOST_USERS) {
            untold++;
            return;
        }
        told++;
        log.info("  " + sign(user.action()) + " " + shown(user.email())
                + user.place().map(place -> " (" + place + ")").orElse(""));
        if (user.action() != Action.CREATE) {
            user.differences().forEach(this::tell);
        }
    }

    private void tell(Difference difference) {
        String how = switch (difference.means()) {
            case PATCH -> "  # no import changes it; auth0.changes=only does";
            case NOTHING -> "  # nothing changes it";
            default -> "";
        };
        log.info("      " + (difference.to().isEmpty() ? "-" : difference.from().isEmpty() ? "+" : "~") + " "
                + EscapedText.line(difference.attribute()) + ": " + value(difference.from()) + " -> "
                + value(difference.to()) + how);
    }

    private String value(Optional<String> json) {
        if (json.isEmpty()) {
            return NOTHING;
        }
        if (!redaction.isNone()) {
            return "(masked)";
        }
        String value = json.get();
        return value.codePointCount(0, value.length()) <= LONGEST_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }

    private static String sign(Action action) {
        return action == Action.CREATE ? "+" : action == Action.CHANGE ? "~" : "!";
    }

    private String shown(String known) {
        return redaction.text(known, Optional.of(known));
    }

    /** The last lines: a table and what comes of it. */
    public void verdict(PlanCounts counts, List<String> remarks) {
        if (untold > 0) {
            log.info("  … and " + untold + " more, in plan.json");
        }
        table(counts).forEach(log::info);
        remarks.forEach(log::warn);
        log.info(summary(counts));
    }

    /** The plan in one line. */
    public static String summary(PlanCounts counts) {
        return counts.isAnythingToDo()
                ? "Plan: " + counts.create() + " to create, " + counts.change() + " to change, " + counts.unchangeable()
                        + " that an import cannot change."
                : "No changes. The tenant has what the users file says.";
    }

    private static List<String> table(PlanCounts counts) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-28s %12s", "plan", "users"));
        lines.add(row("+ create", counts.create()));
        lines.add(row("~ change", counts.change()));
        lines.add(row("! an import cannot change", counts.unchangeable()));
        lines.add(row("  unchanged", counts.unchanged()));
        lines.add(row("  in the tenant alone", counts.tenantOnly()));
        return lines;
    }

    private static String row(String name, long users) {
        return String.format(Locale.ROOT, "%-28s %,12d", name, users);
    }
}
