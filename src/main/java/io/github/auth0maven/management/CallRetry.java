package io.github.auth0maven.management;

import io.github.auth0maven.pace.Pause;
import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Repeats a call that changes nothing a few times before it gives up, unless nothing would come of it. */
final class CallRetry {

    private static final int ATTEMPTS = 5;

    private final Pause pause;

    CallRetry(Pause pause) {
        this.pause = pause;
    }

    /**
     * What the call gives in the end.
     *
     * @throws ManagementException if the service refuses, or does not let itself be asked
     */
    <T> T insist(Supplier<Result<T>> call) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Result<T> answer = call.get();
            if (answer instanceof Result.Success<T> given) {
                return given.value();
            }
            if (answer instanceof Result.Refused<T> refused) {
                throw new ManagementException(Remedy.explain(refused.error()));
            }
            if (attempt == ATTEMPTS || (answer instanceof Result.NotTaken<T> missed && missed.lasting())) {
                throw new ManagementException(
                        answer instanceof Result.NotTaken<T> missed
                                ? missed.reason()
                                : "the tenant's rate limit is reached, and stays so; try again later");
            }
            pause.of(
                    answer instanceof Result.RateLimited<T> limited
                            ? limited.retryAfter()
                            : Duration.ofMillis(250L << attempt));
        }
    }
}
