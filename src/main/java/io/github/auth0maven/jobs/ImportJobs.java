package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.service.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The service that runs import jobs, as far as following them needs it. No call throws for what the service answers. */
public interface ImportJobs {

    /** Submits a batch as a new job, once. */
    Result<ImportJob> submit(Batch batch);

    /** Asks how a job stands. */
    Result<ImportJob> get(String id);

    /** Asks which users of a job that has ended were not imported. */
    Result<JobErrors> errors(String id);

    /**
     * Asks when the user that this JSON describes was created, by its e-mail address.
     *
     * @return nothing if there is no such user
     */
    Result<Optional<Instant>> createdAt(byte[] user);

    /** What the service's clock says now, as far as its last answer tells. */
    Instant serviceTime();

    /** How long the service's rate limit, as far as its last answer tells, wants the next call to wait; zero if it may be made. */
    Duration rest();

    /** How long to leave between two calls where nobody knows how many others call; zero as long as no rate limit is known. */
    default Duration betweenCalls() {
        return Duration.ZERO;
    }
}
