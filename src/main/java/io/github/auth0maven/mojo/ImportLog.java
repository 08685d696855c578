package io.github.auth0maven.mojo;

import static io.github.auth0maven.report.Verdict.grouped;
import static io.github.auth0maven.report.Verdict.plural;
import static io.github.auth0maven.report.Verdict.shown;

import io.github.auth0maven.ImportListener;
import io.github.auth0maven.Survey;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.management.CallListener;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.Pace;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Tells Maven's log how an import goes: a line when something changes, and never a line for each user beyond the first few. */
final class ImportLog implements ImportListener, CallListener {

    private static final int MOST_VIOLATIONS = 20;
    /** Of each kind: what is odd about one user is often odd about all of them. */
    private static final int MOST_WARNINGS = 3;

    private static final int MOST_FAILURES = 10;

    private final Log log;
    private final String prefix;
    private final Annotations annotations;
    private final Set<Wait> told = EnumSet.noneOf(Wait.class);
    private long errors;
    private final Map<String, Long> warnings = new LinkedHashMap<>();
    private long failures;

    /**
     * @param prefix begins every line that could be mistaken for the real thing
     */
    ImportLog(Log log, String prefix, Annotations annotations) {
        this.log = log;
        this.prefix = prefix;
        this.annotations = annotations;
    }

    String prefix() {
        return prefix;
    }

    /** The users file cannot be read: the failure of the build tells it, and it is shown at its place. */
    void unreadable(UsersFileException failure) {
        annotations.add(failure);
    }

    @Override
    public void found(Violation violation) {
        if (violation.severity() == Severity.ERROR) {
            boolean told = errors++ < MOST_VIOLATIONS;
            if (told) {
                log.error(violation.toString());
            }
            annotations.add(violation, told);
        } else {
            boolean told = warnings.merge(violation.code(), 1L, Long::sum) <= MOST_WARNINGS;
            if (told) {
                log.warn(violation.toString());
            }
            annotations.add(violation, told);
        }
    }

    @Override
    public void judged(Judgement judgement) {
        if (errors > MOST_VIOLATIONS) {
            log.error("… and " + plural(errors - MOST_VIOLATIONS, "more violation"));
        }
        String untold = warnings.entrySet().stream()
                .filter(warning -> warning.getValue() > MOST_WARNINGS)
                .map(warning -> grouped(warning.getValue() - MOST_WARNINGS) + " × " + warning.getKey())
                .collect(Collectors.joining(", "));
        if (!untold.isEmpty()) {
            log.warn("… and more of these warnings: " + untold);
        }
        if (!judgement.exportChanges().isNone()) {
            log.info(judgement.exportChanges().toString());
        }
    }

    @Override
    public void surveyed(Survey.Load load) {
        log.info(prefix + plural(load.users(), "user") + " in " + plural(load.jobs(), "job") + ": "
                + Pace.estimate(load.users(), load.jobs()) + " at the pace reported for Auth0");
    }

    @Override
    public void resumed(int endedJobs, List<String> runningJobs) {
        log.info(prefix + "Going on with the import that was interrupted: " + plural(endedJobs, "job") + " had ended"
                + (runningJobs.isEmpty() ? "" : ", " + String.join(", ", runningJobs) + " had not"));
    }

    @Override
    public void failed(Failure failure) {
        annotations.add(failure);
        if (failures++ < MOST_FAILURES) {
            log.error(prefix + failure);
        } else if (failures == MOST_FAILURES + 1) {
            log.error(prefix + "… the other failed users are in the report");
        }
    }

    @Override
    public void submitted(JobRecord job) {
        told.clear();
        log.info(prefix + "Job " + job.number() + " (" + job.id() + ") takes " + plural(job.users(), "user") + ", "
                + grouped(job.bytes()) + " bytes");
    }

    @Override
    public void takenUp(JobRecord job) {
        log.info(prefix + "Job " + job.id() + ", which an earlier run submitted, is followed: "
                + plural(job.users(), "user"));
    }

    @Override
    public void ended(JobRecord job, Optional<Summary> summary) {
        String counts = summary.map(s -> ": " + grouped(s.inserted()) + " inserted, " + grouped(s.updated())
                        + " updated, " + grouped(s.failed()) + " failed")
                .orElse("");
        Duration took = job.age(job.finishedAt().orElse(job.submittedAt()));
        log.info(prefix + "Job " + job.number() + " (" + job.id() + ") " + job.status() + " after " + shown(took)
                + counts);
    }

    @Override
    public void waiting(Wait reason, String detail, Duration duration) {
        String line = prefix + "Waiting: " + detail + "; the next attempt is in " + shown(duration);
        if (told.add(reason)) {
            log.info(line);
        } else {
            log.debug(line);
        }
    }

    @Override
    public void noted(String remark) {
        log.warn(prefix + remark);
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
    void verdict(ImportReport report, ReportDirectory directory, Path base) {
        String verdict = prefix + Verdict.summary(report);
        if (report.status() == Status.SUCCEEDED) {
            log.info(verdict);
        } else {
            log.error(verdict);
        }
        if (Thread.currentThread().isInterrupted()) {
            // Maven may not come to say it
            report.problem().ifPresent(problem -> log.error(prefix + problem));
        }
        log.info(prefix + "Report: " + relative(directory.report(), base)
                + (directory.hasFailedUsers()
                        ? "; users to be mended: " + relative(directory.failedUsers(), base)
                        : ""));
    }

    private static String relative(Path file, Path base) {
        return file.startsWith(base) ? base.relativize(file).toString() : file.toString();
    }
}
