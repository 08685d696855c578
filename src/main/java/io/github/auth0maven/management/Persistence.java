package io.github.auth0maven.management;

import io.github.auth0maven.jobs.Answer;
import io.github.auth0maven.jobs.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Repeats a call that changes nothing a few times before it gives up, unless nothing would come of it. */
final class Persistence {

    private static final int ATTEMPTS = 5;

    private final Pause pause;

    Persistence(Pause pause) {
        this.pause = pause;
    }

    /**
     * What the call gives in the end.
     *
     * @throws ManagementException if the service refuses, or does not let itself be asked
     */
    <T> T insist(Supplier<Answer<T>> call) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Answer<T> answer = call.get();
            if (answer instanceof Answer.Given<T> given) {
                return given.value();
            }
            if (answer instanceof Answer.Refused<T> refused) {
                throw new ManagementException(Remedy.explain(refused.error()));
            }
            if (attempt == ATTEMPTS || (answer instanceof Answer.NotTaken<T> missed && missed.lasting())) {
                throw new ManagementException(
                        answer instanceof Answer.NotTaken<T> missed
                                ? missed.reason()
                                : "the tenant's rate limit is reached, and stays so; try again later");
            }
            pause.of(
                    answer instanceof Answer.RateLimited<T> limited
                            ? limited.retryAfter()
                            : Duration.ofMillis(250L << attempt));
        }
    }
}
