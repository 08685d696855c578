package io.github.auth0maven.imports;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.batch.Batcher;
import io.github.auth0maven.imports.Resumption.Beginning;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.jobs.JobsResult;
import io.github.auth0maven.journal.JournalKey;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ImportReport.Users;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UserSource;
import io.github.auth0maven.validation.ConnectionRules;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Judgement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An import, from the users file to the report: judge the whole file; then read it again, pack, send and follow; and tell.
 * What depends on the connection, where something does, is judged in a pass of its own once that has been looked up.
 *
 * <p>Nothing is sent before the last user has been judged, and nothing is sent of a file that has changed since.
 */
public final class UserImport {

    private static final JobsResult NOTHING = new JobsResult(List.of(), 0, 0, 0, 0, 0, Optional.empty());

    private static final String OPTIONS_UNREAD =
            "The options of the connection could not be read, which takes the scope read:connections_options: what depends on"
                    + " them is a warning, and Auth0 decides";

    private final Order order;
    private final Service service;
    private final Timing timing;
    private final ImportListener listener;

    /**
     * What is to be imported, and how.
     *
     * @param judge holds the users to the rules
     * @param capacity the size of the largest import file, in bytes
     * @param skipInvalid whether the valid users are sent although there are invalid ones
     * @param maxFailedUsers how many users may fail in an import that succeeds
     * @param stopAfterFailures whether no more users are sent once more have failed
     */
    public record Order(
            UserSource source,
            FileJudge judge,
            RootAttributes rootAttributes,
            Target target,
            int capacity,
            boolean skipInvalid,
            long maxFailedUsers,
            boolean stopAfterFailures,
            JobRunner.Settings jobs,
            Resumption resumption) {

        /** How many users may fail before no more are sent; negative if too many are invalid. */
        JobRunner.Settings jobs(long invalidUsers) {
            return stopAfterFailures ? jobs.stoppingAfter(maxFailedUsers - invalidUsers) : jobs;
        }
    }

    /** Who takes the users; asked for when the file has been judged, and only if there is something to send. */
    public interface Service {

        /** Connects. */
        ImportJobs connect() throws IOException, InterruptedException;

        /** What is known of the connection that the users go to, once connected. */
        default ConnectionRules connection() {
            return ConnectionRules.UNKNOWN;
        }

        /** Why the import was stopped, and what to do about it, in one line. */
        String explain(JobsResult.Stop stop);
    }

    public UserImport(Order order, Service service, Timing timing, ImportListener listener) {
        this.order = order;
        this.service = service;
        this.timing = timing;
        this.listener = listener;
    }

    /**
     * Imports the users, and leaves the report in the directory.
     *
     * @throws IOException if the users file cannot be read, or the service cannot be connected to: then nothing has been sent;
     *     or if the report cannot be written: then jobs may be running
     */
    public ImportReport run(ReportDirectory directory) throws IOException, InterruptedException {
        try {
            return importUsers(directory);
        } catch (UncheckedIOException e) {
            throw new IOException("The report cannot be written: " + e.getCause(), e);
        }
    }

    private ImportReport importUsers(ReportDirectory directory) throws IOException, InterruptedException {
        Instant start = timing.clock().instant();
        FailureRecorder recorder = new FailureRecorder(directory, listener, timing.clock());
        Assessment assessment = new Assessment(order.source(), order.rootAttributes(), order.capacity());
        Judgement judgement = judge(assessment, recorder);
        boolean sends = isSendable(judgement);
        directory.writeListAs(judgement.form());
        Beginning beginning = sends ? takeUp(judgement, directory, recorder) : Beginning.ANEW;
        if (beginning == Beginning.DONE) {
            return skipped(start, directory);
        }
        recorder.begin(beginning == Beginning.RESUMED);
        Optional<ImportJobs> jobs = sends ? Optional.of(connect(start, judgement, recorder)) : Optional.empty();
        Judgement whole = judgeRest(judgement, assessment, recorder);
        JobsResult followed = NOTHING;
        if (jobs.isPresent() && isSendable(whole)) {
            listener.surveyed(assessment.load());
            followed = send(jobs.get(), whole, recorder);
        } else {
            ChosenUsers.putInvalidAside(order.source(), whole, recorder);
        }
        if (hasEnded(followed) && directory.retries()) {
            recorder.conclude(whole.invalidUsers() + followed.failed());
        }
        ImportReport report = report(start, whole, followed, recorder.remarks());
        directory.finish(report);
        conclude(directory, followed, report.status());
        return report;
    }

    private static boolean hasEnded(JobsResult followed) {
        return !followed.jobs().isEmpty() && followed.stop().isEmpty();
    }

    private void conclude(ReportDirectory directory, JobsResult followed, Status status) throws IOException {
        if (hasEnded(followed)) {
            directory.prepareConclusion();
            journal().finish(status == Status.SUCCEEDED);
            directory.conclude();
        } else if (followed.stop().isPresent() && followed.stop().get() instanceof JobsResult.Stop.Interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Judges the whole file, but for what only the connection can decide. */
    private Judgement judge(Assessment assessment, FailureRecorder recorder) throws IOException {
        Judgement judgement = assessment.judge(order.judge().beforeConnecting(), recorder::found);
        recorder.surveyed(assessment.inputs());
        if (judgement.undecided() == 0) {
            listener.judged(judgement);
        }
        recorder.changed(judgement);
        judgement.remarks().forEach(recorder::noted);
        return judgement;
    }

    /** Judges what depends on the connection, by what is known of it now. */
    private Judgement judgeRest(Judgement before, Assessment assessment, FailureRecorder recorder) throws IOException {
        if (before.undecided() == 0 && !order.judge().hasMoreToJudge(service.connection())) {
            return before;
        }
        FileJudge judge = order.judge().onceConnected(service.connection());
        Judgement judgement = assessment.judgeRest(before, judge, recorder::found);
        recorder.surveyed(assessment.inputs());
        listener.judged(judgement);
        if (isSendable(judgement)
                && service.connection().isUnknown()
                && !order.target().dryRun()) {
            recorder.noted(OPTIONS_UNREAD);
        }
        return judgement;
    }

    private boolean isSendable(Judgement judgement) {
        return judgement.validUsers() > 0 && (judgement.invalidUsers() == 0 || order.skipInvalid());
    }

    /** Goes on where an earlier run of this import was interrupted, if one was. */
    private Beginning takeUp(Judgement judgement, ReportDirectory directory, FailureRecorder recorder)
            throws IOException {
        JournalKey key = new JournalKey(
                judgement.fingerprint().digest(),
                order.resumption().options(),
                order.target().domain(),
                order.target().connection());
        Beginning beginning = order.resumption().beginningOf(key, directory.lacksConclusion());
        if (beginning == Beginning.ANEW) {
            if (journal().isUnfinished() && !journal().running().isEmpty()) {
                recorder.noted(
                        "The import that was interrupted before is forgotten (auth0.resume=never); these jobs of it"
                                + " may still be running: "
                                + String.join(", ", journal().running()));
            }
            order.resumption().begin(key, timing.clock().instant());
        } else if (beginning == Beginning.RESUMED) {
            listener.resumed(journal().ended(), journal().running());
            journal().replay(recorder::foundBefore);
        }
        return beginning;
    }

    private ImportReport skipped(Instant start, ReportDirectory directory) throws IOException {
        Instant now = timing.clock().instant();
        String remark = "These users have been imported before, and nothing has changed since (auth0.skipUnchanged)";
        ImportReport report = new ImportReport(
                Status.SKIPPED, order.target(), start, now, Users.NONE, List.of(), List.of(remark), Optional.empty());
        listener.leftOut(remark);
        directory.finish(report);
        return report;
    }

    private ImportJournal journal() {
        return order.resumption().journal();
    }

    /** Connects to the service, or leaves a report that says why it could not. */
    private ImportJobs connect(Instant start, Judgement judgement, FailureRecorder recorder)
            throws IOException, InterruptedException {
        try {
            return service.connect();
        } catch (IOException e) {
            keepFailed(judgement, recorder);
            JobsResult stopped = JobsResult.before(journal(), new JobsResult.Stop.Broken(e));
            recorder.finish(report(start, judgement, stopped, recorder.remarks()));
            throw e;
        }
    }

    private JobsResult send(ImportJobs jobs, Judgement judgement, FailureRecorder recorder)
            throws IOException, InterruptedException {
        try (UserReader users = order.source().openUnchanged(judgement.fingerprint())) {
            UserReader unsent =
                    ChosenUsers.unsent(ChosenUsers.valid(users, judgement.invalid(), recorder), journal(), recorder);
            Batcher batcher = new Batcher(
                    unsent, new WithRootAttributes(order.rootAttributes()), order.capacity(), journal()::parts);
            JobsResult followed = new JobRunner(jobs, order.jobs(judgement.invalidUsers()), timing, recorder)
                    .run(batcher::next, journal());
            if (followed.stop().isPresent() && (judgement.invalidUsers() > 0 || recorder.lacksRejectedBefore())) {
                keepFailedOfTheRest(unsent, recorder);
            }
            return followed;
        }
    }

    /** Goes through the file for those alone who are invalid, or were rejected before. */
    private void keepFailed(Judgement judgement, FailureRecorder recorder) throws IOException {
        if (judgement.invalidUsers() > 0 || recorder.lacksRejectedBefore()) {
            try (UserReader users = order.source().openUnchanged(judgement.fingerprint())) {
                UserReader valid = ChosenUsers.valid(users, judgement.invalid(), recorder);
                keepFailedOfTheRest(ChosenUsers.unsent(valid, journal(), recorder), recorder);
            }
        }
    }

    /** Goes through those who are not sent now for the failed users alone. */
    private static void keepFailedOfTheRest(UserReader unsent, FailureRecorder recorder) {
        try {
            while (unsent.next()) {
                // only the failed ones are of interest here
            }
        } catch (IOException e) {
            recorder.noted("The users file could not be read to its end, so the list of failed users may lack some: "
                    + e.getMessage());
        }
    }

    private ImportReport report(Instant start, Judgement judgement, JobsResult followed, List<String> remarks) {
        Users users = new Users(
                judgement.users(),
                followed.inserted(),
                followed.updated(),
                followed.failed(),
                judgement.invalidUsers(),
                judgement.validUsers() - followed.sent(),
                followed.pending());
        boolean refused = judgement.invalidUsers() > 0 && !order.skipInvalid();
        boolean tooMany = users.notImported() > order.maxFailedUsers();
        return new ImportReport(
                refused || tooMany || followed.stop().isPresent() ? Status.FAILED : Status.SUCCEEDED,
                order.target(),
                start,
                timing.clock().instant(),
                users,
                followed.jobs(),
                remarks,
                followed.stop().isPresent()
                        ? Optional.of(service.explain(followed.stop().get()))
                        : Optional.empty());
    }
}
