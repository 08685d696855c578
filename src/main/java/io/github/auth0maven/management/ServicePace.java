package io.github.auth0maven.management;

import io.github.auth0maven.pace.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What a tenant's answers have told of time: its clock, and how many calls it takes. */
final class ServicePace {

    private final Clock clock;
    private final RateLimit limit;
    private Duration ahead = Duration.ZERO;
    private boolean answered;

    ServicePace(Clock clock) {
        this.clock = clock;
        limit = new RateLimit(clock);
    }

    Clock clock() {
        return clock;
    }

    /** Takes what an answer says. */
    void heed(ResponseTimes times) {
        ahead = Duration.between(clock.instant(), times.serverTime());
        answered = true;
        times.remaining().ifPresent(left -> limit.heard(times.limit(), left, times.untilReset()));
    }

    /** A call was one too many. */
    void refused() {
        limit.refused();
    }

    /** How long the tenant's rate limit, by its last answer, wants the next call to wait. */
    Duration rest() {
        return limit.rest();
    }

    /** How long the next of many calls is to wait that leave others their share. */
    Duration rest(double share) {
        return limit.rest(share);
    }

    /** How long to leave between two calls where others call as well, by the tenant's rate limit. */
    Duration betweenCalls() {
        return limit.betweenCalls();
    }

    /** Whether the service has answered anything, so that its clock is known. */
    boolean isAnswered() {
        return answered;
    }

    /** What the service's clock says now, as far as its last answer told. */
    Instant serviceTime() {
        return clock.instant().plus(ahead);
    }
}
