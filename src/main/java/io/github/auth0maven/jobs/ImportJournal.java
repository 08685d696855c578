package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportLines.Event;
import io.github.auth0maven.jobs.SentBatches.Span;
import io.github.auth0maven.journal.Journal;
import io.github.auth0maven.journal.JournalKey;
import io.github.auth0maven.journal.JournalLine;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The journal of an import: what a restart needs to know of each batch, and what the service told of those that have ended, for it
 * forgets that after a day. The rejected users of a batch are believed only together with the line that ends it.
 */
public final class ImportJournal implements Closeable {

    private final Journal journal;
    private final SentBatches batches = new SentBatches();
    private Optional<JournalKey> key = Optional.empty();
    private boolean finished;
    private boolean succeeded;

    private ImportJournal(Journal journal) {
        this.journal = journal;
    }

    /** A journal that nothing is written to, for imports that are not to be taken up again. */
    public static ImportJournal none() {
        return new ImportJournal(Journal.none());
    }

    /**
     * Opens a journal, with what an earlier run has left in it.
     *
     * @param file open for reading and writing; it is closed with the journal, or if there is none
     * @param name what messages call the file
     * @throws IOException if another import holds it, or it cannot be read
     */
    public static ImportJournal open(RandomAccessFile file, String name) throws IOException {
        ImportJournal opened = new ImportJournal(Journal.open(file, name, Event.IMPORT));
        opened.journal.recover(opened::apply);
        return opened;
    }

    /** What the import in the journal is the import of; nothing if there is none. */
    public Optional<JournalKey> key() {
        return key;
    }

    /** Whether there is an import of which something has been sent, or may have been, and that has not come to its end. */
    public boolean isUnfinished() {
        return key.isPresent() && !finished && !batches.isEmpty();
    }

    /** The jobs that were running when it was last heard of them. */
    public List<String> running() {
        return batches.at(BatchStage.Taken.class).stream()
                .map(taken -> taken.job().id())
                .toList();
    }

    /** Whether there is an import that has come to its end. */
    public boolean isFinished() {
        return finished;
    }

    /** Whether there is an import that has ended with all of its users imported. */
    public boolean hasSucceeded() {
        return finished && succeeded;
    }

    /** Forgets whatever there is and begins anew. */
    public void begin(JournalKey anew, Instant at) throws IOException {
        batches.clear();
        finished = false;
        key = Optional.of(anew);
        journal.begin(anew.addTo(JournalLine.of(Event.IMPORT).with("at", at)));
    }

    /** Whether one batch that the journal knows ends, or another begins, between these two users of the file. */
    public boolean parts(long previous, long next) {
        return batches.parts(previous, next);
    }

    /** Whether this user of the file is in a batch that has ended. */
    public boolean hasEnded(long index) {
        return batches.hasEnded(index);
    }

    /** The batches that have ended, in the order of the file. */
    public List<BatchStage.Ended> ended() {
        return batches.at(BatchStage.Ended.class);
    }

    /** How far this batch had come when the journal was opened; nothing if the journal does not know it. */
    Optional<BatchStage> stageOf(Batch batch) throws IOException {
        return batches.stageOf(batch);
    }

    /** Is called before a batch is submitted. */
    void intends(Batch batch, Instant at) throws IOException {
        if (journal.isKept()) {
            Span span = Span.of(batch);
            batches.intended(span, at);
            append(ImportLines.intent(batch, span, at));
        }
    }

    /** Is called when the service has taken a batch. */
    void taken(Batch batch, JobRecord job, boolean uncertain) throws IOException {
        append(ImportLines.taken(batch, job, uncertain));
    }

    /** Is called when it is certain that the service has not taken a batch. */
    void refused(Batch batch) throws IOException {
        batches.refused(SentBatches.first(batch));
        append(ImportLines.refused(batch));
    }

    /** Is called when a batch that an earlier attempt may have delivered is to be sent in two parts. */
    void halved(List<Batch> halves) throws IOException {
        Span left = Span.of(halves.get(0));
        Span right = Span.of(halves.get(1));
        batches.halved(left, right.first(), right.digest());
        append(ImportLines.halved(left, right));
    }

    /** Is called when all is known of a batch. */
    void ended(Batch batch, JobRecord job, BatchOutcome outcome, List<RejectedUser> rejected) throws IOException {
        journal.append(ImportLines.ended(batch, job, outcome, rejected));
    }

    /** Is called when all batches have ended. */
    public void finish(boolean success) throws IOException {
        finished = true;
        succeeded = success;
        append(JournalLine.of(Event.FINISHED).with("succeeded", success));
    }

    private void append(JournalLine line) throws IOException {
        journal.append(List.of(line));
    }

    /** Hands over the rejected users of all batches that have ended. */
    public void replay(Consumer<RejectedUser> consumer) throws IOException {
        List<RejectedUser> pending = new ArrayList<>();
        journal.read(line -> {
            Event event = line.event(Event.class);
            if (event == Event.REJECTED) {
                pending.add(ImportLines.rejected(line));
            } else if (event == Event.ENDED) {
                // those before were written by a run that was killed before it came to the end of the batch
                int whole = pending.size() - (int) line.number("rejected");
                if (whole < 0 || whole > pending.size()) {
                    throw new IllegalArgumentException("rejected is no count of the lines before it");
                }
                pending.subList(whole, pending.size()).forEach(consumer);
                pending.clear();
            }
        });
    }

    /**
     * Whom the import in the journal may have created; empty if there is none.
     *
     * @param name what messages call the journal
     */
    public Optional<PastImport> past(String name) throws IOException {
        PastImportReader reader = new PastImportReader(name);
        journal.read(reader::take);
        return reader.past(running());
    }

    private void apply(JournalLine line) {
        switch (line.event(Event.class)) {
            case IMPORT -> key = Optional.of(JournalKey.of(line));
            case INTENT -> batches.intended(ImportLines.span(line), line.instant("at"));
            case REFUSED -> batches.refused(line.number("first"));
            case HALVED -> batches.halved(ImportLines.span(line), line.number("second"), line.text("secondDigest"));
            case TAKEN -> batches.advance(line.number("first"), stage -> ImportLines.taken(line, stage));
            case ENDED -> batches.advance(line.number("first"), stage -> ImportLines.ended(line, stage));
            case FINISHED -> {
                finished = true;
                succeeded = line.isTrue("succeeded");
            }
            case REJECTED -> {
                // read again when they are asked for: there may be very many
            }
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
