package io.github.auth0maven.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.auth0maven.jobs.BatchOutcome;
import io.github.auth0maven.jobs.BatchStage;
import io.github.auth0maven.jobs.JobListener.Wait;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ImportReport.Users;
import io.github.auth0maven.users.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of an import while it goes on, and at its end. */
class ProgressTest {

    private final VirtualTime time = new VirtualTime();
    private final List<JobRecord> records = new ArrayList<>();
    private final Progress progress = new Progress(time, 2);

    @Test
    void beforeAJobHasEndedTheTimeLeftIsThatOfThePaceReportedForAuth0() {
        assessment(14_000, 14);
        submit(1000);
        pass(30);

        assertThat(progress.left()).isEmpty();
        assertThat(progress.line())
                .isEqualTo("0 of 14 jobs, 0 of 14,000 users, 0 failed, about 2 min to 21 min left at the pace reported"
                        + " for Auth0");
    }

    @Test
    void theFirstOfTwoJobsAtOnceDoesNotSpeakForBoth() {
        assessment(14_000, 14);
        JobRecord first = submit(1000);
        JobRecord second = submit(1000);
        pass(50);
        end(first);
        assertThat(progress.speed()).isEmpty();

        end(second);
        assertThat(progress.speed().getAsDouble()).isCloseTo(40, within(2.0));
        assertThat(progress.line())
                .isEqualTo("2 of 14 jobs, 2,000 of 14,000 users, 41 users/s, 0 failed, about 5 min left");
    }

    /** At an even pace the time that was left at a moment is the time that passes from then on. */
    @Test
    void theTimeLeftIsTheTimeThatItTakes() {
        Duration all = Duration.ofMinutes(50);
        List<Duration> ends = new ArrayList<>();
        assessment(100_000, 100);
        JobRecord odd = submit(1000);
        pass(30);
        JobRecord even = submit(1000);
        for (int round = 0; round < 49; round++) {
            pass(30);
            end(odd);
            odd = submit(1000);
            pass(30);
            end(even);
            even = submit(1000);
            if (round >= 4) {
                ends.add(elapsed().plus(progress.left().orElseThrow()));
            }
        }

        assertThat(ends)
                .allSatisfy(end -> assertThat(end.toSeconds()).isBetween(all.toSeconds() - 20, all.toSeconds() + 240));
    }

    @Test
    void whatCameLastCountsMost() {
        assessment(1_000_000, 1000);
        rounds(20, 10);
        assertThat(progress.speed().getAsDouble()).isCloseTo(200, within(10.0));

        rounds(20, 40);
        assertThat(progress.speed().getAsDouble()).isBetween(50.0, 60.0);
    }

    @Test
    void aStandstillIsNotTakenForTheSpeedThatWasBefore() {
        assessment(1_000_000, 1000);
        rounds(20, 10);
        submit(1000);
        Duration before = progress.left().orElseThrow();
        pass(3600);

        assertThat(progress.speed().getAsDouble()).isLessThan(10);
        assertThat(progress.left().orElseThrow()).isGreaterThan(before.multipliedBy(10));
    }

    @Test
    void theTimeLeftBecomesShorterWhileAJobRuns() {
        assessment(6000, 6);
        rounds(2, 60);
        submit(1000);
        submit(1000);
        Duration before = progress.left().orElseThrow();
        pass(30);

        assertThat(before.minus(progress.left().orElseThrow()))
                .isCloseTo(Duration.ofSeconds(30), Duration.ofSeconds(2));
    }

    @Test
    void whatAnEarlierRunHasDoneIsDoneAndSaysNothingOfTheSpeed() {
        JobRecord done = record("job_old", 1000);
        progress.resumed(List.of(new BatchStage.Ended(done, new BatchOutcome(1000, 0, 0, 0))));
        assessment(4000, 4);
        JobRecord old = record("job_left", 1000);
        progress.takenUp(old);
        pass(1);
        progress.ended(old);
        JobRecord first = submit(1000);
        pass(10);
        end(first);

        assertThat(progress.speed()).isEmpty();
        assertThat(progress.line()).startsWith("3 of 4 jobs, 3,000 of 4,000 users, 0 failed, ");
        JobRecord second = submit(1000);
        pass(10);
        end(second);
        assertThat(progress.speed().getAsDouble()).isCloseTo(100, within(5.0));
    }

    @Test
    void aJobThatIsLostRunsNoMore() {
        assessment(4000, 2);
        JobRecord lost = submit(1000);
        submit(1000);
        assertThat(progress.line()).startsWith("0 of 2 jobs");
        submit(1000);
        assertThat(progress.line()).startsWith("0 of 3 jobs");

        progress.lost(lost);
        assertThat(progress.line()).startsWith("0 of 2 jobs");
    }

    @Test
    void aUserWithTwoErrorsHasFailedOnce() {
        assessment(10, 1);
        progress.failed(failure(3));
        progress.failed(failure(3));
        progress.failed(failure(4));
        progress.failed(new Failure(Optional.empty(), Optional.empty(), "CODE", "nobody knows who"));
        progress.failed(new Failure(Optional.empty(), Optional.empty(), "CODE", "nobody knows who"));

        assertThat(progress.line()).contains(", 4 failed, ");
    }

    @Test
    void waitsForTheSameAreOneStretchUntilAJobIsTaken() {
        assertThat(progress.begun()).isEmpty();
        assertThat(progress.waiting(Wait.SLOTS, Duration.ofSeconds(10))).isTrue();
        assertThat(progress.begun()).contains(VirtualTime.START);
        pass(10);
        assertThat(progress.waiting(Wait.SLOTS, Duration.ofSeconds(10))).isFalse();
        pass(5);
        assertThat(progress.line()).endsWith(", waiting for an import slot for 15.0 s");

        assertThat(progress.submitted(record("job_1", 1000))).isEqualTo(Map.of(Wait.SLOTS, Duration.ofSeconds(15)));
        assertThat(progress.line()).doesNotContain("waiting");
        assertThat(progress.submitted(record("job_2", 1000))).isEmpty();
        assertThat(progress.waiting(Wait.SLOTS, Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void whatIsWaitedForAgainLongAfterIsAnotherStretch() {
        assertThat(progress.waiting(Wait.RATE_LIMIT, Duration.ofSeconds(1))).isTrue();
        pass(31);
        assertThat(progress.line()).doesNotContain("waiting");
        assertThat(progress.waiting(Wait.RATE_LIMIT, Duration.ofSeconds(1))).isFalse();
        pass(32);
        assertThat(progress.waiting(Wait.RATE_LIMIT, Duration.ofSeconds(1))).isTrue();
    }

    /** A wait that is announced anew counts once, and one that is cut short no more than it lasted. */
    @Test
    void theEndTellsSpeedSlotsAndWaits() {
        assessment(4000, 4);
        progress.waiting(Wait.SLOTS, Duration.ofSeconds(60));
        pass(20);
        rounds(2, 40);
        progress.waiting(Wait.RATE_LIMIT, Duration.ofSeconds(3));
        pass(1);
        progress.waiting(Wait.RATE_LIMIT, Duration.ofSeconds(3));
        progress.waiting(Wait.SERVICE, Duration.ofMillis(900));
        pass(3);

        assertThat(progress.closing(report()))
                .contains("38 users/s; 2 import slots in use for 77 % of the time; waited 20.0 s for an import slot;"
                        + " waited 4.0 s because of the rate limit");
    }

    @Test
    void aShortImportHasNothingMoreToSayAtItsEnd() {
        assertThat(progress.closing(report())).isEmpty();
        assessment(12, 1);
        JobRecord job = submit(12);
        pass(9);
        end(job);
        assertThat(progress.closing(report())).isEmpty();

        pass(1);
        assertThat(progress.closing(report())).contains("1.2 users/s");
    }

    @Test
    void aJobThatWasLeftRunningHasItsSlotToTheEnd() {
        assessment(3000, 3);
        JobRecord ended = submit(1000);
        submit(1000);
        pass(50);
        end(ended);
        pass(50);

        assertThat(progress.closing(report())).contains("10 users/s; 2 import slots in use for 75 % of the time");
    }

    private void assessment(long users, long jobs) {
        progress.surveyed(new Assessment.Load(users, jobs, 500 * users, 1));
    }

    /** Rounds of two jobs at once of a thousand users each. */
    private void rounds(int rounds, int seconds) {
        for (int i = 0; i < rounds; i++) {
            JobRecord one = submit(1000);
            JobRecord other = submit(1000);
            pass(seconds);
            end(one);
            end(other);
        }
    }

    private JobRecord record(String id, int users) {
        return new JobRecord(records.size() + 1, id, "pending", users, 500 * users, time.instant(), Optional.empty());
    }

    private JobRecord submit(int users) {
        JobRecord job = record("job_" + (records.size() + 1), users);
        records.add(job);
        progress.submitted(job);
        return job;
    }

    private void end(JobRecord job) {
        JobRecord ended = new JobRecord(
                job.number(),
                job.id(),
                "completed",
                job.users(),
                job.bytes(),
                job.submittedAt(),
                Optional.of(time.instant()));
        records.set(records.indexOf(job), ended);
        progress.ended(ended);
    }

    private void pass(int seconds) {
        time.of(Duration.ofSeconds(seconds));
    }

    private Duration elapsed() {
        return Duration.between(VirtualTime.START, time.instant());
    }

    private ImportReport report() {
        return new ImportReport(
                Status.SUCCEEDED,
                new Target(false, "d", "c", "f"),
                VirtualTime.START,
                time.instant(),
                Users.NONE,
                records,
                List.of(),
                Optional.empty());
    }

    private static Failure failure(int user) {
        return new Failure(
                Optional.of(new Position("users.json", user, user + 1, 3)), Optional.empty(), "CODE", "message");
    }
}
