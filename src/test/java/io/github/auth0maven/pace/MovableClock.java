package io.github.auth0maven.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. */
public class MovableClock extends Clock {

    private volatile Instant now;

    /** One that stands five milliseconds after the hour: not at a time that is written without them. */
    public MovableClock() {
        this(Instant.parse("2026-11-23T10:00:00.005Z"));
    }

    public MovableClock(Instant start) {
        now = start;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
