package io.github.auth0maven.jobs;

import java.util.Optional;

/**
 * An import job as the service describes it.
 *
 * @param status {@code pending}, {@code completed} or {@code failed}; any other is a job still running
 * @param summary what became of the users; of a completed job
 * @param details why the job failed; often the service does not say
 */
public record ImportJob(String id, String status, Optional<Summary> summary, Optional<String> details) {

    /** The numbers of users. */
    public record Summary(int total, int inserted, int updated, int failed) {}

    public boolean isCompleted() {
        return status.equals("completed");
    }

    public boolean hasFailed() {
        return status.equals("failed");
    }
}
