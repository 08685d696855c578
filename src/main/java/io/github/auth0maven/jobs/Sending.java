package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import java.time.Instant;

/**
 * A batch on its way.
 *
 * @param uncertain whether an earlier attempt may have delivered it
 * @param lost whether it was a job that the service has forgotten
 * @param firstAttempt when the first attempt was made, by the service's clock; {@link Instant#MAX} before any
 */
record Sending(Batch batch, boolean uncertain, boolean lost, Instant firstAttempt) {

    static Sending fresh(Batch batch) {
        return new Sending(batch, false, false, Instant.MAX);
    }

    /** The same, about to be attempted. */
    Sending attemptedAt(Instant at) {
        return new Sending(batch, uncertain, lost, at.isBefore(firstAttempt) ? at : firstAttempt);
    }

    /** The same, after an attempt of which nobody knows what became. */
    Sending doubtful() {
        return new Sending(batch, true, lost, firstAttempt);
    }

    /** The same, after its job has gone. */
    Sending sentAgain() {
        return new Sending(batch, true, true, firstAttempt);
    }

    /** The same, after an attempt that certainly came to nothing. */
    Sending untried() {
        return uncertain ? this : fresh(batch);
    }

    /** A part of it, on the same way. */
    Sending with(Batch part) {
        return new Sending(part, uncertain, lost, firstAttempt);
    }
}
