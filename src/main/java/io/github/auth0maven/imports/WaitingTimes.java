package io.github.auth0maven.imports;

import io.github.auth0maven.jobs.JobListener.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What an import waits for, and how long; waits for the same that follow one another are one stretch. */
final class WaitingTimes {

    /** What is waited for again so soon was not over. */
    private static final Duration APART = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<Wait, Stretch> stretches = new EnumMap<>(Wait.class);

    WaitingTimes(Clock clock) {
        this.clock = clock;
    }

    /** The waits for one thing. */
    private static final class Stretch {
        private boolean open;
        private Instant since = Instant.MIN;
        private Instant until = Instant.MIN;
        /** Of all waits, to the announced end of the last one. */
        private Duration announced = Duration.ZERO;

        /** What of the last wait is still to come. */
        private Duration ahead(Instant now) {
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        }

        private void cut(Instant now) {
            announced = announced.minus(ahead(now));
            until = until.isAfter(now) ? now : until;
        }
    }

    /**
     * A wait of this length begins.
     *
     * @return whether it is the first of a stretch
     */
    boolean begin(Wait reason, Duration duration) {
        Instant now = clock.instant();
        Stretch stretch = stretches.computeIfAbsent(reason, unused -> new Stretch());
        boolean first = !stretch.open || now.isAfter(stretch.until.plus(APART));
        if (first) {
            stretch.since = now;
        }
        stretch.cut(now);
        stretch.open = true;
        stretch.until = now.plus(duration);
        stretch.announced = stretch.announced.plus(duration);
        return first;
    }

    /** Ends a stretch, and tells how long it was; nothing if there is none. */
    Optional<Duration> end(Wait reason) {
        Stretch stretch = stretches.get(reason);
        if (stretch == null || !stretch.open) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        stretch.cut(now);
        stretch.open = false;
        return Optional.of(Duration.between(stretch.since, now));
    }

    /** How long this has been waited for by now, all stretches together. */
    Duration total(Wait reason) {
        Stretch stretch = stretches.get(reason);
        return stretch == null ? Duration.ZERO : stretch.announced.minus(stretch.ahead(clock.instant()));
    }

    /** How long this has been waited for without an end; nothing if it is not waited for now. */
    Optional<Duration> lasting(Wait reason) {
        Instant now = clock.instant();
        return Optional.ofNullable(stretches.get(reason))
                .filter(stretch -> stretch.open && stretch.until.isAfter(now))
                .map(stretch -> Duration.between(stretch.since, now));
    }
}
