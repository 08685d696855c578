package io.github.auth0maven.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of a call, told by what may safely be done next.
 *
 * @param <T> what the call is for
 */
public sealed interface Answer<T> {

    /** The call was answered. */
    record Given<T>(T value) implements Answer<T> {
        /** Never the value: it may be an access token. */
        @Override
        public String toString() {
            return "Given[" + value.getClass().getSimpleName() + "]";
        }
    }

    /**
     * As many import jobs are running for the tenant as it takes; others' jobs count too. It lasts minutes.
     *
     * @param active how many, if the service says so
     */
    record SlotsTaken<T>(Optional<Duration> retryAfter, OptionalInt active) implements Answer<T> {
        public SlotsTaken(Optional<Duration> retryAfter) {
            this(retryAfter, OptionalInt.empty());
        }
    }

    /** Too many calls were made; nothing was taken. */
    record RateLimited<T>(Duration retryAfter) implements Answer<T> {}

    /**
     * The request never reached anybody who could have taken it: it may be repeated.
     *
     * @param lasting whether the next attempt would fare no better, as with a certificate that is for somebody else
     */
    record NotTaken<T>(String reason, boolean lasting) implements Answer<T> {
        public NotTaken(String reason) {
            this(reason, false);
        }
    }

    /** It cannot be known whether the request was taken. */
    record Uncertain<T>(String reason) implements Answer<T> {}

    /** The request is larger than the service takes. */
    record TooLarge<T>(String message) implements Answer<T> {}

    /** The service understood, and refused; repeating it would change nothing. */
    record Refused<T>(ServiceError error) implements Answer<T> {}
}
