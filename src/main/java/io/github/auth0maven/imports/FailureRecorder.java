package io.github.auth0maven.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.JobListener;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.jobs.RejectedUser;
import io.github.auth0maven.jobs.Rejection;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.Inputs;
import io.github.auth0maven.report.ListedUser;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.User;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Hands every failure to the report as it becomes known, each failed user once, and everything on to the listener. */
final class FailureRecorder implements JobListener {

    private final ReportDirectory directory;
    private final ImportListener listener;
    private final Clock clock;
    private final List<String> remarks = new ArrayList<>();
    private final BitSet collected = new BitSet();
    /** Users whom the service rejected in an earlier run, and who have not been put aside in this one. */
    private final BitSet rejectedBefore = new BitSet();

    /** Users of the job that is being settled, by their number in its batch. */
    private final Map<Integer, RejectedNow> rejectedNow = new LinkedHashMap<>();

    FailureRecorder(ReportDirectory directory, ImportListener listener, Clock clock) {
        this.clock = clock;
        this.directory = directory;
        this.listener = listener;
    }

    List<String> remarks() {
        return remarks;
    }

    /** Removes what an earlier import left, as {@link ReportDirectory#begin} does. */
    void begin(boolean resumed) {
        write(() -> directory.begin(resumed));
    }

    /** Takes what a reader of the report should know, and the listener does already. */
    void remark(String remark) {
        remarks.add(remark);
    }

    /** Takes what validation found; a warning is told, but is no failure. */
    void found(Violation violation) {
        listener.found(violation);
        directory.course().found(violation);
        if (violation.severity() == Severity.ERROR) {
            write(() -> directory.add(Failure.of(violation)));
        } else {
            directory.addWarning(violation);
        }
    }

    /** Takes what has been changed of users as they were read, which the listener knows already. */
    void changed(Judgement judgement) {
        directory.course().hashes(judgement.hashChanges());
        judgement.changes().forEach(this::remark);
    }

    /** Takes what has been read, and what of it is sent. */
    void surveyed(Inputs inputs) {
        directory.course().inputs(inputs);
    }

    /** Takes a user that an earlier run of this import found to be rejected. */
    void foundBefore(RejectedUser rejected) {
        Rejection rejection = rejected.rejection();
        Failure failure =
                new Failure(rejected.position(), rejection.attribute(), rejection.code(), rejection.message());
        write(() -> directory.add(failure));
        listener.failed(failure);
        rejected.position().ifPresent(place -> rejectedBefore.set((int) place.index()));
    }

    /** Whether there are users whom an earlier run found to be rejected, and who have not been put aside. */
    boolean lacksRejectedBefore() {
        return !rejectedBefore.isEmpty();
    }

    /** Puts a user aside, if an earlier run found it to be rejected. */
    void collectIfRejectedBefore(User user, Optional<String> record) {
        if (rejectedBefore.get((int) user.index())) {
            rejectedBefore.clear((int) user.index());
            collect(user, record);
        }
    }

    /** Puts a user aside that is not sent, in the order of the users file. */
    void collect(User user, Optional<String> record) {
        byte[] json = new byte[user.writtenSize()];
        String compact = new String(json, 0, user.writeTo(json, 0), UTF_8);
        write(() -> {
            if (isFirst(user.index())) {
                directory.add(new ListedUser(user.index(), compact, record));
            }
        });
    }

    @Override
    public void rejected(JobRecord job, Batch batch, OptionalInt user, Rejection rejection) {
        Optional<Position> place = user.isPresent() ? Optional.of(batch.position(user.getAsInt())) : Optional.empty();
        Failure failure = new Failure(place, rejection.attribute(), rejection.code(), rejection.message());
        write(() -> {
            String json = directory.add(failure);
            if (user.isPresent()) {
                rejectedNow
                        .computeIfAbsent(user.getAsInt(), number -> new RejectedNow(batch, number, new ArrayList<>()))
                        .errors()
                        .add(json);
            }
        });
        listener.failed(failure);
    }

    /** A user of the job that is being settled, and what is wrong with it, as JSON. */
    private record RejectedNow(Batch batch, int number, List<String> errors) {

        ListedUser user() {
            return new ListedUser(
                    batch.position(number).index(), new String(batch.source(number), UTF_8), batch.record(number));
        }
    }

    @Override
    public void submitted(JobRecord job) {
        directory.course().submitted(clock.instant());
        showFailedUsers();
        listener.submitted(job);
    }

    @Override
    public void takenUp(JobRecord job) {
        listener.takenUp(job);
    }

    @Override
    public void lost(JobRecord job) {
        listener.lost(job);
    }

    @Override
    public void ended(JobRecord job, Optional<Summary> summary) {
        listener.ended(job, summary);
    }

    @Override
    public void settled(JobRecord job) {
        write(this::collectRejected);
        showFailedUsers();
        listener.settled(job);
    }

    @Override
    public void waiting(Wait reason, String detail, Duration duration) {
        directory.course().waiting(reason, detail, clock.instant(), duration);
        listener.waiting(reason, detail, duration);
    }

    @Override
    public void noted(String remark) {
        remark(remark);
        listener.noted(remark);
    }

    /** The users file is a list that is about to be replaced: tells where it is kept, and who is there alone. */
    void conclude(long notImported) {
        String kept = directory.retriedList().getFileName().toString();
        remark(
                "The list has been replaced by that of the users who were not imported now; places lead into the one that"
                        + " was imported again, which is kept as " + kept);
        if (collected() < notImported) {
            noted("Of " + notImported + " users who were not imported, Auth0 names " + collected()
                    + ": the others are in " + kept + " alone");
        }
    }

    /** Writes the report. */
    void finish(ImportReport report) throws IOException {
        directory.finish(report);
    }

    private void collectRejected() throws IOException {
        for (RejectedNow rejected : rejectedNow.values()) {
            ListedUser user = rejected.user();
            if (isFirst(user.index())) {
                directory.add(user, rejected.errors());
            }
        }
        rejectedNow.clear();
    }

    /** Whether the user has not been put aside before; from now on it has. */
    private boolean isFirst(long index) {
        boolean first = !collected.get((int) index);
        collected.set((int) index);
        return first;
    }

    /** How many users have been put aside. */
    long collected() {
        return collected.cardinality();
    }

    /** Until those whom an earlier run found are put aside again, the list that it left says more. */
    private void showFailedUsers() {
        if (!lacksRejectedBefore()) {
            write(directory::showFailedUsers);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
