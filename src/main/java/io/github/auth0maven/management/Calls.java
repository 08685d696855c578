package io.github.auth0maven.management;

import io.github.auth0maven.service.Result;
import okhttp3.Request;

/** Makes calls with an access token; where a token is refused and another can be had, once more with that. */
final class Calls {

    private static final int UNAUTHORIZED = 401;

    private final Http http;
    private final Tokens tokens;

    Calls(Http http, Tokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /** Makes the call. */
    <T> Result<T> make(Request request, Repeat repeat, Http.Reader<T> reader) {
        Result<String> token = tokens.current();
        if (!(token instanceof Result.Success<String> given)) {
            return without(token);
        }
        Result<T> first = http.call(authorized(request, given.value()), repeat, reader);
        boolean tokenRefused =
                first instanceof Result.Refused<T> refused && refused.error().status() == UNAUTHORIZED;
        if (!tokenRefused || !tokens.discard()) {
            return first;
        }
        Result<String> another = tokens.current();
        return another instanceof Result.Success<String> renewed
                ? http.call(authorized(request, renewed.value()), repeat, reader)
                : without(another);
    }

    private static Request authorized(Request request, String token) {
        return request.newBuilder().header("Authorization", "Bearer " + token).build();
    }

    /** What there is to say of a call that was not made, for want of a token. */
    private static <T> Result<T> without(Result<String> token) {
        if (token instanceof Result.Refused<String> refused) {
            return new Result.Refused<>(refused.error());
        }
        if (token instanceof Result.RateLimited<String> limited) {
            return new Result.RateLimited<>(limited.retryAfter());
        }
        return token instanceof Result.NotTaken<String> missed
                ? new Result.NotTaken<>(missed.reason(), missed.lasting())
                : new Result.NotTaken<>("no access token can be had");
    }
}
