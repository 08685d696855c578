package io.github.auth0maven.report;

import io.github.auth0maven.jobs.JobListener.Wait;
import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time in which something was waited for, with or without jobs that ran beside.
 *
 * @param detail what the service said, where it began
 * @param waited how much of that time; the rest was in between
 */
public record WaitRecord(Wait reason, String detail, Instant from, Instant to, Duration waited) {

    /** A wait that begins and lasts this long. */
    static WaitRecord of(Wait reason, String detail, Instant from, Duration length) {
        return new WaitRecord(reason, detail, from, from.plus(length), length);
    }

    /** The same, over by then. */
    WaitRecord cut(Instant at) {
        Instant end = at.isBefore(from) ? from : at;
        return end.isBefore(to)
                ? new WaitRecord(reason, detail, from, end, waited.minus(Duration.between(end, to)))
                : this;
    }

    /** This, and one that follows. */
    WaitRecord and(WaitRecord next) {
        WaitRecord before = cut(next.from);
        return new WaitRecord(reason, detail, from, next.to, before.waited.plus(next.waited));
    }

    /** Whether one that begins then goes on with this one. */
    boolean goesOn(Instant at, Duration apart) {
        return !at.isAfter(to.plus(apart));
    }

    /** What was waited for, in words that follow "waited". */
    public String goal() {
        return goal(reason);
    }

    /** The same, of a reason. */
    public static String goal(Wait reason) {
        return switch (reason) {
            case SLOTS -> "for an import slot";
            case RATE_LIMIT -> "because of the rate limit";
            case SERVICE -> "for Auth0 to answer";
        };
    }
}
