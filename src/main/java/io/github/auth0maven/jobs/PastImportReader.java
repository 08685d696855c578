package io.github.auth0maven.jobs;

import io.github.auth0maven.jobs.ImportLines.Event;
import io.github.auth0maven.jobs.PastImport.Window;
import io.github.auth0maven.jobs.SentBatches.Span;
import io.github.auth0maven.journal.JournalKey;
import io.github.auth0maven.journal.JournalLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from a journal whom its import may have created. */
final class PastImportReader {

    /** The end of a job is told by this machine's clock, everything else by the service's. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    private final String name;
    private final List<Long> rejected = new ArrayList<>();
    private @Nullable PastImport past;
    private boolean upsert;

    PastImportReader(String name) {
        this.name = name;
    }

    Optional<PastImport> past(List<String> running) {
        if (past != null) {
            past.running(running);
        }
        return Optional.ofNullable(past);
    }

    void take(JournalLine line) {
        Event event = line.event(Event.class);
        if (event == Event.IMPORT) {
            JournalKey key = JournalKey.of(line);
            past = PastImport.of(name, key, line.instant("at"));
            upsert = Boolean.parseBoolean(key.options().getOrDefault("upsert", "false"));
        } else if (past != null) {
            take(event, line, past);
        }
    }

    private void take(Event event, JournalLine line, PastImport past) {
        switch (event) {
            case INTENT -> {
                past.sent(
                        line.number("first"),
                        line.number("last"),
                        new Window(line.instant("at"), Optional.empty(), upsert));
                ImportLines.without(line).forEach(past::without);
            }
            case REFUSED -> past.refused(line.number("first"));
            case HALVED -> {
                Span left = ImportLines.span(line);
                past.halved(left.first(), left.last(), line.number("second"));
            }
            case REJECTED -> {
                if (!PastImport.mayExist(line.text("code"))) {
                    line.find("index").map(Long::valueOf).ifPresent(rejected::add);
                }
            }
            case ENDED -> ended(line, past);
            default -> {
                // says nothing of users
            }
        }
    }

    /** The rejected users before an end count, but for those that a run wrote that was killed before it came to the end. */
    private void ended(JournalLine line, PastImport past) {
        Instant until = line.instant("at").plus(CLOCKS);
        past.ended(line.number("first"), until);
        rejected.forEach(past::without);
        rejected.clear();
    }
}
