package io.github.auth0maven.jobs;

import io.github.auth0maven.jobs.JobListener.Wait;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.service.Result;
import java.time.Duration;
import java.time.Instant;

/** Whether the service answers, and from when on it may be called again. */
final class Availability {

    static final String RATE_LIMIT = "the tenant's rate limit is reached";

    private final ImportJobs service;
    private final Timing timing;
    private final JobListener listener;
    private Instant callAt = Instant.MIN;
    private Instant tookOneAt;
    /** Whether it has answered, whatever it said. */
    private boolean met;

    Availability(ImportJobs service, Timing timing, JobListener listener) {
        this.service = service;
        this.timing = timing;
        this.listener = listener;
        tookOneAt = timing.now();
    }

    void answered() {
        met = true;
    }

    void tookAJob() {
        tookOneAt = timing.now();
    }

    /** Whether the service has taken no job for so long. */
    boolean isSilentFor(Duration duration) {
        return timing.now().isAfter(tookOneAt.plus(duration));
    }

    /** Whether nothing would come of another attempt; whoever has answered before may do so again. */
    boolean isInVain(Result<?> result) {
        return !met && result instanceof Result.NotTaken<?> missed && missed.lasting();
    }

    /** A call was one too many: a rate limit is one for all of them. */
    void limited(Duration retryAfter) {
        callAt = timing.now().plus(retryAfter);
        listener.waiting(Wait.RATE_LIMIT, RATE_LIMIT, retryAfter);
    }

    /** Waits until calls may be made. */
    void rest() throws InterruptedException {
        Duration told = Duration.between(timing.now(), callAt);
        Duration seen = service.rest();
        Duration rest = told.compareTo(seen) > 0 ? told : seen;
        if (rest.compareTo(Duration.ZERO) > 0) {
            timing.pause().of(rest);
        }
    }
}
