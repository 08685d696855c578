package io.github.auth0maven.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** The calls that a tenant takes, and what its answers tell of them: whole calls, and whole seconds. None is to be one too many. */
public final class TokenBucket {

    private final Clock clock;
    private final RateLimit limit;
    private final double callsPerSecond;
    private final double size;
    private double calls;
    private Instant filledAt;
    private long fewest;

    /**
     * @param limit who is told
     */
    public TokenBucket(Clock clock, RateLimit limit, double callsPerSecond, double size) {
        this.clock = clock;
        this.limit = limit;
        this.callsPerSecond = callsPerSecond;
        this.size = size;
        calls = size;
        filledAt = clock.instant();
        fewest = (long) size;
    }

    /** So many calls are made at once. */
    public void take(double taken) {
        Instant now = clock.instant();
        calls = Math.min(
                size, calls + callsPerSecond * Duration.between(filledAt, now).toMillis() / 1000.0);
        filledAt = now;
        if (calls < taken) {
            throw new AssertionError("a call too many at " + now);
        }
        calls -= taken;
        fewest = Math.min(fewest, (long) calls);
        double full = now.toEpochMilli() / 1000.0 + (size - calls) / callsPerSecond;
        Instant reset = Instant.ofEpochSecond((long) Math.ceil(full));
        limit.heard(OptionalLong.of((long) size), (long) calls, Duration.between(now, reset));
    }

    /** How many calls were left when the fewest were. */
    public long fewest() {
        return fewest;
    }
}
