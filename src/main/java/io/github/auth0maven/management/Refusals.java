package io.github.auth0maven.management;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;

/** Tells what a response that is no success means for whoever might call again. */
final class Refusals {

    /** What Auth0 says, and nothing else tells it from a rate limit: "There are 2 active import users jobs, please wait …". */
    private static final Pattern ACTIVE_JOBS = Pattern.compile("(?:\\b(\\d{1,6}) )?active import users jobs");

    private Refusals() {}

    /** The meaning, by the status and Auth0's words. */
    static <T> Result<T> read(Response response, Repeat repeat, ResponseTimes times) {
        ServiceError error = ErrorResponse.read(response);
        return switch (response.code()) {
            case 413 -> new Result.TooLarge<>(error.described());
            case 429 -> tooMany(error, times);
            case 408 -> new Result.NotTaken<>(error.toString());
            default ->
                response.code() < 500
                        ? new Result.Refused<>(error)
                        : ofServer(error, repeat, times.retryAfter().isPresent());
        };
    }

    private static <T> Result<T> tooMany(ServiceError error, ResponseTimes times) {
        Matcher jobs = ACTIVE_JOBS.matcher(error.message());
        if (!jobs.find()) {
            return new Result.RateLimited<>(times.rest());
        }
        OptionalInt active =
                jobs.group(1) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(jobs.group(1)));
        return new Result.SlotsTaken<>(times.retryAfter(), active);
    }

    /** A 503 that names a time to come back is a refusal; any other error of a server may have come after the request was taken. */
    private static <T> Result<T> ofServer(ServiceError error, Repeat repeat, boolean comeBack) {
        boolean refused = error.status() == 503 && comeBack;
        return repeat.after(new Result.NotTaken<>(error.toString()), !refused);
    }
}
