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
record InFlightBatch(Batch batch, boolean uncertain, boolean lost, Instant firstAttempt) {

    static InFlightBatch fresh(Batch batch) {
        return new InFlightBatch(batch, false, false, Instant.MAX);
    }

    /** The same, about to be attempted. */
    InFlightBatch attemptedAt(Instant at) {
        return new InFlightBatch(batch, uncertain, lost, at.isBefore(firstAttempt) ? at : firstAttempt);
    }

    /** The same, after an attempt of which nobody knows what became. */
    InFlightBatch doubtful() {
        return new InFlightBatch(batch, true, lost, firstAttempt);
    }

    /** The same, after its job has gone. */
    InFlightBatch sentAgain() {
        return new InFlightBatch(batch, true, true, firstAttempt);
    }

    /** The same, after an attempt that certainly came to nothing. */
    InFlightBatch untried() {
        return uncertain ? this : fresh(batch);
    }

    /** A part of it, on the same way. */
    InFlightBatch with(Batch part) {
        return new InFlightBatch(part, uncertain, lost, firstAttempt);
    }
}
