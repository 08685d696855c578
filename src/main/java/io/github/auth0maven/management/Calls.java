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
        Answer<T> first = withToken(token, request, repeat, reader);
        // A 401 of the token endpoint is about the credentials, and asking again would not make them right.
        boolean tokenRefused = token instanceof Answer.Given<String>
                && first instanceof Answer.Refused<T> refused
                && refused.error().status() == UNAUTHORIZED;
        return tokenRefused && tokens.discard() ? withToken(tokens.current(), request, repeat, reader) : first;
    }

    private <T> Answer<T> withToken(Answer<String> token, Request request, Http.Repeat repeat, Http.Reader<T> reader) {
        if (token instanceof Answer.Given<String> given) {
            Request authorized = request.newBuilder()
                    .header("Authorization", "Bearer " + given.value())
                    .build();
            return http.call(authorized, repeat, reader);
        }
        if (token instanceof Answer.Refused<String> refused) {
            return new Answer.Refused<>(refused.error());
        }
        if (token instanceof Answer.RateLimited<String> limited) {
            return new Answer.RateLimited<>(limited.retryAfter());
        }
        return new Answer.NotTaken<>(
                token instanceof Answer.NotTaken<String> missed ? missed.reason() : "no access token can be had");
    }
}
