package io.github.auth0maven.deletions;

import io.github.auth0maven.jobs.PastImport;
import io.github.auth0maven.journal.Journal;
import io.github.auth0maven.journal.JournalLine;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The journal of a deletion: who has been dealt with, for the next run to go on from there. */
public final class DeletionJournal implements Closeable {

    /** What a line is about. */
    enum Event {
        /** The users of an import are to be deleted. */
        DELETION,
        /** A user is about to be deleted. */
        INTENT,
        /** It is known what became of a user. */
        DONE,
        /** All users have been dealt with. */
        FINISHED
    }

    private final Journal journal;
    private final BitSet done = new BitSet();
    private final BitSet intended = new BitSet();
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private Optional<String> imported = Optional.empty();

    private DeletionJournal(Journal journal) {
        this.journal = journal;
    }

    /** A journal that nothing is written to, for rehearsals. */
    public static DeletionJournal none() {
        return new DeletionJournal(Journal.none());
    }

    /**
     * Opens a journal, with what an earlier run has left in it.
     *
     * @param file open for reading and writing; it is closed with the journal
     * @param name what messages call the file
     */
    public static DeletionJournal open(RandomAccessFile file, String name) throws IOException {
        DeletionJournal opened = new DeletionJournal(Journal.open(file, name, Event.DELETION));
        opened.journal.recover(opened::apply);
        return opened;
    }

    /** Goes on with the deletion of an import's users, or begins it. */
    void begin(PastImport past, Instant at) throws IOException {
        PastImport.Origin origin = past.origin();
        String key = origin.tenant() + " " + origin.connection() + " "
                + origin.input().orElse("") + " " + origin.begun();
        if (imported.filter(key::equals).isEmpty()) {
            done.clear();
            intended.clear();
            counts.clear();
            imported = Optional.of(key);
            journal.begin(JournalLine.of(Event.DELETION).with("import", key).with("at", at));
        }
    }

    /** Whether an earlier run has dealt with this user of the file. */
    boolean isDone(long user) {
        return done.get(Math.toIntExact(user));
    }

    /** Whether an earlier run was about to delete this user of the file. */
    boolean isIntended(long user) {
        return intended.get(Math.toIntExact(user));
    }

    /** How many users earlier runs have dealt with, and how. */
    Map<Outcome, Long> counts() {
        return new EnumMap<>(counts);
    }

    /** Is called before a user is deleted. */
    void intends(long user, String id) throws IOException {
        journal.append(List.of(JournalLine.of(Event.INTENT).with("index", user).with("user", id)));
    }

    /** Is called when it is known what became of a user. */
    void done(long user, Outcome outcome) throws IOException {
        journal.append(List.of(JournalLine.of(Event.DONE).with("index", user).with("outcome", outcome.name())));
    }

    /** Is called when all users have been dealt with. */
    void finish(Instant at) throws IOException {
        journal.append(List.of(JournalLine.of(Event.FINISHED).with("at", at)));
    }

    private void apply(JournalLine line) {
        switch (line.event(Event.class)) {
            case DELETION -> imported = Optional.of(line.text("import"));
            case INTENT -> intended.set(Math.toIntExact(line.number("index")));
            case DONE -> {
                Outcome outcome = Outcome.valueOf(line.text("outcome"));
                if (outcome.isSettled()) {
                    done.set(Math.toIntExact(line.number("index")));
                    counts.merge(outcome, 1L, Long::sum);
                }
            }
            case FINISHED -> {
                // those who were kept may be asked about again
            }
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
