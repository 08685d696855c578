package io.github.auth0maven.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * Whose turn it is where several imports want the tenant's slots. Nobody is told that others wait; so those who wait ask again and
 * again, and whoever has been turned away steps back after each of its jobs for as long as it takes the others to ask.
 */
final class Turns {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** How often who has waited long asks: whoever waits longer has the better chance to be the first to ask. */
    private static final Duration PATIENT_WAIT = Duration.ofSeconds(5);

    private static final Duration LONG_WAIT = Duration.ofMinutes(2);

    /** A wait is spread by a fifth: by then, everybody who waits has asked. */
    private static final Duration STEP_BACK = LONGEST_WAIT.multipliedBy(6).dividedBy(5);

    /** Those who were turned away by somebody this long ago have had their turn since, if that somebody still wanted it. */
    private static final Duration REMEMBERED = Duration.ofMinutes(3);

    /** How often to look for a slot that another import of this build has. */
    private static final Duration SHARED = Duration.ofMillis(250);

    private final Slots slots;
    private final Clock clock;
    private final DoubleSupplier chance;
    private final Backoff waits;
    private Instant contendedUntil = Instant.MIN;
    private Instant waitsSince = Instant.MAX;
    private boolean hadOne;

    Turns(Slots slots, JobRunner.Timing timing) {
        this.slots = slots;
        clock = timing.clock();
        chance = timing.chance();
        waits = new Backoff(FIRST_WAIT, LONGEST_WAIT, chance);
    }

    /** Takes one of the slots that this build shares. */
    boolean take() {
        return slots.take();
    }

    /** Gives it back. */
    void giveBack() {
        slots.giveBack();
    }

    /** How long to wait for a slot that another import of this build has. */
    Duration untilShared() {
        return SHARED.plusMillis((long) (SHARED.toMillis() * chance.getAsDouble()));
    }

    /** The service has taken a job. */
    void hadOne() {
        waits.succeeded();
        waitsSince = Instant.MAX;
        hadOne = true;
    }

    /**
     * The service's slots are all taken.
     *
     * @param running how many of them by this import
     * @return how long to wait
     */
    Duration turnedAway(Answer.SlotsTaken<?> answer, long running) {
        if (answer.active().isEmpty() || answer.active().getAsInt() > running) {
            contendedUntil = clock.instant().plus(REMEMBERED);
        }
        if (waitsSince.equals(Instant.MAX)) {
            waitsSince = clock.instant();
        }
        return answer.retryAfter().orElseGet(this::nextWait);
    }

    private Duration nextWait() {
        Duration waited = Duration.between(waitsSince, clock.instant());
        long gained = Math.min(waited.toMillis(), LONG_WAIT.toMillis());
        long millis =
                LONGEST_WAIT.toMillis() - LONGEST_WAIT.minus(PATIENT_WAIT).toMillis() * gained / LONG_WAIT.toMillis();
        Duration patient = Duration.ofMillis((long) (millis * (0.8 + 0.4 * chance.getAsDouble())));
        Duration growing = waits.next();
        return !hadOne && growing.compareTo(patient) < 0 ? growing : patient;
    }

    /** How long to leave the slot of a job that has ended to others; zero if nobody is known to want it. */
    Duration stepBack() {
        return clock.instant().isBefore(contendedUntil) ? STEP_BACK : Duration.ZERO;
    }
}
