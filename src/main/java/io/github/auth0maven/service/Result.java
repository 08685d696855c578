package io.github.auth0maven.service;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What became of a call, told by what may safely be done next.
 *
 * @param <T> what the call is for
 */
public sealed interface Result<T> {

    /** The call was answered. */
    record Success<T>(T value) implements Result<T> {
        /** Never the value: it may be an access token. */
        @Override
        public String toString() {
            return "Success[" + value.getClass().getSimpleName() + "]";
        }
    }

    /**
     * As many import jobs are running for the tenant as it takes; others' jobs count too. It lasts minutes.
     *
     * @param active how many, if the service says so
     */
    record SlotsTaken<T>(Optional<Duration> retryAfter, OptionalInt active) implements Result<T> {
        public SlotsTaken(Optional<Duration> retryAfter) {
            this(retryAfter, OptionalInt.empty());
        }
    }

    /** Too many calls were made; nothing was taken. */
    record RateLimited<T>(Duration retryAfter) implements Result<T> {}

    /**
     * The request never reached anybody who could have taken it: it may be repeated.
     *
     * @param lasting whether the next attempt would fare no better, as with a certificate that is for somebody else
     */
    record NotTaken<T>(String reason, boolean lasting) implements Result<T> {
        public NotTaken(String reason) {
            this(reason, false);
        }
    }

    /** It cannot be known whether the request was taken. */
    record Uncertain<T>(String reason) implements Result<T> {}

    /** The request is larger than the service takes. */
    record TooLarge<T>(String message) implements Result<T> {}

    /** The service understood, and refused; repeating it would change nothing. */
    record Refused<T>(ServiceError error) implements Result<T> {}

    /** The same answer with another value; where there is none, what there is to say stays. */
    @SuppressWarnings("unchecked") // no answer but a success holds a value
    default <U> Result<U> map(Function<? super T, ? extends U> function) {
        return this instanceof Success<T> given ? new Success<>(function.apply(given.value())) : (Result<U>) this;
    }

    /** Why there is no value, in words. */
    default String reason() {
        if (this instanceof Refused<T> refused) {
            return refused.error().toString();
        }
        if (this instanceof NotTaken<T> missed) {
            return missed.reason();
        }
        return this instanceof Uncertain<T> lost ? lost.reason() : "it is too busy";
    }
}
