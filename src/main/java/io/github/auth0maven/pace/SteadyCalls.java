package io.github.auth0maven.pace;

import io.github.auth0maven.service.Result;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes calls about single users one after the other: each when it is its turn, and again until it is answered. */
public final class SteadyCalls {

    private static final int MOST_SILENCES = 8;
    private static final int MOST_REFUSALS = 100;

    private final Timing timing;
    private final Supplier<Duration> rest;
    private final Backoff backoff;
    private int refusals;

    /**
     * @param rest how long the tenant's rate limit wants the next call to wait
     */
    public SteadyCalls(Timing timing, Supplier<Duration> rest) {
        this.timing = timing;
        this.rest = rest;
        backoff = Backoff.ofCalls(timing.chance());
    }

    /**
     * Makes a call that may be repeated.
     *
     * @throws UnansweredException if the service refuses, or stays silent
     */
    public <T> T make(Supplier<Result<T>> call) throws UnansweredException, InterruptedException {
        while (true) {
            pause(rest.get());
            Result<T> answer = call.get();
            if (answer instanceof Result.Success<T> given) {
                backoff.succeeded();
                refusals = 0;
                return given.value();
            }
            if (isHopeless(answer)) {
                throw new UnansweredException(answer);
            }
            pause(answer instanceof Result.RateLimited<T> limited ? limited.retryAfter() : backoff.next());
        }
    }

    private boolean isHopeless(Result<?> answer) {
        if (answer instanceof Result.RateLimited<?>) {
            return ++refusals > MOST_REFUSALS;
        }
        boolean lasting = answer instanceof Result.NotTaken<?> missed && missed.lasting();
        return answer instanceof Result.Refused<?>
                || answer instanceof Result.TooLarge<?>
                || lasting
                || backoff.attempts() >= MOST_SILENCES;
    }

    private void pause(Duration duration) throws InterruptedException {
        if (!duration.isZero() && !duration.isNegative()) {
            timing.pause().of(duration);
        }
    }
}
