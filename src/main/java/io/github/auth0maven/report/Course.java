package io.github.auth0maven.report;

import io.github.auth0maven.jobs.JobListener.Wait;
import io.github.auth0maven.users.HashChanges;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a run went, but for its users and its jobs: what it was done with, what it read, and what it waited for. It is told as it
 * happens, and takes no more memory the longer that lasts.
 */
public final class Course {

    /** More waits than this are told as fewer and longer ones. */
    static final int MOST_WAITS = 1_000;

    /** What is waited for again so soon was not over. */
    private static final Duration APART = Duration.ofSeconds(5);

    private static final String DUPLICATE = "DUPLICATED_USER";

    private final Map<String, Map<String, String>> settings = new LinkedHashMap<>();
    private final Map<String, Long> duplicates = new TreeMap<>();
    private final Map<String, Long> warnings = new TreeMap<>();
    /** The one that may go on, of each reason. */
    private final Map<Wait, WaitRecord> open = new EnumMap<>(Wait.class);

    private List<WaitRecord> over = new ArrayList<>();
    private Inputs inputs = Inputs.NONE;
    private HashChanges hashes = HashChanges.NONE;

    /** What it is done with, by name, under a title such as "Versions". */
    public void settings(String title, Map<String, String> facts) {
        settings.put(title, Collections.unmodifiableMap(new LinkedHashMap<>(facts)));
    }

    /** What has been read; what is said last stands. */
    public void inputs(Inputs read) {
        inputs = read;
    }

    /** What has been made of hashes as they were read; what is said last stands. */
    public void hashes(HashChanges changes) {
        hashes = changes;
    }

    /** Something is wrong or odd with a user of a file. */
    public void found(Violation violation) {
        String file = violation.position().file();
        if (violation.severity() == Severity.WARNING) {
            warnings.merge(file, 1L, Long::sum);
        } else if (violation.code().equals(DUPLICATE)) {
            duplicates.merge(file, 1L, Long::sum);
        }
    }

    /** A wait of this length begins, unless it goes on with one that has hardly ended. */
    public void waiting(Wait reason, String detail, Instant from, Duration length) {
        WaitRecord next = WaitRecord.of(reason, detail, from, length);
        WaitRecord last = open.get(reason);
        if (last != null && last.goesOn(from, APART)) {
            open.put(reason, last.and(next));
            return;
        }
        close(reason);
        open.put(reason, next);
    }

    /** A job has been taken: neither a slot nor the service is waited for any more. */
    public void submitted(Instant at) {
        open.computeIfPresent(Wait.SLOTS, (reason, wait) -> wait.cut(at));
        open.computeIfPresent(Wait.SERVICE, (reason, wait) -> wait.cut(at));
    }

    private void close(Wait reason) {
        WaitRecord last = open.remove(reason);
        if (last != null) {
            over.add(last);
            if (over.size() >= MOST_WAITS) {
                over = paired(over);
            }
        }
    }

    /** The same, with two that follow one another told as one: half as many. */
    private static List<WaitRecord> paired(List<WaitRecord> waits) {
        List<WaitRecord> paired = new ArrayList<>();
        Map<Wait, Integer> alone = new EnumMap<>(Wait.class);
        for (WaitRecord wait : waits) {
            Integer at = alone.remove(wait.reason());
            if (at == null) {
                alone.put(wait.reason(), paired.size());
                paired.add(wait);
            } else {
                paired.set(at, paired.get(at).and(wait));
            }
        }
        return paired;
    }

    Map<String, Map<String, String>> settings() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    Inputs inputs() {
        return inputs;
    }

    HashChanges hashes() {
        return hashes;
    }

    long duplicates(String file) {
        return duplicates.getOrDefault(file, 0L);
    }

    long warnings(String file) {
        return warnings.getOrDefault(file, 0L);
    }

    /** The waits, none of which lasts longer than the run. */
    List<WaitRecord> waits(Instant end) {
        List<WaitRecord> all = new ArrayList<>(over);
        all.addAll(open.values());
        return all.stream()
                .map(wait -> wait.cut(end))
                .filter(wait -> wait.waited().toMillis() > 0)
                .sorted(Comparator.comparing(WaitRecord::from))
                .toList();
    }
}
