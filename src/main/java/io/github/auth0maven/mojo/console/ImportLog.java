package io.github.auth0maven.mojo.console;

import static io.github.auth0maven.report.Verdict.grouped;
import static io.github.auth0maven.report.Verdict.plural;
import static io.github.auth0maven.report.Verdict.shown;

import io.github.auth0maven.imports.Assessment;
import io.github.auth0maven.imports.ImportListener;
import io.github.auth0maven.imports.Progress;
import io.github.auth0maven.jobs.BatchStage;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.management.CallListener;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.Pace;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.report.WaitRecord;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;

/** Tells Maven's log how an import goes: a line when something changes, and never a line for each user beyond the first few. */
public final class ImportLog implements ImportListener, CallListener {

    private static final int MOST_FAILURES = 10;

    /** An import of no more jobs tells of each of them; of more jobs, of the first few: the others are in its progress. */
    private static final int EACH_JOB = 10;

    private static final int FIRST_JOBS = 3;

    /** Of each kind: who waits for a slot before every job would tell little else. */
    private static final int MOST_WAITS = 3;

    /** A wait that was longer than it was said to be at first. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(15);

    private final Log log;
    private final String prefix;
    private final Redaction redaction;
    private final Annotations annotations;
    private final ViolationLog violations;
    private final ProgressLog progressLog;
    private final Progress progress;
    private final Map<Wait, Integer> waits = new EnumMap<>(Wait.class);
    private final Set<String> toldJobs = new HashSet<>();
    private long mostJobs = EACH_JOB;
    private long failures;

    /**
     * How things are put.
     *
     * @param prefix begins every line that could be mistaken for the real thing
     * @param redaction of what is told of users
     */
    public record Manner(String prefix, Redaction redaction) {}

    public ImportLog(Log log, String prefix, Annotations annotations) {
        this(log, new Manner(prefix, Redaction.none()), annotations, ProgressLog.silent());
    }

    public ImportLog(Log log, Manner manner, Annotations annotations, ProgressLog progressLog) {
        this.log = log;
        prefix = manner.prefix();
        redaction = manner.redaction();
        this.annotations = annotations;
        violations = new ViolationLog(log, annotations);
        this.progressLog = progressLog;
        progress = progressLog.progress();
    }

    /** Real time, in which progress is told as it passes. */
    public Timing timing() {
        Timing real = Timing.real();
        return new Timing(real.clock(), progressLog.whilePausing(real.pause()), real.chance());
    }

    public String prefix() {
        return prefix;
    }

    /** The users file cannot be read: the failure of the build tells it, and it is shown at its place. */
    public void unreadable(UsersFileException failure) {
        annotations.add(new UsersFileException(failure.position(), redaction.text(failure.problem())));
    }

    /** A text as it may be told. */
    public String redacted(String text) {
        return redaction.text(text);
    }

    @Override
    public void found(Violation found) {
        violations.found(redaction.of(found));
    }

    @Override
    public void judged(Judgement judgement) {
        violations.judged(judgement);
    }

    @Override
    public void surveyed(Assessment.Load load) {
        progress.surveyed(load);
        mostJobs = load.jobs() > EACH_JOB ? FIRST_JOBS : EACH_JOB;
        log.info(prefix + plural(load.users(), "user") + " in " + plural(load.jobs(), "job") + ": "
                + Pace.estimate(load.users(), load.jobs()) + " at the pace reported for Auth0");
    }

    @Override
    public void resumed(List<BatchStage.Ended> ended, List<String> running) {
        progress.resumed(ended);
        log.info(prefix + "Going on with the import that was interrupted: " + plural(ended.size(), "job") + " had ended"
                + (running.isEmpty() ? "" : ", " + String.join(", ", running) + " had not"));
    }

    @Override
    public void failed(Failure rejected) {
        Failure failure = redaction.of(rejected);
        progress.failed(failure);
        annotations.add(failure);
        if (failures++ < MOST_FAILURES) {
            log.error(prefix + failure);
        } else if (failures == MOST_FAILURES + 1) {
            log.error(prefix + "… the other failed users are in the report");
        }
    }

    @Override
    public void submitted(JobRecord job) {
        for (Map.Entry<Wait, Duration> over : progress.submitted(job).entrySet()) {
            waited(over.getKey(), over.getValue());
        }
        boolean told = toldJobs.size() < mostJobs && toldJobs.add(job.id());
        tell(
                told,
                "Job " + job.number() + " (" + job.id() + ") takes " + plural(job.users(), "user") + ", "
                        + grouped(job.bytes()) + " bytes");
        progressLog.tick();
    }

    @Override
    public void takenUp(JobRecord job) {
        progress.takenUp(job);
        toldJobs.add(job.id());
        log.info(prefix + "Job " + job.id() + ", which an earlier run submitted, is followed: "
                + plural(job.users(), "user"));
    }

    @Override
    public void lost(JobRecord job) {
        progress.lost(job);
    }

    @Override
    public void ended(JobRecord job, Optional<Summary> summary) {
        progress.ended(job);
        String counts = summary.isPresent() ? ": " + counts(summary.get()) : "";
        Duration took = job.age(job.finishedAt().orElse(job.submittedAt()));
        tell(
                toldJobs.contains(job.id()),
                "Job " + job.number() + " (" + job.id() + ") " + job.status() + " after " + shown(took) + counts);
        progressLog.tick();
    }

    private static String counts(Summary summary) {
        return grouped(summary.inserted()) + " inserted, " + grouped(summary.updated()) + " updated, "
                + grouped(summary.failed()) + " failed";
    }

    @Override
    public void waiting(Wait reason, String detail, Duration duration) {
        boolean told = progress.waiting(reason, duration) && waits.merge(reason, 1, Integer::sum) <= MOST_WAITS;
        tell(told, "Waiting: " + detail + "; the next attempt is in " + shown(duration));
    }

    private void waited(Wait reason, Duration length) {
        if (length.compareTo(LONG_WAIT) >= 0) {
            tell(
                    waits.getOrDefault(reason, 0) <= MOST_WAITS,
                    "Waited " + shown(length) + " " + WaitRecord.goal(reason));
        }
    }

    /** Tells it to everybody, or to those who look closely. */
    private void tell(boolean everybody, String line) {
        if (everybody) {
            log.info(prefix + line);
        } else {
            log.debug(prefix + line);
        }
    }

    @Override
    public void noted(String remark) {
        log.warn(prefix + redaction.text(remark));
    }

    @Override
    public void leftOut(String remark) {
        log.info(prefix + redaction.text(remark));
    }

    @Override
    public void warned(String line) {
        log.warn(prefix + line);
    }

    /** For those who look closely. */
    @Override
    public void called(String method, String path, String result, Duration took) {
        log.debug(method + " " + path + ": " + result + " (" + took.toMillis() + " ms)");
    }

    /** The last lines of an import. */
    public void verdict(ImportReport report, ReportDirectory directory, Path base) {
        String verdict = prefix + Verdict.summary(report);
        if (report.status() == Status.SUCCEEDED) {
            log.info(verdict);
        } else if (report.status() == Status.FAILED) {
            log.error(verdict);
        }
        Optional<String> closing = progress.closing(report);
        if (closing.isPresent()) {
            log.info(prefix + "InFlightBatch: " + closing.get());
        }
        if (Thread.currentThread().isInterrupted()) {
            // Maven may not come to say it
            report.problem().ifPresent(problem -> log.error(prefix + redaction.text(problem)));
        }
        report(directory, base);
    }

    /** What there is in the report, and where it is. */
    public void report(ReportDirectory directory, Path base) {
        Map<String, Long> counts = directory.failureCounts();
        if (!counts.isEmpty()) {
            log.info(prefix + "Failures by code: " + Verdict.byCode(counts));
        }
        Path page = directory.files().page();
        log.info(prefix + "Report: " + relative(directory.report(), base)
                + (directory.hasFailedUsers() ? "; users to be mended: " + relative(directory.failedUsers(), base) : "")
                + (Files.exists(page) ? "; to look at: " + relative(page, base) : ""));
        if (directory.hasConcluded()) {
            log.info(prefix + "The list as it was, which places lead into: " + relative(directory.retriedList(), base));
        }
    }

    private static String relative(Path file, Path base) {
        return file.startsWith(base) ? base.relativize(file).toString() : file.toString();
    }
}
