package io.github.auth0maven.mojo.access;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.jobs.JobErrors.UserError;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Redacts what the service says before anybody hears it, the journal included; users are found by what it names all the same. */
record RedactedJobs(ImportJobs jobs, Redaction redaction) implements ImportJobs {

    @Override
    public Result<ImportJob> submit(Batch batch) {
        return redacted(jobs.submit(batch), this::redacted);
    }

    @Override
    public Result<ImportJob> get(String id) {
        return redacted(jobs.get(id), this::redacted);
    }

    @Override
    public Result<JobErrors> errors(String id) {
        return redacted(
                jobs.errors(id),
                errors -> new JobErrors(
                        errors.users().stream().map(this::redacted).toList(),
                        errors.details().map(redaction::text)));
    }

    @Override
    public Result<Optional<Instant>> createdAt(byte[] user) {
        return redacted(jobs.createdAt(user), at -> at);
    }

    @Override
    public Instant serviceTime() {
        return jobs.serviceTime();
    }

    @Override
    public Duration rest() {
        return jobs.rest();
    }

    @Override
    public Duration betweenCalls() {
        return jobs.betweenCalls();
    }

    private ImportJob redacted(ImportJob job) {
        return new ImportJob(
                job.id(), job.status(), job.summary(), job.details().map(redaction::text));
    }

    private UserError redacted(UserError error) {
        return new UserError(
                error.identity(),
                redaction.text(error.code()),
                redaction.text(error.message(), error.identity().email()),
                error.attribute());
    }

    private <T> Result<T> redacted(Result<T> answer, UnaryOperator<T> value) {
        if (answer instanceof Result.Success<T> given) {
            return new Result.Success<>(value.apply(given.value()));
        }
        if (answer instanceof Result.NotTaken<T> missed) {
            return new Result.NotTaken<>(redaction.text(missed.reason()), missed.lasting());
        }
        if (answer instanceof Result.Uncertain<T> lost) {
            return new Result.Uncertain<>(redaction.text(lost.reason()));
        }
        if (answer instanceof Result.TooLarge<T> large) {
            return new Result.TooLarge<>(redaction.text(large.message()));
        }
        if (answer instanceof Result.Refused<T> refused) {
            ServiceError error = refused.error();
            return new Result.Refused<>(
                    new ServiceError(error.status(), error.code(), redaction.text(error.message()), error.requestId()));
        }
        return answer;
    }
}
