package io.github.auth0maven.imports;

import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.ValidationReport;
import io.github.auth0maven.users.UserSource;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first half of an import: reads and judges the users, counts what would be sent, and leaves a report of that. */
public final class Validation {

    private final UserSource source;
    private final FileJudge judge;
    private final Assessment assessment;
    private final ImportListener listener;
    private final Map<String, Long> warnings = new HashMap<>();

    /**
     * @param assessment of the same users
     */
    public Validation(UserSource source, FileJudge judge, Assessment assessment, ImportListener listener) {
        this.source = source;
        this.judge = judge;
        this.assessment = assessment;
        this.listener = listener;
    }

    /**
     * Validates the users, and leaves the report in the directory.
     *
     * @throws IOException if the users cannot be read, or the report cannot be written
     */
    public Judgement run(ReportDirectory directory, Clock clock) throws IOException {
        try {
            return validated(directory, clock);
        } catch (UncheckedIOException e) {
            throw new IOException("The report cannot be written: " + e.getCause(), e);
        }
    }

    /** How many warnings there are in a file. */
    public long warnings(String file) {
        return warnings.getOrDefault(file, 0L);
    }

    private Judgement validated(ReportDirectory directory, Clock clock) throws IOException {
        Instant start = clock.instant();
        FailureRecorder recorder = new FailureRecorder(directory, listener, clock);
        Judgement judgement;
        try {
            judgement = assessment.judge(judge, violation -> {
                recorder.found(violation);
                count(violation);
            });
        } catch (UsersFileException e) {
            directory.finish(unreadable(start, clock.instant(), e));
            throw e;
        }
        listener.judged(judgement);
        recorder.changed(judgement);
        judgement.remarks().forEach(recorder::noted);
        recorder.surveyed(assessment.inputs());
        directory.writeListAs(judgement.form());
        directory.begin(false);
        ChosenUsers.putInvalidAside(source, judgement, recorder);
        directory.finish(report(start, clock.instant(), judgement, recorder.remarks()));
        return judgement;
    }

    private void count(Violation violation) {
        if (violation.severity() == Severity.WARNING) {
            warnings.merge(violation.position().file(), 1L, Long::sum);
        }
    }

    private ValidationReport report(Instant start, Instant end, Judgement judgement, List<String> remarks) {
        Assessment.Load load = assessment.load();
        return new ValidationReport(
                judgement.invalidUsers() > 0 ? Status.FAILED : Status.SUCCEEDED,
                source.name(),
                start,
                end,
                new ValidationReport.Users(judgement.users(), judgement.validUsers(), load.jobs(), load.bytes()),
                remarks,
                Optional.empty());
    }

    private ValidationReport unreadable(Instant start, Instant end, UsersFileException e) {
        return new ValidationReport(
                Status.FAILED,
                source.name(),
                start,
                end,
                ValidationReport.Users.NONE,
                List.of(),
                Optional.of(String.valueOf(e.getMessage())));
    }
}
