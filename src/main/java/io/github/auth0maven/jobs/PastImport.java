package io.github.auth0maven.jobs;

import io.github.auth0maven.journal.JournalKey;
import io.github.auth0maven.service.TenantUser;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whom an import may have created, and when, by what it has left behind. */
public final class PastImport {

    private final Origin origin;
    private final TreeMap<Long, Sent> batches = new TreeMap<>();
    private final BitSet others = new BitSet();
    private List<String> running = List.of();

    /**
     * What was imported, where, and when that began.
     *
     * @param input the fingerprint of the users file, if it is known
     * @param name what messages call what the import has left
     */
    public record Origin(String name, Optional<String> input, String tenant, String connection, Instant begun) {}

    /**
     * Between when a user was created by the import, if it was.
     *
     * @param until empty where that is not known
     * @param upsert whether the import changed users who were there before
     */
    public record Window(Instant since, Optional<Instant> until, boolean upsert) {

        /** The service's clock is known to the second. */
        private static final Duration SECOND = Duration.ofSeconds(1);

        /** Whether a user may be the import's; one of whom it cannot be told from an earlier one that was changed is not. */
        public boolean holds(TenantUser user) {
            Instant created = user.createdAt();
            boolean tooEarly = created.isBefore(since)
                    || (upsert
                            && created.isBefore(since.plus(SECOND))
                            && user.updatedAt().isAfter(created));
            return !tooEarly && until.map(end -> !created.isAfter(end)).orElse(true);
        }

        private Window until(Instant end) {
            return new Window(since, Optional.of(end), upsert);
        }
    }

    private record Sent(long last, Window window) {}

    private PastImport(Origin origin) {
        this.origin = origin;
    }

    /** One that sent nobody yet. */
    public static PastImport of(Origin origin) {
        return new PastImport(origin);
    }

    static PastImport of(String name, JournalKey key, Instant begun) {
        return of(new Origin(name, Optional.of(key.input()), key.tenant(), key.connection(), begun));
    }

    public Origin origin() {
        return origin;
    }

    /** The users from the first to the last were sent, or may have been. */
    public void sent(long first, long last, Window window) {
        Sent before = batches.get(first);
        Instant since =
                before != null && before.last() == last ? before.window().since() : window.since();
        batches.put(first, new Sent(last, new Window(since, window.until(), window.upsert())));
    }

    /** The users of the batch were not sent after all. */
    void refused(long first) {
        batches.remove(first);
    }

    /** The batch has become two. */
    void halved(long first, long last, long second) {
        Sent whole = batches.get(first);
        if (whole != null) {
            batches.put(first, new Sent(last, whole.window()));
            batches.put(second, new Sent(whole.last(), whole.window()));
        }
    }

    /** The batch had ended by this time. */
    void ended(long first, Instant until) {
        batches.computeIfPresent(
                first, (unused, sent) -> new Sent(sent.last(), sent.window().until(until)));
    }

    /** This user of the file was not imported. */
    public void without(long index) {
        if (index >= 0 && index < Integer.MAX_VALUE) {
            others.set((int) index);
        }
    }

    /** These of its jobs had not ended. */
    public void running(List<String> jobs) {
        running = List.copyOf(jobs);
    }

    /** Whether users that failed for this may have been created all the same: of a failed job some are, and of factors the rest is. */
    public static boolean mayExist(String code) {
        return code.equals("JOB_FAILED") || code.equals("MFA_FACTORS_FAILED");
    }

    /** The jobs that had not ended when it was last heard of them. */
    public List<String> running() {
        return running;
    }

    /** When this user of the file was created by the import, if it was; empty if it was not. */
    public Optional<Window> window(long index) {
        Map.Entry<Long, Sent> batch = batches.floorEntry(index);
        boolean sent = batch != null
                && index <= batch.getValue().last()
                && !(index < Integer.MAX_VALUE && others.get((int) index));
        return sent ? Optional.of(batch.getValue().window()) : Optional.empty();
    }

    /** How many users it may have created. */
    public long users() {
        long users = 0;
        for (Map.Entry<Long, Sent> batch : batches.entrySet()) {
            int first = (int) Math.min(batch.getKey(), Integer.MAX_VALUE);
            int end = (int) Math.min(batch.getValue().last() + 1, Integer.MAX_VALUE);
            users += batch.getValue().last()
                    - batch.getKey()
                    + 1
                    - others.get(first, end).cardinality();
        }
        return users;
    }
}
