package io.github.auth0maven.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.imports.Assessment;
import io.github.auth0maven.imports.Progress;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.JobListener.Wait;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.mojo.RecordedLog;
import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ImportReport.Users;
import io.github.auth0maven.report.ListedUser;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.ValidationSettings;
import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines that a person sees of an import. */
class ImportLogTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final JobRecord JOB = new JobRecord(3, "job_abc", "pending", 1200, 498_777, START, Optional.empty());

    private static final ImportLog.Manner PLAIN = new ImportLog.Manner("", Redaction.none());

    private final RecordedLog lines = new RecordedLog();
    private final List<String> commands = new ArrayList<>();
    private final Annotations annotations = new Annotations(Optional::of, commands::add);
    private final ImportLog log = new ImportLog(lines, "", annotations);

    @TempDir
    private Path directory;

    @Test
    void anErrorAndAWarningAreTheirOwnLines() throws IOException {
        log.found(new Violation(place(0), "email", "INVALID_FORMAT", "no address", Severity.ERROR));
        log.found(new Violation(place(1), null, "TOO_LARGE", "large", Severity.WARNING));
        judged("[]");

        assertThat(lines.lines)
                .containsExactly(
                        "error users.json:[1,3] email: no address [INVALID_FORMAT]",
                        "warn users.json:[2,3] large [TOO_LARGE]");
    }

    @Test
    void twentyErrorsAreShown() throws IOException {
        find(20, Severity.ERROR);
        judged("[]");

        assertThat(lines.at("error")).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({"21, … and 1 more violation", "1220, '… and 1,200 more violations'"})
    void moreThanTwentyAreCounted(int violations, String left) throws IOException {
        find(violations, Severity.ERROR);
        judged("[]");

        assertThat(lines.at("error")).hasSize(21).last().isEqualTo(left);
        assertThat(lines.at("error").get(19)).startsWith("users.json:[20,3]");
    }

    @Test
    void threeWarningsOfAKindAreShownAndTheOthersCounted() throws IOException {
        for (int user = 0; user < 1200; user++) {
            log.found(new Violation(place(user), null, "NO_PASSWORD_HASH", "no hash", Severity.WARNING));
        }
        for (int user = 0; user < 4; user++) {
            log.found(new Violation(place(user), "name", "WHITE_SPACE", "white space", Severity.WARNING));
        }
        for (int user = 0; user < 3; user++) {
            log.found(new Violation(place(user), "picture", "PICTURE_NOT_A_URL", "no URL", Severity.WARNING));
        }
        judged("[]");

        assertThat(lines.at("warn"))
                .hasSize(10)
                .contains("users.json:[3,3] no hash [NO_PASSWORD_HASH]")
                .last()
                .isEqualTo("… and more of these warnings: 1,197 × NO_PASSWORD_HASH, 1 × WHITE_SPACE");
    }

    @Test
    void tenFailuresAreShownAndThenTheReportIsNamedOnce() {
        IntStream.range(0, 300).forEach(this::fail);

        assertThat(lines.at("error"))
                .hasSize(11)
                .startsWith("users.json:[1,3] email: Auth0 says so [MAX_LENGTH]")
                .endsWith("… the other failed users are in the report");
    }

    @Test
    void tenFailuresNeedNoMoreWords() {
        IntStream.range(0, 10).forEach(this::fail);

        assertThat(lines.at("error")).hasSize(10).noneMatch(line -> line.startsWith("…"));
    }

    @Test
    void whatWasChangedOfAnExportIsNoWarning() throws IOException {
        judged("[{\"email\":\"ada@example.com\",\"identities\":[{\"provider\":\"auth0\"}]}]");

        assertThat(lines.lines)
                .containsExactly("info Auth0's export: 0 users of other than database connections left out, \"auth0|\""
                        + " stripped from 0 user ids, dropped identities (1)");
    }

    @Test
    void howMuchIsSentIsToldWithHowLongItMayTake() {
        log.surveyed(new Assessment.Load(12_345, 14, 7_000_000, 0.97));

        assertThat(lines.lines)
                .containsExactly("info 12,345 users in 14 jobs: about 2 min to 19 min at the pace reported for Auth0");
    }

    @Test
    void whatIsToldIsShownAtItsPlaceAndTheRestIsCounted() {
        find(21, Severity.ERROR);
        find(4, Severity.WARNING);
        annotations.close();

        assertThat(commands)
                .hasSize(14)
                .contains("::error title=users file::… and 12 more problems, of which the log tells");
        assertThat(commands)
                .last()
                .isEqualTo("::warning title=users file::… and 1 more warning, of which the log tells");
    }

    @Test
    void aJobIsToldWhenItIsSubmittedAndWhenItEnds() {
        JobRecord ended =
                new JobRecord(3, "job_abc", "completed", 1200, 498_777, START, Optional.of(START.plusMillis(62_500)));
        log.submitted(JOB);
        log.ended(ended, Optional.of(new Summary(1200, 1100, 90, 10)));

        assertThat(lines.lines)
                .containsExactly(
                        "info Job 3 (job_abc) takes 1,200 users, 498,777 bytes",
                        "info Job 3 (job_abc) completed after 1 min 2 s: 1,100 inserted, 90 updated, 10 failed");
    }

    @Test
    void aJobThatEndsWithoutASummaryIsToldWithoutCounts() {
        log.submitted(JOB);
        log.ended(
                new JobRecord(1, "job_abc", "failed", 1, 100, START, Optional.of(START.plusMillis(300))),
                Optional.empty());

        assertThat(lines.lines).last().isEqualTo("info Job 1 (job_abc) failed after 0.3 s");
    }

    @Test
    void aWaitIsToldOnceForEachReasonUntilAJobIsSubmitted() {
        log.waiting(Wait.SLOTS, "no slot", Duration.ofSeconds(1));
        log.waiting(Wait.SLOTS, "no slot", Duration.ofSeconds(2));
        log.waiting(Wait.RATE_LIMIT, "too quick", Duration.ofSeconds(1));
        log.submitted(JOB);
        log.waiting(Wait.SLOTS, "no slot", Duration.ofSeconds(3));

        assertThat(lines.lines)
                .containsExactly(
                        "info Waiting: no slot; the next attempt is in 1.0 s",
                        "debug Waiting: no slot; the next attempt is in 2.0 s",
                        "info Waiting: too quick; the next attempt is in 1.0 s",
                        "info Job 3 (job_abc) takes 1,200 users, 498,777 bytes",
                        "info Waiting: no slot; the next attempt is in 3.0 s");
    }

    @Test
    void eachOfTenJobsIsTold() {
        jobs(10);

        assertThat(lines.at("info")).filteredOn(line -> line.startsWith("Job ")).hasSize(20);
    }

    @Test
    void ofMoreJobsTheFirstThreeAreTold() {
        jobs(10_000);

        assertThat(lines.at("info"))
                .filteredOn(line -> line.startsWith("Job "))
                .hasSize(6)
                .last()
                .asString()
                .startsWith("Job 3 (job_3) completed");
        assertThat(lines.at("debug"))
                .filteredOn(line -> line.startsWith("Job "))
                .hasSize(2 * 9_997);
    }

    @Test
    void whoWaitsBeforeEachJobIsToldThreeTimes() {
        for (int job = 1; job <= 10; job++) {
            log.waiting(Wait.SLOTS, "no slot", Duration.ofSeconds(1));
            log.submitted(job(job));
        }

        assertThat(lines.at("info"))
                .filteredOn(line -> line.startsWith("Waiting"))
                .hasSize(3);
        assertThat(lines.at("debug"))
                .filteredOn(line -> line.startsWith("Waiting"))
                .hasSize(7);
    }

    @Test
    void aWaitThatBecameLongIsToldWhenItIsOver() {
        MovableClock time = new MovableClock();
        ImportLog patient = new ImportLog(lines, PLAIN, annotations, progressLog(time));
        patient.waiting(Wait.SLOTS, "no slot", Duration.ofSeconds(5));
        time.advance(Duration.ofSeconds(5));
        patient.waiting(Wait.SLOTS, "no slot", Duration.ofSeconds(10));
        time.advance(Duration.ofSeconds(10));
        patient.submitted(JOB);
        patient.waiting(Wait.SLOTS, "no slot", Duration.ofSeconds(14));
        time.advance(Duration.ofSeconds(14));
        patient.submitted(job(4));

        assertThat(lines.at("info"))
                .containsExactly(
                        "Waiting: no slot; the next attempt is in 5.0 s",
                        "Waited 15.0 s for an import slot",
                        "Job 3 (job_abc) takes 1,200 users, 498,777 bytes",
                        "Waiting: no slot; the next attempt is in 14.0 s",
                        "Job 4 (job_4) takes 1,200 users, 498,777 bytes");
    }

    @Test
    void aLongImportTellsAtItsEndHowItWent(@TempDir Path base) throws Exception {
        MovableClock time = new MovableClock();
        ImportLog slow = new ImportLog(
                lines, new ImportLog.Manner("[dry run] ", Redaction.none()), annotations, progressLog(time));
        slow.waiting(Wait.RATE_LIMIT, "too quick", Duration.ofSeconds(2));
        time.advance(Duration.ofSeconds(2));
        try (ReportDirectory directory = ReportDirectory.at(base)) {
            slow.verdict(report(Status.SUCCEEDED), directory, base);
        }

        assertThat(lines.at("info")).contains("[dry run] InFlightBatch: waited 2.0 s because of the rate limit");
    }

    @Test
    void aRemarkIsAWarning() {
        log.noted("It is not known whether Auth0 took the job");

        assertThat(lines.lines).containsExactly("warn It is not known whether Auth0 took the job");
    }

    @Test
    void thatNothingIsToBeDoneIsNoWarning() {
        log.leftOut("These users have been imported before");

        assertThat(lines.lines).containsExactly("info These users have been imported before");
    }

    @Test
    void aCallIsForThoseWhoLookClosely() {
        log.called("GET", "/api/v2/jobs/job_abc", "200 req_1", Duration.ofMillis(42));

        assertThat(lines.lines).containsExactly("debug GET /api/v2/jobs/job_abc: 200 req_1 (42 ms)");
    }

    @Test
    void theLastLinesGiveTheVerdictAndTheReport(@TempDir Path base) throws Exception {
        try (ReportDirectory directory = ReportDirectory.at(base.resolve("target/auth0"))) {
            log.verdict(report(Status.SUCCEEDED), directory, base);
        }

        assertThat(lines.lines)
                .containsExactly(
                        "info 12 users: 11 inserted, 1 failed; 0 jobs, 2.0 s",
                        "info Report: target/auth0/import-report.json");
    }

    @Test
    void anImportThatWasLeftOutCountsNothingAndIsNoError(@TempDir Path base) throws Exception {
        try (ReportDirectory directory = ReportDirectory.at(base)) {
            log.verdict(report(Status.SKIPPED), directory, base);
        }

        assertThat(lines.lines).containsExactly("info Report: import-report.json");
    }

    @Test
    void usersToBeMendedAreNamedWithTheReport(@TempDir Path base, @TempDir Path elsewhere) throws Exception {
        try (ReportDirectory directory = ReportDirectory.at(elsewhere)) {
            directory.add(new ListedUser(0, "{}", Optional.empty()));
            log.verdict(report(Status.FAILED), directory, base);
        }

        assertThat(lines.lines)
                .containsExactly(
                        "error 12 users: 11 inserted, 1 failed; 0 jobs, 2.0 s",
                        "info Report: " + elsewhere.resolve("import-report.json") + "; users to be mended: "
                                + elsewhere.resolve("failed-users.json"));
    }

    @Test
    void everyLineOfADryRunThatCouldBeMistakenForTheRealThingSaysWhatItIs(@TempDir Path base) throws Exception {
        ImportLog dryRun = new ImportLog(lines, "[dry run] ", annotations);
        dryRun.submitted(JOB);
        dryRun.ended(JOB, Optional.empty());
        dryRun.waiting(Wait.SERVICE, "gone", Duration.ofSeconds(1));
        dryRun.waiting(Wait.SERVICE, "gone", Duration.ofSeconds(1));
        dryRun.noted("a remark");
        dryRun.surveyed(new Assessment.Load(1, 1, 1, 1));
        IntStream.range(0, 11).forEach(user -> dryRun.failed(failure(user)));
        try (ReportDirectory directory = ReportDirectory.at(base)) {
            dryRun.verdict(report(Status.SUCCEEDED), directory, base);
            dryRun.verdict(report(Status.FAILED), directory, base);
        }

        assertThat(lines.lines).hasSize(5 + 1 + 11 + 4).allMatch(line -> line.matches("[a-z]+ \\[dry run] .+"));
    }

    @Test
    void whatIsWrongWithTheFileIsSoWithOrWithoutADryRun() {
        ImportLog dryRun = new ImportLog(lines, "[dry run] ", annotations);
        dryRun.found(new Violation(place(0), "email", "INVALID_FORMAT", "no address", Severity.ERROR));

        assertThat(lines.at("error")).containsExactly("users.json:[1,3] email: no address [INVALID_FORMAT]");
    }

    private void jobs(int count) {
        log.surveyed(new Assessment.Load(1200L * count, count, 1, 1));
        for (int number = 1; number <= count; number++) {
            JobRecord job = job(number);
            log.submitted(job);
            log.ended(
                    new JobRecord(number, job.id(), "completed", 1200, 498_777, START, Optional.of(START)),
                    Optional.empty());
        }
    }

    private static JobRecord job(int number) {
        return new JobRecord(number, "job_" + number, "pending", 1200, 498_777, START, Optional.empty());
    }

    private static ProgressLog progressLog(MovableClock time) {
        return new ProgressLog(new Progress(time, 2), time, line -> {}, Optional.empty());
    }

    private void judged(String users) throws IOException {
        Path file = Files.writeString(directory.resolve("users.json"), users);
        log.judged(new FileJudge(new ValidationSettings(1000), directory)
                .judge(new UsersFile(file, "users.json"), violation -> {}));
    }

    private void find(int violations, Severity severity) {
        IntStream.range(0, violations)
                .forEach(user ->
                        log.found(new Violation(place(user), "email", "INVALID_FORMAT", "no address", severity)));
    }

    private void fail(int user) {
        log.failed(failure(user));
    }

    private static Failure failure(int user) {
        return new Failure(Optional.of(place(user)), Optional.of("email"), "MAX_LENGTH", "Auth0 says so");
    }

    private static Position place(int user) {
        return new Position("users.json", user, user + 1, 3);
    }

    private static ImportReport report(Status status) {
        return new ImportReport(
                status,
                new Target(false, "example.auth0.com", "Users", "users.json"),
                START,
                START.plusSeconds(2),
                new Users(12, 11, 0, 1, 0, 0),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
