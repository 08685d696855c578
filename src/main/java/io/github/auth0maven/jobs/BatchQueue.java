package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.JobRunner.Batches;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The batches that are to be sent next: read one at a time, and put back where they have to be sent again. */
final class BatchQueue {

    private final Batches source;
    private final Deque<InFlightBatch> waiting = new ArrayDeque<>();
    private boolean allRead;

    BatchQueue(Batches source) {
        this.source = source;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Reads the next batch, if none is waiting and there is one. */
    Optional<Batch> read() throws IOException {
        if (!waiting.isEmpty() || allRead) {
            return Optional.empty();
        }
        Optional<Batch> batch = source.next();
        allRead = batch.isEmpty();
        return batch;
    }

    InFlightBatch remove() {
        return waiting.remove();
    }

    /** Lets a batch be the next. */
    void putFirst(InFlightBatch batch) {
        waiting.addFirst(batch);
    }

    /** How many users are waiting. */
    long users() {
        return waiting.stream().mapToLong(each -> each.batch().users()).sum();
    }
}
