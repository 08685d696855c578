package io.github.auth0maven.jobs;

import io.github.auth0maven.pace.Pause;
import io.github.auth0maven.pace.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still but for pauses, which make it jump. */
final class VirtualTime extends Clock implements Pause {

    static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    final List<Duration> pauses = new ArrayList<>();
    private final int mostPauses;
    private Instant now = START;

    VirtualTime() {
        this(2_000_000);
    }

    /** One that takes more pauses than this for a loop without an end. */
    VirtualTime(int mostPauses) {
        this.mostPauses = mostPauses;
    }

    @Override
    public void of(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new AssertionError("a pause of " + duration);
        }
        if (pauses.size() == mostPauses) {
            throw new AssertionError("still waiting after " + mostPauses + " pauses, " + elapsed());
        }
        pauses.add(duration);
        now = now.plus(duration);
    }

    Duration elapsed() {
        return Duration.between(START, now);
    }

    /** This time, and a chance that spreads no wait. */
    Timing timing() {
        return new Timing(this, this, () -> 0.5);
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
