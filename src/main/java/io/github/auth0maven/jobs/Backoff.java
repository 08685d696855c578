package io.github.auth0maven.jobs;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Growing waits between attempts, spread by chance so that builds that were refused together do not come back together. */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier chance;
    private int attempts;

    /**
     * @param chance numbers from 0 to 1
     */
    Backoff(Duration first, Duration longest, DoubleSupplier chance) {
        this.first = first;
        this.longest = longest;
        this.chance = chance;
    }

    /** The next wait: twice the one before, give or take a fifth. */
    Duration next() {
        Duration doubled = first.multipliedBy(1L << Math.min(attempts++, 20));
        Duration bounded = doubled.compareTo(longest) > 0 ? longest : doubled;
        return Duration.ofMillis((long) (bounded.toMillis() * (0.8 + 0.4 * chance.getAsDouble())));
    }

    /** The number of waits since the last success. */
    int attempts() {
        return attempts;
    }

    void succeeded() {
        attempts = 0;
    }
}
