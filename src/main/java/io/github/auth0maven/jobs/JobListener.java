package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob.Summary;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Is told what happens while jobs are followed, as it happens. */
public interface JobListener {

    /** Why nothing is done for a while. */
    enum Wait {
        /** The tenant's import slots are taken, by this import or another. */
        SLOTS,
        /** The tenant's rate limit is reached. */
        RATE_LIMIT,
        /** The service cannot be reached, or is not in order. */
        SERVICE
    }

    /** The service has taken a batch as a job. */
    void submitted(JobRecord job);

    /** A job that an earlier run submitted is followed. */
    void takenUp(JobRecord job);

    /** The service no longer knows a job; its users are sent again. */
    default void lost(JobRecord job) {}

    /** A job has ended. */
    void ended(JobRecord job, Optional<Summary> summary);

    /**
     * A user was not imported.
     *
     * @param user the user's number in the batch, from 0; nothing if the service's echo matches none
     */
    void rejected(JobRecord job, Batch batch, OptionalInt user, Rejection rejection);

    /** All is known of a job: those of its users who were not imported have been told. */
    default void settled(JobRecord job) {}

    /** Nothing can be done for this long. */
    void waiting(Wait reason, String detail, Duration duration);

    /** Something that the report should say. */
    void noted(String remark);
}
