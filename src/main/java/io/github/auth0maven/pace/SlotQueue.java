package io.github.auth0maven.pace;

import io.github.auth0maven.service.Result;
import java.time.Duration;
import java.time.Instant;

/**
 * Whose turn it is where several imports want the tenant's slots. Nobody is told that others wait; so those who wait ask again and
 * again, and whoever has been turned away steps back after each of its jobs for as long as it takes the others to ask. How often to
 * ask follows from what jobs take here.
 */
public final class SlotQueue {

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** Who has waited for so many waits asks twice as often as at first, and so has the better chance to be the first to ask. */
    private static final int IMPATIENT_AFTER = 8;

    /** Who has had no job yet waits for one of so many parts of what has been waited for. */
    private static final int PARTS = 20;

    /** Who steps back and finds nobody waiting does so ever more rarely, from this many times the step down to that. */
    private static final int FIRST_GAP = 3;

    private static final int LONGEST_GAP = 96;

    /** How often to look for a slot that another import of this build has. */
    private static final Duration SHARED = Duration.ofMillis(250);

    private final Slots shared;
    private final Timing timing;
    private Instant turn = Instant.MIN;
    /** Whether the turn is waited for because of slots, so that it comes when one is free. */
    private boolean waitsForSlot;

    private boolean tellsOfStepBack;
    /** From when on a slot is left to others; never, as long as nobody was ever in the way. */
    private Instant stepBackAt = Instant.MAX;

    private Duration betweenCalls = Duration.ZERO;
    private int gap = FIRST_GAP;
    private boolean hasSteppedBack;
    private Instant waitsSince = Instant.MAX;
    private final Average ownJobs = new Average();
    private final Average waitsForOthers = new Average();

    /**
     * @param shared the slots that this build shares
     */
    public SlotQueue(Slots shared, Timing timing) {
        this.shared = shared;
        this.timing = timing;
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
        if (!waitsSince.equals(Instant.MAX)) {
            waitsForOthers.add(Duration.between(waitsSince, timing.now()));
        }
        waitsSince = Instant.MAX;
        tellsOfStepBack = false;
        if (hasSteppedBack) {
            hasSteppedBack = false;
            stepBackAt = timing.now().plus(stepBack().multipliedBy(gap));
            gap = Math.min(gap + (gap + 1) / 2, LONGEST_GAP);
        }
    }

    /**
     * The service's slots are all taken.
     *
     * @param running how many of them by this import
     * @param callsApart how long the tenant's rate limit wants to be left between two calls
     * @return how long to wait
     */
    public Duration turnedAway(Result.SlotsTaken<?> result, int running, Duration callsApart) {
        betweenCalls = callsApart;
        Instant now = timing.now();
        if (result.active().isEmpty() || result.active().getAsInt() > running) {
            stepBackAt = now;
            gap = FIRST_GAP;
            hasSteppedBack = false;
        }
        if (waitsSince.equals(Instant.MAX)) {
            waitsSince = now;
        }
        waitsForSlot = true;
        return wait(result.retryAfter().orElseGet(this::nextWait));
    }

    private Duration nextWait() {
        Duration waited = Duration.between(waitsSince, timing.now());
        Duration wait = impatient(ownJobs.isEmpty() ? firstWait(waited) : usualWait(), waited);
        double spread = 0.8 + 0.4 * timing.chance().getAsDouble();
        return Duration.ofMillis((long) (longer(wait, betweenCalls).toMillis() * spread));
    }

    /** As long as no job has ended here, the longer a slot takes to be free, the less often it is asked for. */
    private Duration firstWait(Duration waited) {
        return longer(shorter(waited.dividedBy(PARTS), LONGEST_WAIT), usualWait());
    }

    private static Duration impatient(Duration wait, Duration waited) {
        double times = 1 + (double) waited.toMillis() / wait.toMillis() / IMPATIENT_AFTER;
        return longer(Duration.ofMillis((long) (wait.toMillis() / times)), SHORTEST_WAIT);
    }

    /** Half of what a job takes here; before one has ended, of how long a slot was waited for. */
    private Duration usualWait() {
        Duration half = ownJobs.or(waitsForOthers.or(Duration.ZERO)).dividedBy(2);
        return longer(shorter(longer(half, FIRST_WAIT), LONGEST_WAIT), betweenCalls);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * A job of this import has ended: its slot is left to others for a moment, if somebody is known to want it.
     *
     * @param took from its submission to its end
     */
    public void jobEnded(Duration took) {
        Instant now = timing.now();
        ownJobs.add(took);
        boolean contended = !now.isBefore(stepBackAt);
        Instant next = contended ? now.plus(stepBack()) : now;
        hasSteppedBack |= contended;
        if (waitsForSlot || next.isAfter(turn)) {
            turn = next;
            tellsOfStepBack = next.isAfter(now);
        }
    }

    /** A wait is spread by a fifth: by then, everybody who waits as this import does has asked. */
    private Duration stepBack() {
        return usualWait().multipliedBy(6).dividedBy(5);
    }

    /** Whether the turn is late because a slot is left to others, and nobody has been told so. */
    public boolean tellsOfStepBack() {
        boolean tells = tellsOfStepBack;
        tellsOfStepBack = false;
        return tells;
    }
}
