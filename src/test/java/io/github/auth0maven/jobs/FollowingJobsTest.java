package io.github.auth0maven.jobs;

import static io.github.auth0maven.jobs.Packing.singles;
import static io.github.auth0maven.jobs.Packing.source;
import static io.github.auth0maven.jobs.Packing.users;
import static io.github.auth0maven.jobs.ScriptedJobs.alreadyExists;
import static io.github.auth0maven.jobs.ScriptedJobs.completed;
import static io.github.auth0maven.jobs.ScriptedJobs.millis;
import static io.github.auth0maven.jobs.ScriptedJobs.notTaken;
import static io.github.auth0maven.jobs.ScriptedJobs.refused;
import static io.github.auth0maven.jobs.ScriptedJobs.rejections;
import static io.github.auth0maven.jobs.ScriptedJobs.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.jobs.JobRunner.Settings;
import io.github.auth0maven.jobs.JobsResult.Stop;
import io.github.auth0maven.pace.VirtualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FollowingJobsTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final VirtualTime time = new VirtualTime(100_000);
    private final ScriptedJobs jobs = new ScriptedJobs(time);
    private final RecordingListener listener = new RecordingListener();

    private JobsResult run(JobRunner.Batches batches) {
        return new JobRunner(jobs, new Settings(2, TIMEOUT), time.timing(), listener).run(batches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "processing", "queued", "", "COMPLETED", "Failed", "cancelled"})
    void aStatusThatIsNotKnownIsAJobStillRunning(String status) {
        jobs.onGet("job_1", 5, running("job_1", status));

        JobsResult followed = run(singles(1));

        assertThat(jobs.untimedCalls()).filteredOn("get job_1"::equals).hasSize(6);
        assertThat(followed.inserted()).isEqualTo(1);
        assertThat(followed.stop()).isEmpty();
    }

    @Test
    void aJobThatCannotBeAskedForIsAskedForAgainAfterGrowingWaits() {
        jobs.onGet("job_1", 4, notTaken());

        JobsResult followed = run(singles(1));

        assertThat(jobs.calls)
                .containsExactly(
                        "0 submit 1",
                        "100 get job_1",
                        "600 get job_1",
                        "1600 get job_1",
                        "3600 get job_1",
                        "7600 get job_1");
        assertThat(followed.inserted()).isEqualTo(1);
    }

    @Test
    void waitsForAJobThatCannotBeAskedForStartAnewOnceItWasToldOf() {
        jobs.onGet("job_1", notTaken(), notTaken(), running("job_1", "pending"), notTaken());

        run(singles(1));

        int last = jobs.calls.size() - 1;
        assertThat(millis(jobs.calls.get(last)) - millis(jobs.calls.get(last - 1)))
                .isEqualTo(500);
    }

    @Test
    void aJobThatRunsBeyondItsTimeIsLeftAloneAndNothingMoreIsSent() {
        jobs.onGet("job_1", 1000, running("job_1", "pending"));

        JobsResult followed = run(source(users(0, 3), users(3, 4), users(7, 5), users(12, 100)));

        assertThat(followed.stop()).contains(new Stop.Deadline(List.of("job_1")));
        assertThat(followed.inserted()).isEqualTo(109);
        assertThat(followed.jobs().get(0).finishedAt()).isEmpty();
        assertThat(followed.jobs().get(0).status()).isEqualTo("pending");
        assertThat(jobs.calls).last().isEqualTo(TIMEOUT.toMillis() + " get job_1");
    }

    @Test
    void nothingIsSentAfterTheTimeOfAJobHasPassed() {
        jobs.onGet("job_1", 1000, running("job_1", "pending"));
        jobs.onGet("job_2", 1000, running("job_2", "pending"));

        JobsResult followed = run(singles(9));

        assertThat(followed.stop()).contains(new Stop.Deadline(List.of("job_1", "job_2")));
        assertThat(jobs.submitted).hasSize(2);
        assertThat(followed.inserted() + followed.failed() + followed.unsent()).isZero();
        assertThat(listener.notes).isEmpty();
    }

    @Test
    void aJobIsAskedForOnceMoreExactlyWhenItsTimeIsUp() {
        jobs.alwaysGet(
                "job_1",
                () -> time.elapsed().compareTo(TIMEOUT) < 0
                        ? running("job_1", "pending")
                        : completed("job_1", 1, 0, 0));

        JobsResult followed = run(singles(1));

        assertThat(followed.stop()).isEmpty();
        assertThat(followed.inserted()).isEqualTo(1);
        assertThat(time.elapsed()).isEqualTo(TIMEOUT);
    }

    @Test
    void theTimeOfAJobThatCannotBeAskedForPassesToo() {
        jobs.onGet("job_1", 1000, notTaken());

        assertThat(run(singles(1)).stop()).contains(new Stop.Deadline(List.of("job_1")));
        assertThat(time.elapsed()).isEqualTo(TIMEOUT);
    }

    @Test
    void theFirstQuestionDoesNotComeAfterTheTimeIsUp() {
        VirtualTime own = new VirtualTime();
        ScriptedJobs quick = new ScriptedJobs(own);
        quick.onGet("job_2", 1000, running("job_2", "pending"));

        JobsResult followed = new JobRunner(quick, new Settings(1, Duration.ofSeconds(2)), own.timing(), listener)
                .run(source(users(0, 1), users(1, 1000)));

        assertThat(followed.stop()).contains(new Stop.Deadline(List.of("job_2")));
        assertThat(quick.calls).last().isEqualTo("2100 get job_2");
    }

    @Test
    void aJobThatIsLeftAloneAfterARefusalIsRemarkedOn() {
        jobs.onSubmit(running("job_a", "pending"), refused(403, "Insufficient scope"));
        jobs.onGet("job_a", 1000, running("job_a", "pending"));

        JobsResult followed = run(singles(3));

        assertThat(followed.stop()).containsInstanceOf(Stop.Refused.class);
        assertThat(listener.notes).singleElement().asString().contains("job_a", "still running");
    }

    @Test
    void aJobWhoseStateIsRefusedIsLeftAloneAndStopsTheImport() {
        jobs.onGet("job_1", refused(403, "Insufficient scope"));
        jobs.onGet("job_2", 9, running("job_2", "pending"));

        JobsResult followed = run(singles(4));

        assertThat(followed.stop().orElseThrow())
                .isInstanceOfSatisfying(
                        Stop.Refused.class,
                        stop -> assertThat(stop.error().status()).isEqualTo(403));
        assertThat(jobs.submitted).hasSize(2);
        assertThat(followed.inserted()).isEqualTo(1);
        assertThat(listener.jobs).containsExactly("submitted 1 job_1", "submitted 2 job_2", "ended job_2 completed");
    }

    @Test
    void usersOfAJobThatTheServiceHasForgottenAreSentAgain() {
        jobs.onGet("job_1", refused(404, "The job does not exist"));
        jobs.onGet("job_2", completed("job_2", 0, 0, 1));
        jobs.onErrors("job_2", rejections(alreadyExists("user0@example.com")));

        JobsResult followed = run(singles(1));

        assertThat(followed.stop()).isEmpty();
        assertThat(jobs.submitted).hasSize(2);
        assertThat(followed.inserted()).isEqualTo(1);
        assertThat(followed.settled()).isEqualTo(1);
        assertThat(followed.jobs()).extracting(JobRecord::isLost).containsExactly(true, false);
        assertThat(listener.notes).first().asString().contains("no longer knows job job_1", "sent again");
    }

    @Test
    void aServiceThatForgetsEveryJobIsNotFedForEver() {
        jobs.onGet("job_1", refused(404, "The job does not exist"));
        jobs.onGet("job_2", refused(404, "The job does not exist"));

        JobsResult followed = run(singles(1));

        assertThat(followed.stop().orElseThrow()).isInstanceOf(Stop.Refused.class);
        assertThat(jobs.submitted).hasSize(2);
    }

    @Test
    void whatStoppedTheImportFirstIsWhatIsTold() {
        jobs.onGet("job_1", refused(403, "first"));
        jobs.onGet("job_2", refused(403, "second"));

        assertThat(run(singles(2)).stop().orElseThrow().toString()).contains("first");
    }
}
