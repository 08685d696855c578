package io.github.auth0maven.jobs;

import java.time.Instant;
import java.util.Optional;

/** A job that is being followed, and what is to be asked of it next. */
final class Following {

    final Sending sending;
    final Backoff retries;
    JobRecord record;
    /** When to ask next. */
    Instant due;
    /** Whether it has one of the slots that this build shares. */
    boolean holdsSlot;
    /** The job at its end. */
    Optional<ImportJob> ended = Optional.empty();
    /** What is known of its users, while some of them are still in doubt. */
    Optional<Settlement> settlement = Optional.empty();

    Following(Sending sending, JobRecord record, Instant due, Backoff retries) {
        this.sending = sending;
        this.record = record;
        this.due = due;
        this.retries = retries;
    }

    boolean running() {
        return ended.isEmpty();
    }

    ImportJob job() {
        return ended.orElseThrow();
    }
}
