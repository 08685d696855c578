package io.github.auth0maven.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a report is made of, redacted where that is asked for; the same for each form that it is told in.
 *
 * @param head what it says before it comes to single users
 * @param failureCounts how many failures there are of each code
 * @param failures each of them
 * @param warningCounts how many warnings there are of each code
 * @param warnings the first of each code
 */
public record ReportContents(
        ReportHead head,
        Map<String, Long> failureCounts,
        FailureLines failures,
        Map<String, Long> warningCounts,
        List<Failure> warnings) {

    public ReportContents {
        failureCounts = Collections.unmodifiableMap(new TreeMap<>(failureCounts));
        warningCounts = Collections.unmodifiableMap(new TreeMap<>(warningCounts));
        warnings = List.copyOf(warnings);
    }

    /** How many failures there are. */
    public long allFailures() {
        return failureCounts.values().stream().mapToLong(Long::longValue).sum();
    }
}
