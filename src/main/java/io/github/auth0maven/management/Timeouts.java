package io.github.auth0maven.management;

import java.time.Duration;

/**
 * How long a call may take before it counts as failed.
 *
 * @param connect until there is a connection
 * @param read between two bytes of the answer
 * @param write between two bytes of the request
 * @param call for all of it, from the look-up of the name to the last byte of the answer
 */
public record Timeouts(Duration connect, Duration read, Duration write, Duration call) {

    /** Long enough for a slow line with an import file on it. */
    public static final Timeouts USUAL =
            new Timeouts(Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(5));

    /** The longest that can be asked for. */
    public static final Duration LONGEST = Duration.ofHours(24);
}
