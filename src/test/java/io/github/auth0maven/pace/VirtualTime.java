package io.github.auth0maven.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still but for pauses, which make it jump. */
public final class VirtualTime extends MovableClock implements Pause {

    public static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    public final List<Duration> pauses = new ArrayList<>();
    private final int mostPauses;

    public VirtualTime() {
        this(2_000_000);
    }

    /** One that takes more pauses than this for a loop without an end. */
    public VirtualTime(int mostPauses) {
        super(START);
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
        advance(duration);
    }

    public Duration elapsed() {
        return Duration.between(START, instant());
    }

    /** This time, and a chance that spreads no wait. */
    public Timing timing() {
        return new Timing(this, this, () -> 0.5);
    }
}
