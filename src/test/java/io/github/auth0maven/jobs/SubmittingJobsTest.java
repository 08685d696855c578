package io.github.auth0maven.jobs;

import static io.github.auth0maven.jobs.Packing.singles;
import static io.github.auth0maven.jobs.Packing.source;
import static io.github.auth0maven.jobs.Packing.users;
import static io.github.auth0maven.jobs.ScriptedJobs.completed;
import static io.github.auth0maven.jobs.ScriptedJobs.notTaken;
import static io.github.auth0maven.jobs.ScriptedJobs.refused;
import static io.github.auth0maven.jobs.ScriptedJobs.running;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.JobRunner.Settings;
import io.github.auth0maven.jobs.JobsResult.Stop;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SubmittingJobsTest {

    private static final Settings SETTINGS = new Settings(2, Duration.ofHours(2));

    private final VirtualTime time = new VirtualTime(100_000);
    private final ScriptedJobs jobs = new ScriptedJobs(time);
    private final RecordingListener listener = new RecordingListener();

    private JobsResult run(JobRunner.Batches batches) {
        return new JobRunner(jobs, SETTINGS, time.timing(), listener).run(batches);
    }

    @Test
    void nothingToSendIsNoJobAndNoCall() {
        assertThat(run(source())).isEqualTo(new JobsResult(List.of(), 0, 0, 0, 0, 0, Optional.empty()));
        assertThat(jobs.calls).isEmpty();
    }

    @Test
    void bothSlotsAreFilledBeforeAnyJobIsAskedFor() {
        run(singles(3));

        assertThat(jobs.untimedCalls())
                .containsExactly("submit 1", "submit 1", "get job_1", "submit 1", "get job_2", "get job_3");
        assertThat(listener.jobs)
                .containsExactly(
                        "submitted 1 job_1",
                        "submitted 2 job_2",
                        "ended job_1 completed",
                        "submitted 3 job_3",
                        "ended job_2 completed",
                        "ended job_3 completed");
    }

    @Test
    void aFreedSlotIsFilledAtOnceWhileTheOtherJobRuns() {
        jobs.onGet("job_2", 9, running("job_2", "pending"));

        run(singles(3));

        int freed = jobs.untimedCalls().indexOf("get job_1");
        assertThat(jobs.untimedCalls().get(freed + 1)).isEqualTo("submit 1");
        assertThat(ScriptedJobs.millis(jobs.calls.get(freed)))
                .isEqualTo(ScriptedJobs.millis(jobs.calls.get(freed + 1)));
    }

    @Test
    void aRecordTellsWhatWasSentAndWhen() {
        Batch batch = users(0, 3);

        JobsResult followed = run(source(batch));

        assertThat(followed.jobs())
                .containsExactly(new JobRecord(
                        1,
                        "job_1",
                        "completed",
                        3,
                        batch.size(),
                        VirtualTime.START,
                        Optional.of(VirtualTime.START.plus(time.elapsed()))));
        assertThat(followed.jobs().get(0).age(time.instant().plusSeconds(9))).isEqualTo(time.elapsed());
    }

    @Test
    void theAgeOfAJobThatRunsGrows() {
        JobRecord running = new JobRecord(1, "job_1", "pending", 1, 9, VirtualTime.START, Optional.empty());

        assertThat(running.age(VirtualTime.START.plusSeconds(9))).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void slotsThatOthersHoldAreAskedForSoonThenLessOftenAndByThoseWhoWaitLongMoreOftenAgain() {
        jobs.onSubmit(400, slotsTaken());

        JobsResult followed = run(singles(1));

        assertThat(followed.inserted()).isEqualTo(1);
        assertThat(followed.stop()).isEmpty();
        assertThat(listener.waits)
                .hasSize(400)
                .startsWith("SLOTS 500", "SLOTS 444")
                .contains("SLOTS 250")
                .endsWith("SLOTS 1377");
        List<Long> waits = listener.waits.stream()
                .map(wait -> Long.valueOf(wait.substring("SLOTS ".length())))
                .toList();
        assertThat(Collections.max(waits)).isBetween(2_500L, 3_000L);
        assertThat(waits.subList(waits.indexOf(Collections.max(waits)), 400)).isSortedAccordingTo(reverseOrder());
    }

    @Test
    void aTimeToComeBackForASlotIsHonoured() {
        jobs.onSubmit(new Result.SlotsTaken<>(Optional.of(Duration.ofSeconds(7))));

        run(singles(1));

        assertThat(jobs.calls).startsWith("0 submit 1", "7000 submit 1");
    }

    @Test
    void anOwnJobThatEndsCutsTheWaitForASlotShort() {
        jobs.onSubmit(
                running("job_a", "pending"),
                new Result.SlotsTaken<>(Optional.of(Duration.ofMinutes(1)), OptionalInt.of(1)));
        jobs.onGet("job_a", completed("job_a", 1, 0, 0));

        run(singles(2));

        assertThat(jobs.calls).startsWith("0 submit 1", "0 submit 1", "100 get job_a", "100 submit 1");
    }

    @Test
    void whoWasTurnedAwayByOthersLeavesThemTheSlotOfAnOwnJobThatEnds() {
        jobs.onSubmit(
                running("job_a", "pending"),
                new Result.SlotsTaken<>(Optional.of(Duration.ofMinutes(1)), OptionalInt.of(2)));
        jobs.onGet("job_a", completed("job_a", 1, 0, 0));

        run(singles(2));

        assertThat(jobs.calls).startsWith("0 submit 1", "0 submit 1", "100 get job_a", "700 submit 1");
        assertThat(listener.waits).containsExactly("SLOTS 60000", "SLOTS 600");
    }

    @ParameterizedTest
    @CsvSource({"1, 600", "4, 2400", "20, 12000", "600, 12000"})
    void aSlotIsLeftToOthersForAsLongAsJobsHereMakeThemWaitBetweenTwoQuestions(int seconds, long leftMillis) {
        jobs.onSubmit(
                running("job_a", "pending"),
                new Result.SlotsTaken<>(Optional.of(Duration.ofHours(1)), OptionalInt.of(2)));
        jobs.alwaysGet(
                "job_a",
                () -> time.elapsed().compareTo(Duration.ofSeconds(seconds)) < 0
                        ? running("job_a", "pending")
                        : completed("job_a", 1, 0, 0));

        run(singles(2));

        long left = Long.parseLong(listener.waits.get(1).substring("SLOTS ".length()));
        assertThat(left).isBetween(leftMillis, leftMillis + leftMillis / 2);
    }

    @Test
    void nobodyIsToldOfASlotThatIsLeftToOthersWhereNothingMoreIsToBeSent() {
        jobs.onSubmit(
                running("job_a", "pending"),
                new Result.SlotsTaken<>(Optional.of(Duration.ofSeconds(1)), OptionalInt.of(2)),
                running("job_b", "pending"));
        jobs.onGet("job_a", 9, running("job_a", "pending"));

        run(singles(2));

        assertThat(listener.waits).containsExactly("SLOTS 1000");
    }

    @Test
    void aRateLimitKeepsEveryCallBackUntilItsTimeHasPassed() {
        jobs.onSubmit(running("job_a", "pending"), new Result.RateLimited<>(Duration.ofSeconds(9)));
        jobs.onGet("job_a", completed("job_a", 1, 0, 0));

        JobsResult followed = run(singles(2));

        assertThat(jobs.calls).element(1).isEqualTo("0 submit 1");
        assertThat(jobs.calls.subList(2, jobs.calls.size()))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(ScriptedJobs.millis(call)).isGreaterThanOrEqualTo(9_000L));
        assertThat(listener.waits).containsExactly("RATE_LIMIT 9000");
        assertThat(followed.inserted()).isEqualTo(2);
    }

    @Test
    void aRateLimitMetWhileAskingKeepsSubmissionsBackToo() {
        jobs.onGet("job_1", new Result.RateLimited<>(Duration.ofSeconds(9)));

        run(singles(3));

        assertThat(jobs.calls.subList(0, 3)).containsExactly("0 submit 1", "0 submit 1", "100 get job_1");
        assertThat(jobs.calls.subList(3, jobs.calls.size()))
                .allSatisfy(call -> assertThat(ScriptedJobs.millis(call)).isGreaterThanOrEqualTo(9_100L));
        assertThat(listener.waits).containsExactly("RATE_LIMIT 9000");
    }

    @Test
    void restIsTakenBeforeEveryCall() {
        jobs.rests.addAll(List.of(Duration.ofSeconds(3), Duration.ofSeconds(5)));
        jobs.onGet("job_1", new Result.RateLimited<>(Duration.ofSeconds(1)));

        run(singles(2));

        assertThat(jobs.calls).startsWith("3000 submit 1", "8000 submit 1");
    }

    @Test
    void aBatchThatWasNotTakenIsSentAgainAfterGrowingWaits() {
        jobs.onSubmit(notTaken(), notTaken(), notTaken());

        JobsResult followed = run(singles(1));

        assertThat(jobs.calls).startsWith("0 submit 1", "500 submit 1", "1500 submit 1", "3500 submit 1");
        assertThat(listener.waits).containsExactly("SERVICE 500", "SERVICE 1000", "SERVICE 2000");
        assertThat(followed.inserted()).isEqualTo(1);
        assertThat(followed.settled()).isZero();
    }

    @Test
    void whatWouldFailAgainIsNotTriedAgain() {
        jobs.onSubmit(new Result.NotTaken<>("the certificate is for somebody else", true));

        JobsResult followed = run(singles(1));

        assertThat(jobs.calls).containsExactly("0 submit 1");
        assertThat(listener.waits).isEmpty();
        assertThat(followed.stop()).contains(new Stop.Unreachable("the certificate is for somebody else", true));
        assertThat(followed.unsent()).isEqualTo(1);
    }

    @Test
    void whoeverHasAnsweredBeforeMayDoSoAgain() {
        jobs.onSubmit(running("job_a", "pending"), new Result.NotTaken<>("the certificate is for somebody else", true));
        jobs.onGet("job_a", completed("job_a", 1, 0, 0));

        assertThat(run(singles(2)).inserted()).isEqualTo(2);
    }

    @Test
    void anOwnJobThatEndsDoesNotCutTheWaitForAnUnreachableServiceShort() {
        jobs.onSubmit(running("job_a", "pending"), notTaken(), notTaken());
        jobs.onGet("job_a", completed("job_a", 1, 0, 0));

        run(singles(2));

        assertThat(jobs.calls).startsWith("0 submit 1", "0 submit 1", "100 get job_a", "500 submit 1", "1500 submit 1");
    }

    @Test
    void aWaitForASlotThatIsOverLeavesNoTrace() {
        Result<ImportJob> taken = new Result.SlotsTaken<>(Optional.empty(), OptionalInt.of(0));
        jobs.onSubmit(taken, running("job_a", "pending"), notTaken());
        jobs.onGet("job_a", completed("job_a", 1, 0, 0));

        run(singles(2));

        assertThat(jobs.calls)
                .startsWith("0 submit 1", "500 submit 1", "500 submit 1", "600 get job_a", "1000 submit 1");
    }

    @Test
    void aServiceThatCannotBeReachedIsGivenUpAfterABoundedNumberOfAttempts() {
        jobs.onSubmit(1000, notTaken());

        JobsResult followed = run(source(users(0, 5), users(5, 5)));

        assertThat(followed)
                .isEqualTo(
                        new JobsResult(List.of(), 0, 0, 0, 0, 5, Optional.of(new Stop.Unreachable("nobody answers"))));
        assertThat(jobs.calls).hasSizeBetween(8, 15);
        assertThat(time.elapsed()).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    @Test
    void attemptsAreCountedAnewOnceTheServiceHasAnswered() {
        for (int round = 0; round < 5; round++) {
            jobs.onSubmit(8, notTaken());
            jobs.onSubmit(slotsTaken());
        }

        assertThat(run(singles(1)).stop()).isEmpty();
    }

    @Test
    void jobsThatRunAreFollowedToTheEndAfterTheServiceWasGivenUp() {
        jobs.onSubmit(running("job_a", "pending"));
        jobs.onSubmit(1000, notTaken());
        jobs.onGet("job_a", 99, running("job_a", "pending"));

        JobsResult followed = run(singles(3));

        assertThat(followed.inserted()).isEqualTo(1);
        assertThat(followed.unsent()).isEqualTo(1);
        assertThat(followed.stop()).containsInstanceOf(Stop.Unreachable.class);
        assertThat(listener.jobs).containsExactly("submitted 1 job_a", "ended job_a completed");
    }

    @Test
    void aBatchThatIsTooLargeIsHalvedInOrderUntilItFits() {
        jobs.onSubmit(new Result.TooLarge<>("too large"), new Result.TooLarge<>("too large"));

        JobsResult followed = run(source(users(0, 5), users(5, 2)));

        assertThat(jobs.submitted.stream().map(Batch::users)).containsExactly(5, 2, 1, 1, 3, 2);
        assertThat(jobs.submitted.subList(2, 6).stream().map(Packing::text))
                .containsExactly(
                        "{\"email\":\"user0@example.com\"}",
                        "{\"email\":\"user1@example.com\"}",
                        Packing.text(users(2, 3)),
                        Packing.text(users(5, 2)));
        assertThat(followed.inserted()).isEqualTo(7);
        assertThat(listener.notes).hasSize(2).allMatch(note -> note.contains("too large"));
        assertThat(jobs.submitted.get(5).position(0).line()).isEqualTo(1);
        assertThat(jobs.submitted.get(4).position(0).line()).isEqualTo(3);
    }

    @Test
    void aSingleUserThatIsTooLargeStopsTheImportAndIsNamed() {
        jobs.onSubmit(9, new Result.TooLarge<ImportJob>("Payload content length greater"));

        JobsResult followed = run(source(users(0, 8), users(8, 1)));

        assertThat(jobs.submitted.stream().map(Batch::users)).containsExactly(8, 4, 2, 1);
        assertThat(followed.unsent()).isEqualTo(8);
        assertThat(followed.stop().orElseThrow()).isInstanceOfSatisfying(Stop.Refused.class, stop -> {
            assertThat(stop.error().status()).isEqualTo(413);
            assertThat(stop.error().message()).contains("Payload content length greater", "users.json:[1,2]");
        });
    }

    @Test
    void aRefusalStopsSubmissionsAndFollowsWhatRunsToTheEnd() {
        jobs.onSubmit(running("job_a", "pending"), refused(400, "Connection must be enabled"));
        jobs.onGet("job_a", 20, running("job_a", "pending"));

        JobsResult followed = run(source(users(0, 1), users(1, 4), users(5, 6)));

        assertThat(jobs.submitted).hasSize(2);
        assertThat(followed.inserted()).isEqualTo(1);
        assertThat(followed.unsent()).isEqualTo(4);
        assertThat(followed.stop())
                .contains(new Stop.Refused(
                        new ServiceError(400, Optional.empty(), "Connection must be enabled", Optional.empty())));
        assertThat(listener.jobs).last().isEqualTo("ended job_a completed");
    }

    @Test
    void anInputThatBreaksOffStopsTheImportAndFollowsWhatRuns() {
        IOException broken = new IOException("users.json has changed");
        JobRunner.Batches source = singles(1);

        JobsResult followed = run(() -> {
            Optional<Batch> next = source.next();
            if (next.isEmpty()) {
                throw broken;
            }
            return next;
        });

        assertThat(followed.stop()).contains(new Stop.Broken(broken));
        assertThat(followed.inserted()).isEqualTo(1);
        assertThat(jobs.untimedCalls()).containsExactly("submit 1", "get job_1");
    }

    @Test
    void batchesAreReadOnlyWhenThereIsRoomForThem() {
        int[] read = new int[1];
        JobRunner.Batches source = singles(50);
        List<Integer> ahead = new java.util.ArrayList<>();

        run(() -> {
            ahead.add(read[0] - jobs.submitted.size());
            read[0]++;
            return source.next();
        });

        assertThat(ahead).containsOnly(0);
    }

    @Test
    void anInterruptionLeavesTheRunAtOnce() {
        JobRunner runner = new JobRunner(
                jobs,
                SETTINGS,
                new Timing(
                        time,
                        duration -> {
                            throw new InterruptedException("stop");
                        },
                        () -> 0.5),
                listener);

        assertThat(runner.run(singles(3)).stop()).contains(new Stop.Interrupted(List.of("job_1", "job_2")));
        assertThat(jobs.untimedCalls()).containsExactly("submit 1", "submit 1");
    }

    @Test
    void aRealPauseEndsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> Timing.real().pause().of(Duration.ofMinutes(1)));
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void thereAreNeverMoreJobsThanAllowed() {
        for (int most : new int[] {1, 2, 5, 20}) {
            VirtualTime own = new VirtualTime();
            PacedTenant tenant = new PacedTenant(own, most, number -> Duration.ofMillis(100 + 97 * number % 900));
            new JobRunner(tenant, new Settings(most, Duration.ofHours(2)), own.timing(), listener).run(singles(100));

            assertThat(tenant.mostActive()).isEqualTo(most);
            assertThat(tenant.turnedAway()).isZero();
        }
    }

    @Test
    void moreSlotsThanTheTenantHasAreNoHarm() {
        VirtualTime own = new VirtualTime();
        PacedTenant tenant = new PacedTenant(own, 2, number -> Duration.ofSeconds(1));

        JobsResult followed = new JobRunner(tenant, new Settings(3, Duration.ofHours(2)), own.timing(), listener)
                .run(source(IntStream.range(0, 40).mapToObj(i -> users(i, 1)).toList()));

        assertThat(followed.inserted()).isEqualTo(40);
        assertThat(followed.stop()).isEmpty();
        assertThat(own.elapsed()).isLessThan(Duration.ofSeconds(23));
    }

    private static Result<ImportJob> slotsTaken() {
        return new Result.SlotsTaken<>(Optional.empty());
    }
}
