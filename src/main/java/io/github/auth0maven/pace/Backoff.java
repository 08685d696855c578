package io.github.auth0maven.pace;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Growing waits between attempts, spread by chance so that builds that were refused together do not come back together. */
public final class Backoff {

    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier chance;
    private int attempts;

    /**
     * @param chance numbers from 0 to 1
     */
    public Backoff(Duration first, Duration longest, DoubleSupplier chance) {
        this.first = first;
        this.longest = longest;
        this.chance = chance;
    }

    /** Waits before a call is repeated. */
    public static Backoff ofCalls(DoubleSupplier chance) {
        return new Backoff(FIRST_RETRY, LONGEST_RETRY, chance);
    }

    /** The next wait: twice the one before, give or take a fifth. */
    public Duration next() {
        Duration doubled = first.multipliedBy(1L << Math.min(attempts++, 20));
        Duration bounded = doubled.compareTo(longest) > 0 ? longest : doubled;
        return Duration.ofMillis((long) (bounded.toMillis() * (0.8 + 0.4 * chance.getAsDouble())));
    }

    /** The number of waits since the last success. */
    public int attempts() {
        return attempts;
    }

    /** The next wait is the first one again. */
    public void succeeded() {
        attempts = 0;
    }
}
