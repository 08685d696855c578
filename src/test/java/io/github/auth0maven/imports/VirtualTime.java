package io.github.auth0maven.imports;

import io.github.auth0maven.pace.Pause;
import io.github.auth0maven.pace.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes only where somebody waits for it. */
final class VirtualTime extends Clock implements Pause {

    static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private Instant now = START;

    Timing timing() {
        return new Timing(this, this, () -> 0.5);
    }

    @Override
    public void of(Duration duration) {
        now = now.plus(duration.isZero() ? Duration.ofMillis(1) : duration);
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
