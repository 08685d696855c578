package io.github.auth0maven.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An import job as the import saw it.
 *
 * @param number from 1, in the order of submission
 * @param status Auth0's; {@code pending} for a job that was left running
 * @param users how many were sent
 * @param bytes the size of the import file
 * @param submittedAt when the service took it
 * @param finishedAt when it was seen to have ended; nothing for a job that was left running
 */
public record JobRecord(
        int number, String id, String status, int users, int bytes, Instant submittedAt, Optional<Instant> finishedAt) {

    private static final String LOST = "lost";

    JobRecord ended(String status, Instant at) {
        return new JobRecord(number, id, status, users, bytes, submittedAt, Optional.of(at));
    }

    /** The record of a job that the service has forgotten, so that its users were sent again. */
    JobRecord lost(Instant at) {
        return ended(LOST, at);
    }

    /** Whether its users were sent again in another job. */
    public boolean isLost() {
        return status.equals(LOST);
    }

    /** The record of a job that has ended, but of whose users nobody knows yet what became. */
    JobRecord unsettled() {
        return new JobRecord(number, id, status, users, bytes, submittedAt, Optional.empty());
    }

    JobRecord numbered(int number) {
        return new JobRecord(number, id, status, users, bytes, submittedAt, finishedAt);
    }

    /** How long it took, or how long it has been followed by now. */
    public Duration age(Instant now) {
        return Duration.between(submittedAt, finishedAt.orElse(now));
    }
}
