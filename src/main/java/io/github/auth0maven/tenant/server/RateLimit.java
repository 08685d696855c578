package io.github.auth0maven.tenant.server;

/**
 * A token bucket for calls to the Management API.
 *
 * @param callsPerSecond how many calls are given back each second
 * @param burst how many calls the full bucket holds
 */
public record RateLimit(int callsPerSecond, int burst) {

    /** Checks that calls come back. */
    public RateLimit {
        if (callsPerSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("A rate limit of nothing would refuse every call");
        }
    }

    /** No limit that anybody reaches; its headers are sent all the same. */
    public static RateLimit none() {
        return new RateLimit(1_000_000, 1_000_000);
    }
}
