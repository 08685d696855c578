package io.github.auth0maven.mojo.console;

import static io.github.auth0maven.report.Verdict.grouped;
import static io.github.auth0maven.report.Verdict.plural;

import io.github.auth0maven.deletions.DeletionListener;
import io.github.auth0maven.deletions.DeletionReport;
import io.github.auth0maven.deletions.DeletionReportFile;
import io.github.auth0maven.deletions.Outcome;
import io.github.auth0maven.management.CallListener;
import io.github.auth0maven.report.Redaction;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Tells Maven's log how a deletion goes, and the report who it was about. */
public final class DeletionLog implements DeletionListener, CallListener {

    private static final int MOST_USERS = 20;
    private static final Duration RARELY = Duration.ofSeconds(10);

    private final Log log;
    private final DeletionReportFile report;
    private final Manner manner;
    private final Clock clock = Clock.systemUTC();
    private Instant told = clock.instant();
    private long users;
    private long settled;
    private long named;

    /**
     * How things are put.
     *
     * @param rehearses whether nobody is deleted
     */
    public record Manner(boolean rehearses, Redaction redaction) {

        private String prefix() {
            return rehearses ? "[dry run] " : "";
        }
    }

    public DeletionLog(Log log, DeletionReportFile report, Manner manner) {
        this.log = log;
        this.report = report;
        this.manner = manner;
    }

    @Override
    public void begins(long all, boolean resumed) {
        users = all;
        if (resumed) {
            log.info(manner.prefix() + "Going on with a deletion that has begun before");
        }
    }

    @Override
    public void settled(Told user) throws IOException {
        report.add(user);
        settled++;
        boolean isOfInterest = manner.rehearses() ? user.outcome() == Outcome.DELETED : isKept(user.outcome());
        if (isOfInterest && named++ < MOST_USERS) {
            log.info(manner.prefix() + user.position() + " "
                    + manner.redaction().text(user.label())
                    + user.id().map(id -> " (" + id + ")").orElse("") + ": "
                    + (manner.rehearses() ? "would be " : "") + user.outcome().words());
        }
        Instant now = clock.instant();
        if (now.isAfter(told.plus(RARELY))) {
            told = now;
            log.info(manner.prefix() + grouped(settled) + " of " + plural(users, "user") + " gone through");
        }
    }

    private static boolean isKept(Outcome outcome) {
        return outcome != Outcome.DELETED && outcome != Outcome.GONE;
    }

    @Override
    public void noted(String remark) {
        log.warn(manner.prefix() + remark);
    }

    /** Those of whom no line told. */
    public void verdict(DeletionReport made) {
        if (named > MOST_USERS) {
            log.info(manner.prefix() + "… and " + plural(named - MOST_USERS, "more user") + " in the report");
        }
        log.info(manner.prefix() + summary(made));
    }

    private static String summary(DeletionReport made) {
        List<String> parts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (made.count(outcome) > 0) {
                parts.add(grouped(made.count(outcome)) + " "
                        + (made.dryRun() && outcome == Outcome.DELETED ? "would be " : "")
                        + outcome.words());
            }
        }
        return parts.isEmpty()
                ? "The import that " + made.imported() + " tells of has created nobody: there is nobody to delete"
                : "Users of the import that " + made.imported() + " tells of: " + String.join(", ", parts);
    }

    @Override
    public void called(String method, String path, String result, Duration took) {
        log.debug(method + " " + path + ": " + result + " (" + took.toMillis() + " ms)");
    }

    @Override
    public void warned(String line) {
        log.warn(manner.prefix() + line);
    }
}
