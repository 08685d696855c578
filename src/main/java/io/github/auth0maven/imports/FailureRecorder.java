package io.github.auth0maven.imports;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.JobListener;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.jobs.RejectedUser;
import io.github.auth0maven.jobs.Rejection;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.User;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Hands every failure to the report as it becomes known, each failed user once, and everything on to the listener. */
final class FailureRecorder implements JobListener {

    private final ReportDirectory directory;
    private final ImportListener listener;
    private final List<String> remarks = new ArrayList<>();
    private final BitSet collected = new BitSet();
    /** Users whom the service rejected in an earlier run, and who have not been put aside in this one. */
    private final BitSet rejectedBefore = new BitSet();

    FailureRecorder(ReportDirectory directory, ImportListener listener) {
        this.directory = directory;
        this.listener = listener;
    }

    List<String> remarks() {
        return remarks;
    }

    /** Takes what a reader of the report should know, and the listener does already. */
    void remark(String remark) {
        remarks.add(remark);
    }

    /** Takes what validation found; a warning is told, but is no failure. */
    void found(Violation violation) {
        listener.found(violation);
        if (violation.severity() == Severity.ERROR) {
            add(Failure.of(violation));
        } else {
            directory.addWarning(violation);
        }
    }

    /** Takes a user that an earlier run of this import found to be rejected. */
    void foundBefore(RejectedUser rejected) {
        Rejection rejection = rejected.rejection();
        Failure failure =
                new Failure(rejected.position(), rejection.attribute(), rejection.code(), rejection.message());
        add(failure);
        listener.failed(failure);
        rejected.position().ifPresent(place -> rejectedBefore.set((int) place.index()));
    }

    /** Whether there are users whom an earlier run found to be rejected, and who have not been put aside. */
    boolean lacksRejectedBefore() {
        return !rejectedBefore.isEmpty();
    }

    /** Puts a user aside, if an earlier run found it to be rejected. */
    void collectIfRejectedBefore(User user) {
        if (rejectedBefore.get((int) user.index())) {
            rejectedBefore.clear((int) user.index());
            collect(user);
        }
    }

    /** Puts a user aside that is not sent. */
    void collect(User user) {
        byte[] json = new byte[user.writtenSize()];
        collect(user.index(), json, user.writeTo(json, 0));
    }

    @Override
    public void rejected(JobRecord job, Batch batch, OptionalInt user, Rejection rejection) {
        Optional<Position> place = user.isPresent() ? Optional.of(batch.position(user.getAsInt())) : Optional.empty();
        Failure failure = new Failure(place, rejection.attribute(), rejection.code(), rejection.message());
        add(failure);
        listener.failed(failure);
        if (place.isPresent()) {
            byte[] json = batch.source(user.getAsInt());
            collect(place.get().index(), json, json.length);
        }
    }

    @Override
    public void submitted(JobRecord job) {
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
        showFailedUsers();
        listener.settled(job);
    }

    @Override
    public void waiting(Wait reason, String detail, Duration duration) {
        listener.waiting(reason, detail, duration);
    }

    @Override
    public void noted(String remark) {
        remark(remark);
        listener.noted(remark);
    }

    /** Writes the report. */
    void finish(ImportReport report) throws IOException {
        directory.finish(report);
    }

    private void collect(long index, byte[] json, int size) {
        if (collected.get((int) index)) {
            return;
        }
        collected.set((int) index);
        try {
            directory.add(json, 0, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until those whom an earlier run found are put aside again, the list that it left says more. */
    private void showFailedUsers() {
        if (lacksRejectedBefore()) {
            return;
        }
        try {
            directory.showFailedUsers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Failure failure) {
        try {
            directory.add(failure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
