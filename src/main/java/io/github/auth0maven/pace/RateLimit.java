package io.github.auth0maven.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A tenant's rate limit, as far as its answers tell: a token bucket that is full at its reset. A bucket that has been emptied is left
 * alone until a quarter of the calls are back; the rest is for the tenant's end users. Where that has been too early once, the reset
 * is waited for from then on.
 */
public final class RateLimit {

    private static final long LARGEST_BUCKET = 10_000;

    private final Clock clock;
    private Instant restUntil = Instant.MIN;
    private boolean wasRefused;

    public RateLimit(Clock clock) {
        this.clock = clock;
    }

    /** There are calls left. */
    public void left() {
        restUntil = Instant.MIN;
    }

    /**
     * No call is left.
     *
     * @param limit how many calls the bucket holds, if that is known
     * @param untilReset until it is full again
     */
    public void usedUp(OptionalLong limit, Duration untilReset) {
        restUntil = clock.instant().plus(refill(limit.orElse(1), untilReset));
    }

    /** A call was one too many. */
    public void refused() {
        wasRefused = true;
    }

    /** How long it takes until a quarter of the calls are back, at least one. */
    private Duration refill(long limit, Duration untilReset) {
        if (wasRefused || limit < 1 || limit > LARGEST_BUCKET) {
            return untilReset;
        }
        return untilReset.multipliedBy((limit + 3) / 4).dividedBy(limit);
    }

    /** How long the next call is to wait. */
    public Duration rest() {
        Instant now = clock.instant();
        return restUntil.isAfter(now) ? Duration.between(now, restUntil) : Duration.ZERO;
    }
}
