package io.github.auth0maven.management;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What a response's headers say of time: the server's clock, when to come back, and how many calls are left until when. */
final class ResponseTimes {

    private static final Duration LONGEST_REST = Duration.ofSeconds(60);
    private static final Duration USUAL_REST = Duration.ofSeconds(1);

    private final Response response;
    private final Instant now;

    ResponseTimes(Response response, Clock clock) {
        this.response = response;
        now = clock.instant();
    }

    /** The server's own clock, against which its times are to be read; this machine's where it does not say. */
    Instant serverTime() {
        return date(response.header("Date")).orElse(now);
    }

    /** When a refused call may be repeated, if the server says so. */
    Optional<Duration> retryAfter() {
        String text = response.header(HttpClients.COME_BACK);
        return number(text)
                .map(Duration::ofSeconds)
                .or(() -> date(text).map(date -> Duration.between(serverTime(), date)))
                .map(ResponseTimes::bounded);
    }

    /** The same of a call that was one too many: never at once, whatever the server's whole seconds add up to. */
    Duration rest() {
        Duration wait = retryAfter().orElseGet(this::untilReset);
        return wait.compareTo(USUAL_REST) < 0 ? USUAL_REST : wait;
    }

    /** How many calls the limit allows for now, where it is told until when. */
    OptionalLong remaining() {
        return response.header("X-RateLimit-Reset") == null
                ? OptionalLong.empty()
                : count(response.header("X-RateLimit-Remaining"));
    }

    /** How many calls the limit allows at once. */
    OptionalLong limit() {
        return count(response.header("X-RateLimit-Limit"));
    }

    /** Until the limit is as if nobody had called. */
    Duration untilReset() {
        return number(response.header("X-RateLimit-Reset"))
                .map(reset -> bounded(Duration.between(serverTime(), Instant.ofEpochSecond(reset))))
                .orElse(USUAL_REST);
    }

    private static Duration bounded(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : duration;
    }

    private static OptionalLong count(@Nullable String text) {
        return number(text).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private static Optional<Long> number(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> t.matches("\\d{1,12}")).map(Long::valueOf);
    }

    private static Optional<Instant> date(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
