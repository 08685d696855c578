package io.github.auth0maven.pace;

import io.github.auth0maven.service.Result;
import java.time.Duration;
import java.time.Instant;

/**
 * Whose turn it is where several imports want the tenant's slots. Nobody is told that others wait; so those who wait ask again and
 * again, and whoever has been turned away steps back after each of its jobs for as long as it takes the others to ask.
 */
public final class SlotQueue {

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

    private final Slots shared;
    private final Timing timing;
    private final Backoff waits;
    private Instant turn = Instant.MIN;
    /** Whether the turn is waited for because of slots, so that it comes when one is free. */
    private boolean waitsForSlot;

    private boolean tellsOfStepBack;
    private Instant contendedUntil = Instant.MIN;
    private Instant waitsSince = Instant.MAX;
    private boolean hadOne;

    /**
     * @param shared the slots that this build shares
     */
    public SlotQueue(Slots shared, Timing timing) {
        this.shared = shared;
        this.timing = timing;
        waits = new Backoff(FIRST_WAIT, LONGEST_WAIT, timing.chance());
    }

    /** From when on a job may be submitted. */
    public Instant turn() {
        return turn;
    }

    /** Takes one of the slots that this build shares, if there is one. */
    public boolean take() {
        return shared.take();
    }

    /** Gives it back. */
    public void giveBack() {
        shared.giveBack();
    }

    /** Waits for a slot that another import of this build has; returns how long. */
    public Duration waitForShared() {
        waitsForSlot = true;
        return wait(
                SHARED.plusMillis((long) (SHARED.toMillis() * timing.chance().getAsDouble())));
    }

    /** Waits for another reason; returns how long. */
    public Duration postpone(Duration wait) {
        waitsForSlot = false;
        return wait(wait);
    }

    private Duration wait(Duration wait) {
        tellsOfStepBack = false;
        turn = timing.now().plus(wait);
        return wait;
    }

    /** The service has taken a job. */
    public void hadOne() {
        waits.succeeded();
        waitsSince = Instant.MAX;
        hadOne = true;
        tellsOfStepBack = false;
    }

    /**
     * The service's slots are all taken.
     *
     * @param running how many of them by this import
     * @return how long to wait
     */
    public Duration turnedAway(Result.SlotsTaken<?> result, int running) {
        Instant now = timing.now();
        if (result.active().isEmpty() || result.active().getAsInt() > running) {
            contendedUntil = now.plus(REMEMBERED);
        }
        if (waitsSince.equals(Instant.MAX)) {
            waitsSince = now;
        }
        waitsForSlot = true;
        return wait(result.retryAfter().orElseGet(this::nextWait));
    }

    private Duration nextWait() {
        Duration waited = Duration.between(waitsSince, timing.now());
        long gained = Math.min(waited.toMillis(), LONG_WAIT.toMillis());
        long millis =
                LONGEST_WAIT.toMillis() - LONGEST_WAIT.minus(PATIENT_WAIT).toMillis() * gained / LONG_WAIT.toMillis();
        Duration patient =
                Duration.ofMillis((long) (millis * (0.8 + 0.4 * timing.chance().getAsDouble())));
        Duration growing = waits.next();
        return !hadOne && growing.compareTo(patient) < 0 ? growing : patient;
    }

    /** A job of this import has ended: its slot is left to others for a moment, if somebody is known to want it. */
    public void jobEnded() {
        Instant now = timing.now();
        Instant next = now.isBefore(contendedUntil) ? now.plus(STEP_BACK) : now;
        if (waitsForSlot || next.isAfter(turn)) {
            turn = next;
            tellsOfStepBack = next.isAfter(now);
        }
    }

    /** Whether the turn is late because a slot is left to others, and nobody has been told so. */
    public boolean tellsOfStepBack() {
        boolean tells = tellsOfStepBack;
        tellsOfStepBack = false;
        return tells;
    }
}
