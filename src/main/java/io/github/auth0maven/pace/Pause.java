package io.github.auth0maven.pace;

import java.time.Duration;

/** A wait; a test lets the clock jump instead. */
public interface Pause {

    Pause SLEEP = duration -> Thread.sleep(Math.max(1, duration.toMillis()));

    /** Returns when this much time has passed. */
    void of(Duration duration) throws InterruptedException;
}
