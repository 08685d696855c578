package io.github.auth0maven.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.jobs.JobErrors.UserError;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service that imports every user at once, but for those that it is told to reject. */
final class FakeJobs implements ImportJobs {

    private final Map<String, List<String>> rejected = new HashMap<>();
    private final List<Batch> batches = new ArrayList<>();
    private Optional<ServiceError> refusal = Optional.empty();
    private int accepted = Integer.MAX_VALUE;
    private int ending = Integer.MAX_VALUE;
    private int unnamed;
    private Optional<String> stranger = Optional.empty();

    /** Lets the user with this address fail with these codes, each an error of its own. */
    FakeJobs rejects(String email, String... codes) {
        rejected.put(email, List.of(codes));
        return this;
    }

    /** Accepts this many jobs, then refuses. */
    FakeJobs refusesAfter(int jobs, ServiceError error) {
        accepted = jobs;
        refusal = Optional.of(error);
        return this;
    }

    /** Ends this many jobs; those after them run for ever. */
    FakeJobs endsOnly(int jobs) {
        ending = jobs;
        return this;
    }

    /** Counts this many more failed users in every job than it names. */
    FakeJobs countsButDoesNotName(int users) {
        unnamed = users;
        return this;
    }

    /** Names this user, who is in no job, as one that failed in every job. */
    FakeJobs names(String email) {
        stranger = Optional.of(email);
        return this;
    }

    /** The import files, in the order of submission. */
    List<String> submitted() {
        return batches.stream().map(batch -> new String(batch.content(), UTF_8)).toList();
    }

    @Override
    public Result<ImportJob> submit(Batch batch) {
        if (batches.size() >= accepted) {
            return new Result.Refused<>(refusal.orElseThrow());
        }
        batches.add(batch);
        return new Result.Success<>(
                new ImportJob("job_" + batches.size(), "pending", Optional.empty(), Optional.empty()));
    }

    @Override
    public Result<ImportJob> get(String id) {
        int number = number(id);
        if (number >= ending) {
            return new Result.Success<>(new ImportJob(id, "pending", Optional.empty(), Optional.empty()));
        }
        int users = batches.get(number).users();
        int failed = failures(number).size() + unnamed;
        return new Result.Success<>(new ImportJob(
                id,
                "completed",
                Optional.of(new ImportJob.Summary(users, users - failed, 0, failed)),
                Optional.empty()));
    }

    @Override
    public Result<JobErrors> errors(String id) {
        List<UserError> errors = new ArrayList<>();
        for (String email : failures(number(id))) {
            for (String code : rejected.get(email)) {
                errors.add(error(email, code, Optional.of("email")));
            }
        }
        stranger.ifPresent(email -> errors.add(error(email, "STRANGER", Optional.empty())));
        return new Result.Success<>(new JobErrors(errors, Optional.empty()));
    }

    @Override
    public Result<Optional<Instant>> createdAt(byte[] user) {
        return new Result.Success<>(Optional.empty());
    }

    @Override
    public Instant serviceTime() {
        return Instant.EPOCH;
    }

    @Override
    public Duration rest() {
        return Duration.ZERO;
    }

    private static UserError error(String email, String code, Optional<String> attribute) {
        Identity identity = new Identity(Optional.of(email), Optional.empty(), Optional.empty());
        return new UserError(identity, code, "Auth0 says " + code, attribute);
    }

    private List<String> failures(int job) {
        String content = new String(batches.get(job).content(), UTF_8);
        return rejected.keySet().stream()
                .filter(email -> content.contains('"' + email + '"'))
                .sorted()
                .toList();
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring("job_".length())) - 1;
    }
}
