package io.github.auth0maven.report;

import io.github.auth0maven.jobs.JobRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of an import, but for the single users that failed.
 *
 * @param target where the users went, and from where
 * @param remarks what a reader should know besides
 * @param problem what ended the import before its end, if something did
 */
public record ImportReport(
        Status status,
        Target target,
        Instant startedAt,
        Instant finishedAt,
        Users users,
        List<JobRecord> jobs,
        List<String> remarks,
        Optional<String> problem) {

    public ImportReport {
        jobs = List.copyOf(jobs);
        remarks = List.copyOf(remarks);
    }

    /** The verdict. */
    public enum Status {
        SUCCEEDED,
        FAILED,
        SKIPPED
    }

    /**
     * Where the users went, and from where.
     *
     * @param dryRun whether that was a local tenant
     */
    public record Target(boolean dryRun, String domain, String connection, String usersFile) {}

    /**
     * How many users there were.
     *
     * @param total in the users file
     * @param failed sent and not imported
     * @param invalid found to be refused by Auth0, and not sent
     * @param unsent neither invalid nor sent, because something ended the import before
     * @param pending sent in jobs that still run, or of which nobody knows
     */
    public record Users(long total, long inserted, long updated, long failed, long invalid, long unsent, long pending) {

        /** Of an import that knows of all of its users. */
        public Users(long total, long inserted, long updated, long failed, long invalid, long unsent) {
            this(total, inserted, updated, failed, invalid, unsent, 0);
        }

        public static final Users NONE = new Users(0, 0, 0, 0, 0, 0);

        /** Those in the users file that were not imported, whoever found out. */
        public long notImported() {
            return failed + invalid;
        }
    }

    public Duration duration() {
        return Duration.between(startedAt, finishedAt);
    }
}
