package io.github.auth0maven.mojo.access;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.Answer;
import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.jobs.JobErrors.UserError;
import io.github.auth0maven.jobs.ServiceError;
import io.github.auth0maven.report.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Redacts what the service says before anybody hears it, the journal included; users are found by what it names all the same. */
record RedactedJobs(ImportJobs jobs, Redaction redaction) implements ImportJobs {

    @Override
    public Answer<ImportJob> submit(Batch batch) {
        return redacted(jobs.submit(batch), this::redacted);
    }

    @Override
    public Answer<ImportJob> get(String id) {
        return redacted(jobs.get(id), this::redacted);
    }

    @Override
    public Answer<JobErrors> errors(String id) {
        return redacted(
                jobs.errors(id),
                errors -> new JobErrors(
                        errors.users().stream().map(this::redacted).toList(),
                        errors.details().map(redaction::text)));
    }

    @Override
    public Answer<Optional<Instant>> createdAt(byte[] user) {
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

    private <T> Answer<T> redacted(Answer<T> answer, UnaryOperator<T> value) {
        if (answer instanceof Answer.Given<T> given) {
            return new Answer.Given<>(value.apply(given.value()));
        }
        if (answer instanceof Answer.NotTaken<T> missed) {
            return new Answer.NotTaken<>(redaction.text(missed.reason()), missed.lasting());
        }
        if (answer instanceof Answer.Uncertain<T> lost) {
            return new Answer.Uncertain<>(redaction.text(lost.reason()));
        }
        if (answer instanceof Answer.TooLarge<T> large) {
            return new Answer.TooLarge<>(redaction.text(large.message()));
        }
        if (answer instanceof Answer.Refused<T> refused) {
            ServiceError error = refused.error();
            return new Answer.Refused<>(
                    new ServiceError(error.status(), error.code(), redaction.text(error.message()), error.requestId()));
        }
        return answer;
    }
}
