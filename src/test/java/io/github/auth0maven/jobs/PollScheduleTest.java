package io.github.auth0maven.jobs;

import static io.github.auth0maven.jobs.Packing.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.JobRunner.Settings;
import io.github.auth0maven.pace.VirtualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class PollScheduleTest {

    private static final Duration MOST = Duration.ofSeconds(5);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LEAST = Duration.ofMillis(50);

    private final VirtualTime time = new VirtualTime();

    @Test
    void theFirstQuestionComesSoonAfterTheSubmission() {
        assertThat(new PollSchedule().next(10, Duration.ZERO)).isEqualTo(FIRST);
    }

    @Test
    void questionsAboutAJobThatNothingIsKnownOfBecomeRarerDownToOneInFiveSeconds() {
        PollSchedule schedule = new PollSchedule();
        Duration age = Duration.ZERO;
        Duration before = Duration.ZERO;
        int questions = 0;
        while (age.compareTo(Duration.ofHours(2)) < 0) {
            Duration wait = schedule.next(1000, age);
            assertThat(wait).isBetween(before, MOST);
            before = wait;
            age = age.plus(wait);
            questions++;
        }
        assertThat(before).isEqualTo(MOST);
        assertThat(questions).isLessThan(2 * 60 * 60 / 5 + 30);
    }

    @Test
    void aJobLikeTheOneBeforeIsNotAskedForUntilItIsAboutToEnd() {
        PollSchedule schedule = new PollSchedule();
        schedule.learn(1000, Duration.ofSeconds(4));

        assertThat(schedule.next(1000, Duration.ZERO)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(schedule.next(500, Duration.ZERO)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(schedule.next(1000, Duration.ofMillis(3900))).isBetween(LEAST, Duration.ofMillis(300));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 60_000, 3_600_000})
    void whateverWasLearntNoWaitIsLongerThanFiveSecondsOrShorterThanATwentiethOfOne(int millis) {
        PollSchedule schedule = new PollSchedule();
        schedule.learn(1000, Duration.ofMillis(millis));
        for (long age = 0; age < 7_200_000; age += 777) {
            assertThat(schedule.next(1000, Duration.ofMillis(age))).isBetween(LEAST, MOST);
        }
    }

    @Test
    void aJobThatOverrunsIsAskedForEverLessOften() {
        PollSchedule schedule = new PollSchedule();
        schedule.learn(1000, Duration.ofMillis(500));

        Duration age = Duration.ofMillis(500);
        int questions = 0;
        while (age.compareTo(Duration.ofHours(1)) < 0) {
            age = age.plus(schedule.next(1000, age));
            questions++;
        }

        assertThat(questions).isLessThan(800);
    }

    @Test
    void whatIsExpectedFollowsATenantThatBecomesFasterAndSlower() {
        PollSchedule schedule = new PollSchedule();
        for (int seconds : new int[] {60, 4, 60}) {
            for (int job = 0; job < 20; job++) {
                schedule.learn(1000, Duration.ofSeconds(seconds));
            }
            Duration expected = Duration.ofSeconds(seconds);
            assertThat(schedule.next(1000, expected))
                    .isLessThan(Duration.ofSeconds(seconds).dividedBy(10));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 100, 101, 250, 1000})
    void theEndOfAFixtureOfTenUsersIsNoticedWithinFourTenthsOfASecond(int millis) {
        PacedTenant tenant = new PacedTenant(time, 2, number -> Duration.ofMillis(millis));

        run(tenant, users(0, 10), 1);

        assertThat(tenant.latest()).isLessThanOrEqualTo(Duration.ofMillis(400));
    }

    /** How long jobs take; how far they are spread; and what asking may cost in time, and in calls a second. */
    @ParameterizedTest
    @CsvSource({
        "18, 20, 1.03, 1.0",
        "18, 5, 1.03, 1.0",
        "18, 0, 1.03, 1.0",
        "72, 20, 1.03, 0.5",
        "720, 20, 1.03, 0.5",
        "5, 20, 1.03, 2.5",
        "18, 40, 1.05, 1.0"
    })
    void askingCostsAlmostNoTimeAndFewCalls(int seconds, int percent, double mostTime, double mostCalls) {
        Random random = new Random(42);
        PacedTenant tenant = new PacedTenant(
                time,
                2,
                number -> Duration.ofMillis((long) (seconds * (1000 + 10 * percent * (2 * random.nextDouble() - 1)))));

        run(tenant, users(0, 100), 200);

        double ideal = tenant.work().toMillis() / 2.0;
        assertThat(time.elapsed().toMillis() / ideal).isLessThanOrEqualTo(mostTime);
        assertThat(1000.0 * tenant.questions() / time.elapsed().toMillis()).isLessThanOrEqualTo(mostCalls);
    }

    @Test
    void aFirstJobThatWasSlowDoesNotSlowDownThoseAfterIt() {
        PacedTenant tenant = new PacedTenant(time, 2, number -> Duration.ofSeconds(number < 2 ? 300 : 20));

        run(tenant, users(0, 100), 200);

        double ideal = tenant.work().toMillis() / 2.0;
        assertThat(time.elapsed().toMillis() / ideal).isLessThan(1.03);
    }

    @Test
    void jobsThatFailedAsAWholeTeachNothing() {
        ScriptedJobs jobs = new ScriptedJobs(time);
        for (int job = 2; job < 9; job++) {
            jobs.onGet("job_" + job, ScriptedJobs.failed("job_" + job));
        }
        int[] number = {0};
        new JobRunner(jobs, new Settings(1, Duration.ofHours(2)), time.timing(), new RecordingListener())
                .run(() -> ++number[0] < 10 ? Optional.of(users(0, number[0] == 1 ? 1 : 100)) : Optional.empty());

        String last = jobs.calls.get(jobs.calls.size() - 1);
        String submitted = jobs.calls.get(jobs.calls.size() - 2);
        assertThat(ScriptedJobs.millis(last) - ScriptedJobs.millis(submitted))
                .as("the first question, where one user took 0.1 s and a hundred are expected to take 10 s")
                .isEqualTo(5_000);
    }

    /** Calls a second, and how many at once, as free tenants have them; seconds that a job takes. */
    @ParameterizedTest
    @CsvSource({"2, 2, 18", "2, 2, 60", "2, 10, 18", "16, 50, 18"})
    void aTenantThatTakesFewCallsIsNeverAskedTooOftenAndItsSlotsAreBusyAllTheSame(int rate, int burst, int seconds) {
        Random random = new Random(5);
        PacedTenant tenant =
                new PacedTenant(time, 2, number -> Duration.ofMillis(seconds * (800L + random.nextInt(400))));
        RatedTenant rated = new RatedTenant(tenant, time, rate, burst);
        int[] left = {100};

        new JobRunner(rated, new Settings(2, Duration.ofHours(2)), time.timing(), new RecordingListener())
                .run(() -> left[0]-- > 0 ? Optional.of(users(0, 100)) : Optional.empty());

        assertThat(rated.refused()).isZero();
        assertThat(tenant.delay().toMillis())
                .isLessThanOrEqualTo(2 * time.elapsed().toMillis() / 20);
        assertThat(time.elapsed().toMillis() / (tenant.work().toMillis() / 2.0)).isLessThanOrEqualTo(1.06);
    }

    @Test
    void twentySlotsAreKeptBusyAsWell() {
        Random random = new Random(3);
        PacedTenant tenant = new PacedTenant(time, 20, number -> Duration.ofMillis(48_000 + random.nextInt(24_000)));
        int[] left = {1_000};

        new JobRunner(tenant, new Settings(20, Duration.ofHours(2)), time.timing(), new RecordingListener())
                .run(() -> left[0]-- > 0 ? Optional.of(users(0, 100)) : Optional.empty());

        assertThat(tenant.mostActive()).isEqualTo(20);
        assertThat(time.elapsed().toMillis() / (tenant.work().toMillis() / 20.0))
                .isLessThanOrEqualTo(1.03);
    }

    @Test
    void tenMillionUsersInTenThousandJobsAreAllFollowedWithoutIdleSlots() {
        Random random = new Random(7);
        VirtualTime years = new VirtualTime(10_000_000);
        PacedTenant tenant = new PacedTenant(years, 2, number -> Duration.ofMillis(15_000 + random.nextInt(6_000)));

        JobsResult followed = run(tenant, users(0, 1_000), 10_000, years);

        assertThat(followed.inserted()).isEqualTo(10_000_000);
        assertThat(followed.jobs()).hasSize(10_000);
        assertThat(years.elapsed().toMillis() / (tenant.work().toMillis() / 2.0))
                .isLessThan(1.03);
    }

    private JobsResult run(PacedTenant tenant, Batch batch, int times) {
        return run(tenant, batch, times, time);
    }

    private static JobsResult run(PacedTenant tenant, Batch batch, int times, VirtualTime time) {
        int[] left = {times};
        return new JobRunner(tenant, new Settings(2, Duration.ofHours(2)), time.timing(), new RecordingListener())
                .run(() -> left[0]-- > 0 ? Optional.of(batch) : Optional.empty());
    }
}
