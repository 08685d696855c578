package io.github.auth0maven.jobs;

import java.time.Instant;

/** How far a batch has come. */
public sealed interface BatchStage {

    /** When the first attempt was made that may have come to something; this time if none was. */
    default Instant firstIntent(Instant now) {
        if (this instanceof Intended intended) {
            return intended.at();
        }
        return this instanceof Taken taken ? taken.firstIntent() : now;
    }

    /** It was about to be submitted, or was; nobody knows. */
    record Intended(Instant at) implements BatchStage {}

    /** It is a job. */
    record Taken(JobRecord job, boolean uncertain, Instant firstIntent) implements BatchStage {}

    /** Its job has ended. */
    record Ended(JobRecord job, BatchOutcome outcome) implements BatchStage {}
}
