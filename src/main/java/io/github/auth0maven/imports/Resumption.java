package io.github.auth0maven.imports;

import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.journal.JournalKey;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whether an import goes on where an earlier one was interrupted.
 *
 * @param journal what the earlier one has left
 * @param skipUnchanged whether an import that has succeeded before is left out
 * @param options all that decides what is sent, and how, by name; a value may be a digest
 */
public record Resumption(ImportJournal journal, Mode mode, boolean skipUnchanged, Map<String, String> options) {

    /** What to do about an import that was interrupted. */
    public enum Mode {
        /** Go on with it, if it is this one. */
        AUTO,
        /** Forget it. */
        NEVER,
        /** Go on with it; begin none. */
        REQUIRED
    }

    /** How an import begins. */
    enum Beginning {
        ANEW,
        RESUMED,
        /** All has been imported before. */
        DONE
    }

    /** An import that leaves nothing behind to go on from. */
    public static Resumption none() {
        return new Resumption(ImportJournal.none(), Mode.AUTO, false, Map.of());
    }

    /**
     * Finds out how the import begins. Nothing is changed: {@link ImportJournal#begin} comes later.
     *
     * @param lacksConclusion whether all was done of an import but for what comes after the journal's end
     * @throws IOException if it may not begin, because another was interrupted or none was
     */
    Beginning beginningOf(JournalKey key, boolean lacksConclusion) throws IOException {
        if (mode != Mode.NEVER && journal.isUnfinished()) {
            List<String> differences = journal.key().orElseThrow().differences(key);
            if (!differences.isEmpty()) {
                throw new IOException(refusal(differences));
            }
            return Beginning.RESUMED;
        }
        boolean same = journal.key().filter(key::equals).isPresent();
        if (mode != Mode.NEVER && lacksConclusion && journal.isFinished() && same) {
            return Beginning.RESUMED;
        }
        if (mode == Mode.REQUIRED) {
            throw new IOException("There is no interrupted import to be taken up, and auth0.resume is required: its"
                    + " journal is gone or tells of an import that has ended. Check auth0.journal and"
                    + " auth0.reportDirectory, or set auth0.resume to auto");
        }
        return skipUnchanged && journal.hasSucceeded() && same ? Beginning.DONE : Beginning.ANEW;
    }

    /** Begins anew. */
    void begin(JournalKey key, Instant at) throws IOException {
        journal.begin(key, at);
    }

    private String refusal(List<String> differences) {
        List<String> running = journal.running();
        return "An import was interrupted, and this is not the same one: " + String.join(", ", differences)
                + (differences.size() == 1 ? " has" : " have") + " changed. Put it back to go on with that import, or"
                + " forget it with -Dauth0.resume=never: users that it has imported will then be reported as existing"
                + " ones unless upsert is set"
                + (running.isEmpty() ? "" : ", and these jobs may still be running: " + String.join(", ", running));
    }
}
