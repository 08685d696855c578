package io.github.auth0maven.exports;

import io.github.auth0maven.pace.Backoff;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.service.Result;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Follows an export job from its submission to its file. A file that can no longer be had at its URL, which is valid for a minute, is
 * asked for anew, a few times.
 */
public final class FollowedExport {

    private static final int ATTEMPTS = 5;
    private static final int MOST_CALLS = 8;
    private static final Duration FIRST_QUESTION = Duration.ofMillis(200);
    private static final Duration RAREST_QUESTION = Duration.ofSeconds(5);

    private final ExportJobs service;
    private final Timing timing;
    private final Duration timeout;
    private final ExportListener listener;

    /** Where the file goes; called once for each attempt to fetch it. */
    @FunctionalInterface
    public interface Target {
        OutputStream open() throws IOException;
    }

    /**
     * @param timeout how long to wait for a job that does not end
     */
    public FollowedExport(ExportJobs service, Timing timing, Duration timeout, ExportListener listener) {
        this.service = service;
        this.timing = timing;
        this.timeout = timeout;
        this.listener = listener;
    }

    /**
     * Has the users exported, and fetches the file.
     *
     * @return the job that it is the file of
     * @throws ExportException if the service refuses, cannot be reached, or does not come to an end
     */
    public ExportJob fetch(ExportOrder order, Target target) throws IOException, InterruptedException {
        ExportJob submitted = insist(() -> service.submit(order));
        listener.submitted(submitted.id());
        ExportJob completed = follow(submitted);
        listener.completed(completed.id());
        for (int attempt = 1; ; attempt++) {
            Result<Long> fetched = fetch(completed, target);
            if (fetched instanceof Result.Success<Long>) {
                return completed;
            }
            if (attempt == ATTEMPTS) {
                throw new ExportException("The file of the export job " + completed.id() + " could not be fetched in "
                        + ATTEMPTS + " attempts: " + fetched.reason() + "; try again later");
            }
            listener.waiting("the file of the export is asked for anew: " + fetched.reason(), FIRST_QUESTION);
            timing.pause().of(FIRST_QUESTION.multipliedBy(1L << attempt));
            completed = follow(insist(() -> service.get(submitted.id())));
        }
    }

    private Result<Long> fetch(ExportJob job, Target target) throws IOException {
        try (OutputStream out = new BufferedOutputStream(target.open(), 1 << 16)) {
            String location = job.location()
                    .orElseThrow(() -> new ExportException(
                            "The export job " + job.id() + " is completed, but names no file; try again later"));
            return service.download(location, out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private ExportJob follow(ExportJob submitted) throws IOException, InterruptedException {
        Instant start = timing.now();
        ExportJob job = submitted;
        Duration wait = FIRST_QUESTION;
        while (!job.isCompleted()) {
            if (job.isFailed()) {
                throw new ExportException("The export job " + job.id() + " failed at Auth0"
                        + job.details().map(why -> ": " + why).orElse("") + "; try again");
            }
            if (timing.now().isAfter(start.plus(timeout))) {
                throw new ExportException("The export job " + job.id()
                        + " still runs at Auth0 after the time that jobTimeout (auth0.jobTimeout) gives it; try again"
                        + " when the tenant is less busy, or give it more");
            }
            timing.pause().of(wait);
            wait = wait.multipliedBy(3).dividedBy(2);
            wait = wait.compareTo(RAREST_QUESTION) > 0 ? RAREST_QUESTION : wait;
            job = insist(() -> service.get(submitted.id()));
        }
        return job;
    }

    private <T> T insist(Supplier<Result<T>> call) throws IOException, InterruptedException {
        Backoff backoff = Backoff.ofCalls(timing.chance());
        for (int attempt = 1; ; attempt++) {
            rest();
            Result<T> answer = call.get();
            if (answer instanceof Result.Success<T> given) {
                return given.value();
            }
            if (answer instanceof Result.Refused<T> refused) {
                throw new ExportException(service.explain(refused.error()));
            }
            Duration wait = answer instanceof Result.RateLimited<T> limited ? limited.retryAfter() : backoff.next();
            boolean lasting = answer instanceof Result.NotTaken<T> missed && missed.lasting();
            if (lasting || attempt == MOST_CALLS) {
                throw new ExportException(answer.reason() + (lasting ? "" : "; gave up after several attempts"));
            }
            listener.waiting(answer.reason(), wait);
            timing.pause().of(wait);
        }
    }

    private void rest() throws InterruptedException {
        Duration rest = service.rest();
        if (!rest.isZero()) {
            timing.pause().of(rest);
        }
    }
}
