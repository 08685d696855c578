package io.github.auth0maven.jobs;

import static io.github.auth0maven.jobs.Packing.batch;
import static io.github.auth0maven.jobs.Packing.source;
import static io.github.auth0maven.jobs.Packing.users;
import static io.github.auth0maven.jobs.ScriptedJobs.alreadyExists;
import static io.github.auth0maven.jobs.ScriptedJobs.completed;
import static io.github.auth0maven.jobs.ScriptedJobs.failed;
import static io.github.auth0maven.jobs.ScriptedJobs.notTaken;
import static io.github.auth0maven.jobs.ScriptedJobs.refused;
import static io.github.auth0maven.jobs.ScriptedJobs.rejected;
import static io.github.auth0maven.jobs.ScriptedJobs.rejections;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.jobs.JobErrors.UserError;
import io.github.auth0maven.jobs.JobRunner.Settings;
import io.github.auth0maven.jobs.JobsResult.Stop;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CountingUsersTest {

    private final VirtualTime time = new VirtualTime(100_000);
    private final ScriptedJobs jobs = new ScriptedJobs(time);
    private final RecordingListener listener = new RecordingListener();

    private JobsResult run(Batch... batches) {
        return new JobRunner(jobs, new Settings(2, Duration.ofHours(2)), time.timing(), listener).run(source(batches));
    }

    private static JobsResult counts(JobsResult followed, long inserted, long updated, long failed, long settled) {
        return new JobsResult(followed.jobs(), inserted, updated, failed, settled, 0, Optional.empty());
    }

    @Test
    void errorsAreNotAskedForWhereNobodyFailed() {
        jobs.onGet("job_1", completed("job_1", 2, 3, 0));

        JobsResult followed = run(users(0, 5));

        assertThat(followed).isEqualTo(counts(followed, 2, 3, 0, 0));
        assertThat(jobs.untimedCalls()).containsExactly("submit 5", "get job_1");
    }

    @Test
    void rejectedUsersAreLedBackToTheirPlacesInTheFile() {
        jobs.onGet("job_1", completed("job_1", 2, 0, 2));
        jobs.onErrors(
                "job_1",
                rejections(
                        rejected("user3@example.com", "CONFLICT", "one"),
                        rejected("user1@example.com", "FORMAT", "two"),
                        rejected("user1@example.com", "PATTERN", "three")));

        JobsResult followed = run(users(0, 4));

        assertThat(followed).isEqualTo(counts(followed, 2, 0, 2, 0));
        assertThat(listener.rejections)
                .containsExactly(
                        "job_1 users.json:[4,1] CONFLICT one",
                        "job_1 users.json:[2,1] FORMAT two",
                        "job_1 users.json:[2,1] PATTERN three");
        assertThat(listener.settled).containsExactly("job_1 after 3 rejections");
        assertThat(listener.notes).isEmpty();
    }

    @Test
    void aRejectedUserThatMatchesNobodyCountsOnceHoweverManyErrorsItHas() {
        jobs.onGet("job_1", completed("job_1", 2, 0, 1));
        jobs.onErrors(
                "job_1",
                rejections(
                        rejected("stranger@example.com", "CONFLICT", "one"),
                        rejected("stranger@example.com", "FORMAT", "two")));

        JobsResult followed = run(users(0, 3));

        assertThat(followed).isEqualTo(counts(followed, 2, 0, 1, 0));
        assertThat(listener.rejections).containsExactly("job_1 nowhere CONFLICT one", "job_1 nowhere FORMAT two");
    }

    @Test
    void failedUsersThatAreNotNamedCountAllTheSame() {
        jobs.onGet("job_1", completed("job_1", 6, 0, 4));
        jobs.onErrors("job_1", rejections(rejected("user1@example.com", "FORMAT", "wrong")));

        JobsResult followed = run(users(0, 10));

        assertThat(followed).isEqualTo(counts(followed, 6, 0, 4, 0));
        assertThat(listener.notes).containsExactly("Auth0 counts 4 failed users in job job_1 but names 1");
    }

    @Test
    void oneFailedUserIsNotCalledUsers() {
        jobs.onGet("job_1", completed("job_1", 9, 0, 1));

        run(users(0, 10));

        assertThat(listener.notes).containsExactly("Auth0 counts 1 failed user in job job_1 but names 0");
    }

    @Test
    void countsThatDoNotAddUpAreRemarkedOn() {
        jobs.onGet("job_1", completed("job_1", 7, 1, 0));

        JobsResult followed = run(users(0, 10));

        assertThat(followed).isEqualTo(counts(followed, 7, 1, 2, 0));
        assertThat(listener.notes)
                .containsExactly(
                        "Auth0's counts for job job_1 speak of 8 users, but 10 were sent: whoever is not known to"
                                + " be imported counts as failed");
    }

    @Test
    void countsOfMoreUsersThanWereSentAreCutToThem() {
        jobs.onGet("job_1", completed("job_1", 9, 4, 3));
        jobs.onErrors("job_1", rejections(rejected("user2@example.com", "FORMAT", "wrong")));

        JobsResult followed = run(users(0, 10));

        assertThat(followed).isEqualTo(counts(followed, 3, 4, 3, 0));
    }

    @Test
    void aCompletedJobWithoutASummaryIsCountedByItsErrors() {
        jobs.onGet(
                "job_1", new Result.Success<>(new ImportJob("job_1", "completed", Optional.empty(), Optional.empty())));
        jobs.onErrors("job_1", rejections(rejected("user2@example.com", "FORMAT", "wrong")));

        JobsResult followed = run(users(0, 3));

        assertThat(followed).isEqualTo(counts(followed, 2, 0, 1, 0));
    }

    @Test
    void errorsThatAreRefusedChangeNoVerdict() {
        jobs.onGet("job_1", completed("job_1", 1, 0, 2));
        jobs.onErrors("job_1", refused(403, "Insufficient scope, expected any of: read:users"));

        JobsResult followed = run(users(0, 3), users(3, 1));

        assertThat(followed).isEqualTo(counts(followed, 2, 0, 2, 0));
        assertThat(listener.notes)
                .contains(
                        "Auth0 does not tell which users of job job_1 failed: HTTP 403: Insufficient scope, expected any of:"
                                + " read:users");
    }

    @Test
    void errorsThatCannotBeHadAreGivenUpAfterABoundedNumberOfAttempts() {
        jobs.onGet("job_1", completed("job_1", 1, 0, 2));
        jobs.onErrors("job_1", 1000, notTaken());

        JobsResult followed = run(users(0, 3));

        assertThat(followed).isEqualTo(counts(followed, 1, 0, 2, 0));
        assertThat(jobs.calls).hasSizeBetween(8, 15);
        assertThat(listener.notes).first().asString().contains("job_1", "nobody answers");
    }

    @Test
    void errorsAreAskedForAgainWhenTheyAreNotToldAtOnce() {
        jobs.onGet("job_1", completed("job_1", 0, 0, 1));
        jobs.onErrors("job_1", notTaken(), new Result.RateLimited<>(Duration.ofSeconds(4)));
        jobs.onErrors("job_1", rejections(rejected("user0@example.com", "FORMAT", "wrong")));

        run(users(0, 1));

        assertThat(jobs.calls)
                .containsExactly(
                        "0 submit 1", "100 get job_1", "100 errors job_1", "600 errors job_1", "4600 errors job_1");
        assertThat(listener.rejections).hasSize(1);
    }

    @Test
    void theSlotOfAJobThatHasEndedIsFilledBeforeItsErrorsAreAskedFor() {
        jobs.onGet("job_1", completed("job_1", 0, 0, 1));

        run(users(0, 1), users(1, 1), users(2, 1));

        assertThat(jobs.untimedCalls().subList(2, 5)).containsExactly("get job_1", "submit 1", "errors job_1");
    }

    @Test
    void allUsersOfAFailedJobFailWithWhatItSays() {
        jobs.onGet("job_1", failed("job_1", "Failed to parse users file JSON"));

        JobsResult followed = run(users(0, 2));

        assertThat(followed).isEqualTo(counts(followed, 0, 0, 2, 0));
        assertThat(followed.jobs()).extracting(JobRecord::status).containsExactly("failed");
        assertThat(listener.rejections)
                .containsExactly(
                        "job_1 users.json:[1,2] JOB_FAILED Failed to parse users file JSON",
                        "job_1 users.json:[2,1] JOB_FAILED Failed to parse users file JSON");
    }

    @Test
    void aFailedJobThatSaysNothingIsAskedForItsErrors() {
        jobs.onGet("job_1", failed("job_1"));
        jobs.onErrors("job_1", new Result.Success<>(new JobErrors(List.of(), Optional.of("told by its errors"))));

        run(users(0, 1));

        assertThat(listener.rejections).containsExactly("job_1 users.json:[1,2] JOB_FAILED told by its errors");
    }

    @Test
    void aFailedJobThatSaysNothingAnywhereIsToldAsSuchWithWhatToTry() {
        jobs.onGet("job_1", failed("job_1"));

        run(users(0, 1));

        assertThat(listener.rejections)
                .singleElement()
                .asString()
                .contains("Auth0 does not say why", "with upsert if they may exist");
    }

    @Test
    void nobodyOfAFailedJobCountsAsImportedThoughItNamesOnlySome() {
        jobs.onGet("job_1", failed("job_1"));
        jobs.onErrors("job_1", rejections(rejected("user1@example.com", "FORMAT", "wrong")));

        JobsResult followed = run(users(0, 3));

        assertThat(followed).isEqualTo(counts(followed, 0, 0, 3, 0));
        assertThat(listener.rejections).hasSize(3).contains("job_1 users.json:[2,1] FORMAT wrong");
        assertThat(listener.rejections)
                .filteredOn(line -> line.contains("JOB_FAILED"))
                .hasSize(2);
    }

    @Test
    void usersOfALostAttemptThatAlreadyExistCountAsImported() {
        jobs.onSubmit(new Result.Uncertain<>("the line went dead"));
        jobs.onGet("job_1", completed("job_1", 1, 0, 3));
        jobs.onErrors(
                "job_1",
                rejections(
                        alreadyExists("user0@example.com"),
                        alreadyExists("USER1@example.com"),
                        rejected("user3@example.com", "FORMAT", "wrong")));

        JobsResult followed = run(users(0, 4));

        assertThat(jobs.submitted).hasSize(2);
        assertThat(jobs.submitted.get(1)).isSameAs(jobs.submitted.get(0));
        assertThat(followed).isEqualTo(counts(followed, 3, 0, 1, 2));
        assertThat(listener.rejections).containsExactly("job_1 users.json:[4,1] FORMAT wrong");
        assertThat(listener.notes).hasSize(2);
        assertThat(listener.notes.get(0))
                .contains("4 users from users.json:[1,2]", "the line went dead", "count as imported");
        assertThat(listener.notes.get(1)).contains("existed before", "no read:users", "count as imported");
    }

    @Test
    void usersThatAlreadyExistCountAsFailedWhereNoAttemptWasLost() {
        jobs.onSubmit(notTaken());
        jobs.onGet("job_1", completed("job_1", 0, 0, 1));
        jobs.onErrors("job_1", rejections(alreadyExists("user0@example.com")));

        JobsResult followed = run(users(0, 1));

        assertThat(followed).isEqualTo(counts(followed, 0, 0, 1, 0));
    }

    @Test
    void aLostAttemptSpeaksForItsOwnBatchOnly() {
        jobs.onSubmit(new Result.Uncertain<>("the line went dead"));
        for (String job : List.of("job_1", "job_2")) {
            jobs.onGet(job, completed(job, 0, 0, 1));
        }
        jobs.onErrors("job_1", rejections(alreadyExists("user0@example.com")));
        jobs.onErrors("job_2", rejections(alreadyExists("user1@example.com")));

        JobsResult followed = run(users(0, 1), users(1, 1));

        assertThat(followed).isEqualTo(counts(followed, 1, 0, 1, 1));
        assertThat(listener.rejections).singleElement().asString().startsWith("job_2 users.json:[1,2] DUPLICATED_USER");
    }

    @Test
    void aDuplicateInsideTheFileIsNoTraceOfALostAttempt() {
        jobs.onSubmit(new Result.Uncertain<>("the line went dead"));
        jobs.onGet("job_1", completed("job_1", 1, 0, 1));
        jobs.onErrors(
                "job_1",
                rejections(rejected(
                        "user1@example.com", "DUPLICATED_USER", "A user with this email was already provided.")));

        JobsResult followed = run(users(0, 2));

        assertThat(followed).isEqualTo(counts(followed, 1, 0, 1, 0));
    }

    @Test
    void aUserThatExistsAndHasAnotherErrorHasFailed() {
        jobs.onSubmit(new Result.Uncertain<>("the line went dead"));
        jobs.onGet("job_1", completed("job_1", 0, 0, 1));
        jobs.onErrors(
                "job_1",
                rejections(
                        alreadyExists("user0@example.com"),
                        rejected("user0@example.com", "MFA_FACTORS_FAILED", "Unable to import factors")));

        JobsResult followed = run(users(0, 1));

        assertThat(followed).isEqualTo(counts(followed, 0, 0, 1, 0));
    }

    @Test
    void aStrangerThatAlreadyExistsIsNoTraceOfALostAttempt() {
        jobs.onSubmit(new Result.Uncertain<>("the line went dead"));
        jobs.onGet("job_1", completed("job_1", 0, 0, 1));
        jobs.onErrors("job_1", rejections(alreadyExists("stranger@example.com")));

        JobsResult followed = run(users(0, 1));

        assertThat(followed).isEqualTo(counts(followed, 0, 0, 1, 0));
    }

    @Test
    void bothHalvesOfALostBatchRememberThatItWasLost() {
        jobs.onSubmit(new Result.Uncertain<>("the line went dead"), new Result.TooLarge<>("too large"));
        for (int job : new int[] {1, 2}) {
            jobs.onGet("job_" + job, completed("job_" + job, 0, 0, 1));
            jobs.onErrors("job_" + job, rejections(alreadyExists("user" + (job - 1) + "@example.com")));
        }

        JobsResult followed = run(users(0, 2));

        assertThat(followed).isEqualTo(counts(followed, 2, 0, 0, 2));
    }

    @Test
    void aLostBatchThatCannotBeSentAgainCountsAsUnsent() {
        jobs.onSubmit(1000, new Result.Uncertain<>("the line went dead"));

        JobsResult followed = run(users(0, 7));

        assertThat(followed.stop()).contains(new Stop.Unreachable("the line went dead"));
        assertThat(followed.unsent()).isEqualTo(7);
        assertThat(followed.inserted() + followed.failed()).isZero();
    }

    @Test
    void usersAreFoundByWhateverTheServiceEchoes() {
        UserMatcher matcher = new UserMatcher(batch(
                "{\"email\":\"Ada@Example.com\",\"username\":\"Ada\",\"user_id\":\"a1\"}",
                "{\"user_id\":\"auth0|b2\",\"email\":\"gr\\u00e4ce@example.com\"}",
                "{\"app_metadata\":{\"email\":\"inner@example.com\",\"phone_number\":\"+12125550002\"},"
                        + "\"username\":\"linus\",\"phone_number\":\"+12125550001\",\"email\":\" padded@example.com\"}",
                "{\"user_id\":\"A1\"}"));

        assertThat(matcher.find(by("ada@example.com", null, null))).hasValue(0);
        assertThat(matcher.find(by("ADA@EXAMPLE.COM", null, null))).hasValue(0);
        assertThat(matcher.find(by("GRÄCE@example.com", null, null))).hasValue(1);
        assertThat(matcher.find(by(" padded@example.com", null, null))).hasValue(2);
        assertThat(matcher.find(by(null, "ada", null))).hasValue(0);
        assertThat(matcher.find(by(null, "LINUS", null))).hasValue(2);
        assertThat(matcher.find(by(null, null, "a1"))).hasValue(0);
        assertThat(matcher.find(by(null, null, "A1"))).hasValue(3);
        assertThat(matcher.find(by(null, null, "auth0|a1"))).hasValue(0);
        assertThat(matcher.find(by(null, null, "auth0|A1"))).hasValue(3);
        assertThat(matcher.find(by(null, null, "auth0|b2"))).hasValue(1);
        assertThat(matcher.find(by(null, null, "auth0|auth0|b2"))).hasValue(1);
        assertThat(matcher.find(by("changed@example.com", "ada", "auth0|A1"))).hasValue(3);
        assertThat(matcher.find(by("changed@example.com", "linus", "auth0|zz"))).hasValue(2);
        assertThat(matcher.find(by("inner@example.com", null, null))).isEmpty();
        assertThat(matcher.find(by(null, null, "b2"))).isEmpty();
        assertThat(matcher.find(by(null, null, null))).isEmpty();
        assertThat(matcher.find(called("+12125550001"))).hasValue(2);
        assertThat(matcher.find(called("+12125550002"))).isEmpty();
    }

    private static Identity called(String phoneNumber) {
        return new Identity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(phoneNumber));
    }

    private static Identity by(String email, String username, String userId) {
        return new Identity(Optional.ofNullable(email), Optional.ofNullable(username), Optional.ofNullable(userId));
    }

    @Test
    void aSummaryMayCountMoreThanWasNamedByLostAttempts() {
        jobs.onSubmit(new Result.Uncertain<>("the line went dead"));
        jobs.onGet(
                "job_1",
                new Result.Success<>(
                        new ImportJob("job_1", "completed", Optional.of(new Summary(3, 0, 0, 3)), Optional.empty())));
        jobs.onErrors("job_1", rejections(alreadyExists("user0@example.com"), alreadyExists("user0@example.com")));

        JobsResult followed = run(users(0, 3));

        assertThat(followed).isEqualTo(counts(followed, 1, 0, 2, 1));
        assertThat(listener.notes).last().isEqualTo("Auth0 counts 2 failed users in job job_1 but names 0");
    }

    @Test
    void anErrorListIsACopy() {
        List<UserError> errors = new java.util.ArrayList<>(List.of(alreadyExists("a@example.com")));
        JobErrors copied = new JobErrors(errors, Optional.empty());
        errors.clear();

        assertThat(copied.users()).hasSize(1);
    }

    @Test
    void aServiceErrorIsOneLine() {
        assertThat(new ServiceError(400, Optional.of("invalid_body"), "wrong", Optional.of("abc")))
                .hasToString("HTTP 400 invalid_body: wrong (request abc)");
        assertThat(new ServiceError(500, Optional.empty(), "wrong", Optional.empty()))
                .hasToString("HTTP 500: wrong");
    }
}
