package io.github.auth0maven.pace;

import java.time.Duration;

/** What something takes, of late: the last times count most. */
final class Average {

    private static final double NEWEST = 0.3;

    private double millis;
    private boolean empty = true;

    void add(Duration took) {
        millis = empty ? took.toMillis() : (1 - NEWEST) * millis + NEWEST * took.toMillis();
        empty = false;
    }

    boolean isEmpty() {
        return empty;
    }

    /** The average, or something else as long as there is none. */
    Duration or(Duration otherwise) {
        return empty ? otherwise : Duration.ofMillis((long) millis);
    }
}
