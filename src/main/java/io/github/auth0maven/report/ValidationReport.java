package io.github.auth0maven.report;

import io.github.auth0maven.report.ImportReport.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a validation, but for the single users that are invalid.
 *
 * @param remarks what a reader should know besides
 * @param problem what ended it before its end, if something did
 */
public record ValidationReport(
        Status status,
        String usersFile,
        Instant startedAt,
        Instant finishedAt,
        Users users,
        List<String> remarks,
        Optional<String> problem) {

    public ValidationReport {
        remarks = List.copyOf(remarks);
    }

    /**
     * How many users there were.
     *
     * @param total in the users file
     * @param valid those whom Auth0 would accept
     * @param jobs that an import of these would make
     * @param bytes that it would send
     */
    public record Users(long total, long valid, long jobs, long bytes) {

        public static final Users NONE = new Users(0, 0, 0, 0);

        /** Those whom Auth0 would refuse. */
        public long invalid() {
            return total - valid;
        }
    }
}
