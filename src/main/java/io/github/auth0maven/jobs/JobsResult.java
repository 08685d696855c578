package io.github.auth0maven.jobs;

import io.github.auth0maven.service.ServiceError;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What became of the jobs of an import.
 *
 * @param inserted users, by the service's count
 * @param updated users, by the service's count
 * @param failed users that were sent and not imported
 * @param settled users that an attempt whose answer was lost had imported; part of {@code inserted}
 * @param unsent users of batches that were refused; what was never read is not counted
 * @param stop why the import ended before everything was sent and told, if it did
 */
public record JobsResult(
        List<JobRecord> jobs,
        long inserted,
        long updated,
        long failed,
        long settled,
        long unsent,
        Optional<Stop> stop) {

    /** What earlier runs have come to, where this one ended before it could send anything. */
    public static JobsResult before(ImportJournal journal, Stop stop) {
        Totals totals = new Totals(Long.MAX_VALUE);
        totals.countEarlier(journal.ended());
        totals.halt(stop);
        return totals.result(0);
    }

    /** How many users have been sent in jobs that are known. */
    public long sent() {
        return jobs.stream()
                .filter(job -> !job.isLost())
                .mapToLong(JobRecord::users)
                .sum();
    }

    /** How many users are in jobs that have not ended. */
    public long pending() {
        return jobs.stream()
                .filter(job -> job.finishedAt().isEmpty())
                .mapToLong(JobRecord::users)
                .sum();
    }

    /** Why an import ended early. */
    public sealed interface Stop {

        /** The service refused, and would again. */
        record Refused(ServiceError error) implements Stop {}

        /**
         * The service could not be reached.
         *
         * @param atOnce whether that was plain from the first attempt, so that there was no other
         */
        record Unreachable(String reason, boolean atOnce) implements Stop {
            public Unreachable(String reason) {
                this(reason, false);
            }
        }

        /** Jobs are still running at Auth0 although the time given to them has passed. */
        record Deadline(List<String> jobIds) implements Stop {}

        /** The users could not be read to the end, or the journal could not be written. */
        record Broken(IOException cause) implements Stop {}

        /** So many users have failed that the rest is not sent. */
        record TooManyFailed(long failed) implements Stop {}

        /** Somebody wants the import to end; these jobs run on. */
        record Interrupted(List<String> jobIds) implements Stop {}
    }
}
