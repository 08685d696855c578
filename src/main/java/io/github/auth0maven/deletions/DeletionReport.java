package io.github.auth0maven.deletions;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a deletion, but for the single users.
 *
 * @param imported what messages call what the import has left
 * @param counts how many users there are of each outcome
 * @param problem what ended it before its end, if something did
 */
public record DeletionReport(
        boolean dryRun,
        String domain,
        String connection,
        String imported,
        Instant startedAt,
        Instant finishedAt,
        Map<Outcome, Long> counts,
        Optional<String> problem) {

    public DeletionReport {
        counts = new EnumMap<>(counts);
    }

    /** How many users had this outcome. */
    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
