package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.jobs.JobErrors.UserError;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers from a script, and where that says nothing: takes each batch, and completes each job at the first question. */
final class ScriptedJobs implements ImportJobs {

    final List<String> calls = new ArrayList<>();
    final List<Batch> submitted = new ArrayList<>();
    final Deque<Result<ImportJob>> onSubmit = new ArrayDeque<>();
    final Map<String, Deque<Result<ImportJob>>> onGet = new HashMap<>();
    private final Map<String, Supplier<Result<ImportJob>>> alwaysOnGet = new HashMap<>();
    final Map<String, Deque<Result<JobErrors>>> onErrors = new HashMap<>();
    final Deque<Duration> rests = new ArrayDeque<>();

    private final VirtualTime time;
    private final Map<String, Integer> usersOf = new HashMap<>();

    ScriptedJobs(VirtualTime time) {
        this.time = time;
    }

    @SafeVarargs
    final ScriptedJobs onSubmit(Result<ImportJob>... answers) {
        for (Result<ImportJob> answer : answers) {
            onSubmit(1, answer);
        }
        return this;
    }

    @SafeVarargs
    final ScriptedJobs onGet(String id, Result<ImportJob>... answers) {
        for (Result<ImportJob> answer : answers) {
            onGet(id, 1, answer);
        }
        return this;
    }

    @SafeVarargs
    final ScriptedJobs onErrors(String id, Result<JobErrors>... answers) {
        for (Result<JobErrors> answer : answers) {
            onErrors(id, 1, answer);
        }
        return this;
    }

    ScriptedJobs onSubmit(int times, Result<ImportJob> answer) {
        onSubmit.addAll(Collections.nCopies(times, answer));
        return this;
    }

    ScriptedJobs onGet(String id, int times, Result<ImportJob> answer) {
        onGet.computeIfAbsent(id, unused -> new ArrayDeque<>()).addAll(Collections.nCopies(times, answer));
        return this;
    }

    ScriptedJobs onErrors(String id, int times, Result<JobErrors> answer) {
        onErrors.computeIfAbsent(id, unused -> new ArrayDeque<>()).addAll(Collections.nCopies(times, answer));
        return this;
    }

    /** For answers that depend on the time. */
    void alwaysGet(String id, Supplier<Result<ImportJob>> answer) {
        alwaysOnGet.put(id, answer);
    }

    @Override
    public Result<ImportJob> submit(Batch batch) {
        call("submit " + batch.users());
        submitted.add(batch);
        if (!onSubmit.isEmpty()) {
            return onSubmit.remove();
        }
        String id = "job_" + (usersOf.size() + 1);
        usersOf.put(id, batch.users());
        return running(id, "pending");
    }

    @Override
    public Result<ImportJob> get(String id) {
        call("get " + id);
        if (alwaysOnGet.containsKey(id)) {
            return alwaysOnGet.get(id).get();
        }
        Deque<Result<ImportJob>> script = onGet.getOrDefault(id, new ArrayDeque<>());
        return script.isEmpty() ? completed(id, usersOf.getOrDefault(id, 1), 0, 0) : script.remove();
    }

    @Override
    public Result<JobErrors> errors(String id) {
        call("errors " + id);
        Deque<Result<JobErrors>> script = onErrors.getOrDefault(id, new ArrayDeque<>());
        return script.isEmpty() ? rejections() : script.remove();
    }

    @Override
    public Result<Optional<Instant>> createdAt(byte[] user) {
        return new Result.Refused<>(
                new ServiceError(403, Optional.of("insufficient_scope"), "no read:users", Optional.empty()));
    }

    @Override
    public Instant serviceTime() {
        return time.instant();
    }

    @Override
    public Duration rest() {
        return rests.isEmpty() ? Duration.ZERO : rests.remove();
    }

    private void call(String call) {
        calls.add(time.elapsed().toMillis() + " " + call);
    }

    /** The calls, without their times. */
    List<String> untimedCalls() {
        return calls.stream().map(call -> call.substring(call.indexOf(' ') + 1)).toList();
    }

    /** When, from the start, a call was made. */
    static long millis(String call) {
        return Long.parseLong(call.substring(0, call.indexOf(' ')));
    }

    static Result<ImportJob> running(String id, String status) {
        return new Result.Success<>(new ImportJob(id, status, Optional.empty(), Optional.empty()));
    }

    static Result<ImportJob> completed(String id, int inserted, int updated, int failed) {
        return new Result.Success<>(new ImportJob(
                id,
                "completed",
                Optional.of(new Summary(inserted + updated + failed, inserted, updated, failed)),
                Optional.empty()));
    }

    static Result<ImportJob> failed(String id, String... details) {
        return new Result.Success<>(new ImportJob(
                id, "failed", Optional.empty(), List.of(details).stream().findFirst()));
    }

    static Result<JobErrors> rejections(UserError... errors) {
        return new Result.Success<>(new JobErrors(List.of(errors), Optional.empty()));
    }

    static UserError rejected(String email, String code, String message) {
        return rejected(new Identity(Optional.of(email), Optional.empty(), Optional.empty()), code, message);
    }

    static UserError rejected(Identity identity, String code, String message) {
        return new UserError(identity, code, message, Optional.of("email"));
    }

    static UserError alreadyExists(String email) {
        return rejected(email, "DUPLICATED_USER", "The user already exist and upsert parameter is false");
    }

    static <T> Result<T> refused(int status, String message) {
        return new Result.Refused<>(new ServiceError(status, Optional.empty(), message, Optional.empty()));
    }

    static <T> Result<T> notTaken() {
        return new Result.NotTaken<>("nobody answers");
    }
}
