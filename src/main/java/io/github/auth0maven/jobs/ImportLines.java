package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.SentBatches.Span;
import io.github.auth0maven.journal.JournalLine;
import io.github.auth0maven.users.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines that an import leaves in its journal, and what they say when they are read again. */
final class ImportLines {

    /** What a line is about. */
    enum Event {
        /** An import begins: what it is the import of. */
        IMPORT,
        /** A batch is about to be submitted. */
        INTENT,
        /** The service has taken the batch as a job. */
        TAKEN,
        /** The service has not taken the batch. */
        REFUSED,
        /** The batch, of which nobody knows whether an attempt was taken, becomes two. */
        HALVED,
        /** A user of the batch was not imported; counts only if the batch's end follows. */
        REJECTED,
        /** The batch's job has ended, and all is known of its users. */
        ENDED,
        /** All batches have ended. */
        FINISHED
    }

    private ImportLines() {}

    /**
     * A batch is about to be submitted.
     *
     * @param span the batch's own
     */
    static JournalLine intent(Batch batch, Span span, Instant at) {
        return JournalLine.of(Event.INTENT)
                .with("first", span.first())
                .with("last", span.last())
                .with("digest", span.digest())
                .with("at", at)
                .with("without", gaps(batch));
    }

    /** The users between its first and its last that are not in the batch, for they are invalid. */
    private static Optional<String> gaps(Batch batch) {
        StringBuilder gaps = new StringBuilder();
        for (int user = 1; user < batch.users(); user++) {
            for (long gap = batch.position(user - 1).index() + 1;
                    gap < batch.position(user).index();
                    gap++) {
                gaps.append(gaps.isEmpty() ? "" : ",").append(gap);
            }
        }
        return gaps.isEmpty() ? Optional.empty() : Optional.of(gaps.toString());
    }

    /** Those whom a line says were not in its batch. */
    static List<Long> without(JournalLine line) {
        return line.find("without").stream()
                .flatMap(all -> Stream.of(all.split(",")))
                .map(Long::valueOf)
                .toList();
    }

    static JournalLine taken(Batch batch, JobRecord job, boolean uncertain) {
        return JournalLine.of(Event.TAKEN)
                .with("first", SentBatches.first(batch))
                .with("uncertain", uncertain)
                .with("job", job.id())
                .with("users", job.users())
                .with("bytes", job.bytes())
                .with("at", job.submittedAt());
    }

    static JournalLine refused(Batch batch) {
        return JournalLine.of(Event.REFUSED).with("first", SentBatches.first(batch));
    }

    static JournalLine halved(Span left, Span right) {
        return JournalLine.of(Event.HALVED)
                .with("first", left.first())
                .with("last", left.last())
                .with("digest", left.digest())
                .with("second", right.first())
                .with("secondDigest", right.digest());
    }

    /** The rejected users of a batch, and its end. */
    static List<JournalLine> ended(Batch batch, JobRecord job, BatchOutcome outcome, List<RejectedUser> rejected) {
        List<JournalLine> lines = new ArrayList<>();
        for (RejectedUser user : rejected) {
            lines.add(rejected(batch, user));
        }
        lines.add(JournalLine.of(Event.ENDED)
                .with("first", SentBatches.first(batch))
                .with("status", job.status())
                .with("at", job.finishedAt())
                .with("inserted", outcome.inserted())
                .with("updated", outcome.updated())
                .with("failed", outcome.failed())
                .with("settled", outcome.settled())
                .with("rejected", rejected.size()));
        return lines;
    }

    private static JournalLine rejected(Batch batch, RejectedUser user) {
        JournalLine line = JournalLine.of(Event.REJECTED).with("first", SentBatches.first(batch));
        user.position()
                .ifPresent(place -> line.with("file", place.file())
                        .with("index", place.index())
                        .with("line", place.line())
                        .with("column", place.column()));
        return line.with("code", user.rejection().code())
                .with("message", user.rejection().message())
                .with("attribute", user.rejection().attribute());
    }

    /** The batch, or the left half, that a line is about. */
    static Span span(JournalLine line) {
        return new Span(line.number("first"), line.number("last"), line.text("digest"));
    }

    static BatchStage.Taken taken(JournalLine line, BatchStage before) {
        Instant at = line.instant("at");
        JobRecord job = new JobRecord(
                0,
                line.text("job"),
                "pending",
                (int) line.number("users"),
                (int) line.number("bytes"),
                at,
                Optional.empty());
        return new BatchStage.Taken(job, line.isTrue("uncertain"), before.firstIntent(at));
    }

    static BatchStage.Ended ended(JournalLine line, BatchStage before) {
        if (!(before instanceof BatchStage.Taken taken)) {
            throw new IllegalArgumentException("a batch has ended that was never taken");
        }
        BatchOutcome outcome = new BatchOutcome(
                line.number("inserted"), line.number("updated"), line.number("failed"), line.number("settled"));
        return new BatchStage.Ended(taken.job().ended(line.text("status"), line.instant("at")), outcome);
    }

    static RejectedUser rejected(JournalLine line) {
        Optional<Position> position = line.find("file")
                .map(file -> new Position(file, line.number("index"), line.number("line"), line.number("column")));
        return new RejectedUser(
                position, new Rejection(line.text("code"), line.text("message"), line.find("attribute")));
    }
}
