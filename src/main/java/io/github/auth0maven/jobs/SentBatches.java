package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;

/** The batches that have been sent, or were about to be, each by the number of its first user in the file. */
final class SentBatches {

    private final TreeMap<Long, Entry> batches = new TreeMap<>();

    /** A batch: up to which user of the file it goes, its bytes, and how far it has come. */
    private record Entry(long last, String digest, BatchStage stage) {
        Entry at(BatchStage stage) {
            return new Entry(last, digest, stage);
        }
    }

    /**
     * The users of a batch, as the journal names them.
     *
     * @param last the number of the last user in the file
     * @param digest of the batch's bytes
     */
    record Span(long first, long last, String digest) {

        static Span of(Batch batch) {
            CRC32C crc = new CRC32C();
            crc.update(batch.content());
            return new Span(
                    SentBatches.first(batch),
                    batch.position(batch.users() - 1).index(),
                    Long.toHexString(crc.getValue()));
        }
    }

    static long first(Batch batch) {
        return batch.position(0).index();
    }

    void clear() {
        batches.clear();
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    /** A batch is about to be submitted, perhaps not for the first time. */
    void intended(Span batch, Instant at) {
        Entry before = batches.get(batch.first());
        Instant firstIntent =
                before != null && before.last() == batch.last() ? before.stage().firstIntent(at) : at;
        batches.put(batch.first(), new Entry(batch.last(), batch.digest(), new BatchStage.Intended(firstIntent)));
    }

    void refused(long first) {
        batches.remove(first);
    }

    /** A batch becomes two, both as far as it had come. */
    void halved(Span left, long second, String secondDigest) {
        Entry whole = batches.get(left.first());
        if (whole != null) {
            batches.put(left.first(), new Entry(left.last(), left.digest(), whole.stage()));
            batches.put(second, new Entry(whole.last(), secondDigest, whole.stage()));
        }
    }

    /** A batch has come further. */
    void advance(long first, UnaryOperator<BatchStage> stage) {
        batches.computeIfPresent(first, (unused, entry) -> entry.at(stage.apply(entry.stage())));
    }

    /** Whether one batch ends, or another begins, between these two users of the file. */
    boolean parts(long previous, long next) {
        Map.Entry<Long, Entry> byNext = batches.floorEntry(next);
        Map.Entry<Long, Entry> byPrevious = batches.floorEntry(previous);
        return (byNext != null && byNext.getKey() > previous)
                || (byPrevious != null
                        && byPrevious.getValue().last() >= previous
                        && byPrevious.getValue().last() < next);
    }

    /** Whether this user of the file is in a batch that has ended. */
    boolean hasEnded(long index) {
        Map.Entry<Long, Entry> entry = batches.floorEntry(index);
        return entry != null
                && index <= entry.getValue().last()
                && entry.getValue().stage() instanceof BatchStage.Ended;
    }

    /** Those that have come this far, in the order of the file. */
    <S extends BatchStage> List<S> at(Class<S> stage) {
        return batches.values().stream()
                .map(Entry::stage)
                .filter(stage::isInstance)
                .map(stage::cast)
                .toList();
    }

    /**
     * How far this batch has come; nothing if it is not known.
     *
     * @throws IOException if another one began with the same user
     */
    Optional<BatchStage> stageOf(Batch batch) throws IOException {
        Span span = Span.of(batch);
        Entry entry = batches.get(span.first());
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.last() != span.last() || !entry.digest().equals(span.digest())) {
            throw new IOException("The batch from " + batch.position(0)
                    + " is not the one that was sent before the import was interrupted; start it anew with"
                    + " auth0.resume=never");
        }
        return Optional.of(entry.stage());
    }
}
