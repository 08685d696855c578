package io.github.auth0maven.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A tenant's rate limit, as far as its answers tell: a token bucket that is full at its reset. Half of the calls are left alone,
 * for the tenant's end users and for other builds, of whose calls no answer tells in time: when fewer are left, the next call waits
 * until that many are back. Where an empty bucket has been called upon too early once, its reset is waited for from then on.
 */
public final class RateLimit {

    private static final long LARGEST_BUCKET = 10_000;

    /** A bucket is back within a few seconds: so many builds can call a tenant once within as many, and none is refused. */
    private static final Duration ROUND = Duration.ofSeconds(25);

    private final Clock clock;
    private Instant restUntil = Instant.MIN;
    private Instant heardAt = Instant.MIN;
    private long size;
    private long remaining;
    private Duration untilReset = Duration.ZERO;
    private Duration betweenCalls = Duration.ZERO;
    private boolean wasRefused;

    public RateLimit(Clock clock) {
        this.clock = clock;
    }

    /**
     * An answer tells of the bucket.
     *
     * @param limit how many calls it holds, if that is known
     * @param remaining how many calls are left
     * @param untilReset until it is full again
     */
    public void heard(OptionalLong limit, long remaining, Duration untilReset) {
        long size = limit.orElse(0);
        boolean known = size >= 1 && size <= LARGEST_BUCKET;
        if (known) {
            betweenCalls = ROUND.dividedBy(size);
        }
        heardAt = clock.instant();
        this.size = known ? size : 0;
        this.remaining = remaining;
        this.untilReset = untilReset;
        restUntil = heardAt.plus(known ? refill(size, remaining, untilReset) : whole(remaining, untilReset));
    }

    private static Duration whole(long remaining, Duration untilReset) {
        return remaining > 0 ? Duration.ZERO : untilReset;
    }

    /** How long it takes until half of the calls are back, at least one. */
    private Duration refill(long size, long remaining, Duration untilReset) {
        return wasRefused && remaining == 0 ? untilReset : until((size + 1) / 2, size, remaining, untilReset);
    }

    private static Duration until(long calls, long size, long remaining, Duration untilReset) {
        return remaining >= calls
                ? Duration.ZERO
                : untilReset.multipliedBy(calls - remaining).dividedBy(size - remaining);
    }

    /** A call was one too many. */
    public void refused() {
        wasRefused = true;
    }

    /** How long the next call is to wait. */
    public Duration rest() {
        Instant now = clock.instant();
        return restUntil.isAfter(now) ? Duration.between(now, restUntil) : Duration.ZERO;
    }

    /**
     * How long the next of many calls is to wait, so that at any time others find their share of the calls.
     *
     * @param share how much of the bucket these calls may take, above 0 and up to 1
     */
    public Duration rest(double share) {
        if (size == 0) {
            return rest();
        }
        long others = Math.min(size - 1, (long) Math.ceil(size * (1 - share)));
        Instant until = heardAt.plus(until(others + 1, size, remaining, untilReset));
        Instant now = clock.instant();
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** How long to leave between two calls where nobody knows how many others call; zero as long as no limit is known. */
    public Duration betweenCalls() {
        return betweenCalls;
    }
}
