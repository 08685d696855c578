package io.github.auth0maven.tenant.server;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * The token bucket for the whole Management API.
 *
 * <p>Documented: headers X-RateLimit-Limit, -Remaining and -Reset in unix seconds; 429 "Global limit has been reached",
 * errorCode too_many_requests. That the reset is the moment when the bucket is full again is inferred.
 */
public final class RateBucket {

    private final RateLimit limit;
    private final Clock clock;
    private double calls;
    private Instant filledAt;

    public RateBucket(RateLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.calls = limit.burst();
        this.filledAt = clock.instant();
    }

    /**
     * Takes one call out.
     *
     * @return the headers that every answer bears
     */
    synchronized Map<String, String> take() throws Refusal {
        Instant now = clock.instant();
        double seconds = (now.toEpochMilli() - filledAt.toEpochMilli()) / 1000.0;
        calls = Math.min(limit.burst(), calls + seconds * limit.callsPerSecond());
        filledAt = now;
        if (calls < 1) {
            throw new Refusal(Response.error(429, "Global limit has been reached", "too_many_requests")
                    .with(headers(now)));
        }
        calls -= 1;
        return headers(now);
    }

    private Map<String, String> headers(Instant now) {
        double secondsToFull = (limit.burst() - calls) / limit.callsPerSecond();
        long reset = (long) Math.ceil(now.toEpochMilli() / 1000.0 + secondsToFull);
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(limit.burst()),
                "X-RateLimit-Remaining", Integer.toString((int) calls),
                "X-RateLimit-Reset", Long.toString(reset));
    }
}
