package io.github.auth0maven.report.html;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The time of a run, from left to right. */
public record TimeScale(Instant start, Duration length) {

    static final int LEFT = 110;
    static final int RIGHT = 910;

    private static final int MOST_TICKS = 8;
    private static final List<Duration> STEPS = List.of(
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    /** A moment with a name. */
    public record Tick(int at, String label) {}

    int x(Instant at) {
        long passed = Duration.between(start, at).toMillis();
        return x(Math.max(0, Math.min(passed, millis())) / (double) millis());
    }

    /** Of a share of the time, from 0 to 1. */
    static int x(double share) {
        return LEFT + (int) Math.round((RIGHT - LEFT) * share);
    }

    long millis() {
        return Math.max(1, length.toMillis());
    }

    List<Tick> ticks() {
        long step = STEPS.stream()
                .mapToLong(Duration::toMillis)
                .filter(millis -> millis() / millis < MOST_TICKS)
                .findFirst()
                .orElse(Math.max(1, millis() / MOST_TICKS));
        List<Tick> ticks = new ArrayList<>();
        for (long at = 0; at <= millis(); at += step) {
            ticks.add(new Tick(x(at / (double) millis()), label(Duration.ofMillis(at), step)));
        }
        return ticks;
    }

    private static String label(Duration at, long step) {
        if (step < 1_000) {
            return at.toMillis() / 1_000 + "." + at.toMillis() % 1_000 / 100 + " s";
        }
        if (step < 60_000) {
            return at.toMinutes() == 0 ? at.toSeconds() + " s" : clock(at);
        }
        return step < 3_600_000 ? at.toMinutes() + " min" : at.toHours() + " h";
    }

    private static String clock(Duration at) {
        int seconds = at.toSecondsPart();
        return at.toMinutes() + ":" + (seconds < 10 ? "0" : "") + seconds + " min";
    }
}
