package io.github.auth0maven.management;

import io.github.auth0maven.jobs.Answer;
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
    <T> Answer<T> make(Request request, Http.Repeat repeat, Http.Reader<T> reader) {
        Answer<String> token = tokens.current();
        if (!(token instanceof Answer.Given<String> given)) {
            return without(token);
        }
        Answer<T> first = http.call(authorized(request, given.value()), repeat, reader);
        boolean tokenRefused =
                first instanceof Answer.Refused<T> refused && refused.error().status() == UNAUTHORIZED;
        if (!tokenRefused || !tokens.discard()) {
            return first;
        }
        Answer<String> another = tokens.current();
        return another instanceof Answer.Given<String> renewed
                ? http.call(authorized(request, renewed.value()), repeat, reader)
                : without(another);
    }

    private static Request authorized(Request request, String token) {
        return request.newBuilder().header("Authorization", "Bearer " + token).build();
    }

    /** What there is to say of a call that was not made, for want of a token. */
    private static <T> Answer<T> without(Answer<String> token) {
        if (token instanceof Answer.Refused<String> refused) {
            return new Answer.Refused<>(refused.error());
        }
        if (token instanceof Answer.RateLimited<String> limited) {
            return new Answer.RateLimited<>(limited.retryAfter());
        }
        return token instanceof Answer.NotTaken<String> missed
                ? new Answer.NotTaken<>(missed.reason(), missed.lasting())
                : new Answer.NotTaken<>("no access token can be had");
    }
}
