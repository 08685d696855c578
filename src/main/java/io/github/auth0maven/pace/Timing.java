package io.github.auth0maven.pace;

import java.time.Clock;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * Time and chance.
 *
 * @param chance numbers from 0 to 1, which spread the waits of several builds
 */
public record Timing(Clock clock, Pause pause, DoubleSupplier chance) {

    /** The time of this machine. */
    public static Timing real() {
        return new Timing(Clock.systemUTC(), Pause.SLEEP, Math::random);
    }

    /** What the clock says. */
    public Instant now() {
        return clock.instant();
    }
}
