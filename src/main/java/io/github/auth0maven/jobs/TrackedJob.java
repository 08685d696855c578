package io.github.auth0maven.jobs;

import io.github.auth0maven.pace.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A job that is being followed, and when it is to be asked about next. */
final class TrackedJob {

    private final InFlightBatch batch;
    private final Backoff retries;
    private final Instant deadline;
    private JobRecord record;
    private Instant due;
    private boolean holdsSlot;
    private Optional<ImportJob> ended = Optional.empty();
    private Optional<Settlement> settlement = Optional.empty();

    TrackedJob(InFlightBatch batch, JobRecord record, Instant deadline, Backoff retries) {
        this.batch = batch;
        this.record = record;
        this.deadline = deadline;
        this.retries = retries;
        due = record.submittedAt();
    }

    InFlightBatch batch() {
        return batch;
    }

    /** Waits between attempts at the same question. */
    Backoff retries() {
        return retries;
    }

    JobRecord record() {
        return record;
    }

    void update(JobRecord known) {
        record = known;
    }

    /** Whether its end has not been seen yet. */
    boolean isRunning() {
        return ended.isEmpty();
    }

    /** The job at its end. */
    ImportJob job() {
        return ended.orElseThrow();
    }

    void end(ImportJob job) {
        ended = Optional.of(job);
    }

    /** What is known of its users, while some of them are still in doubt. */
    Optional<Settlement> settlement() {
        return settlement;
    }

    void settle(Settlement begun) {
        settlement = Optional.of(begun);
    }

    Instant due() {
        return due;
    }

    /** Lets it be asked about after a while, and not later than its time is up. */
    void askIn(Duration wait, Instant now) {
        Instant wanted = now.plus(wait);
        Instant latest = deadline.isAfter(now) ? deadline : now;
        due = isRunning() && wanted.isAfter(latest) ? latest : wanted;
    }

    boolean isOverdue(Instant now) {
        return isRunning() && !now.isBefore(deadline);
    }

    /** It has one of the slots that this build shares. */
    void holdSlot(boolean holds) {
        holdsSlot = holds;
    }

    /** Gives up its slot, and says whether it had one. */
    boolean leaveSlot() {
        boolean had = holdsSlot;
        holdsSlot = false;
        return had;
    }
}
