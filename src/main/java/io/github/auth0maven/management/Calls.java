package io.github.auth0maven.management;

import io.github.auth0maven.service.Result;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Makes the calls of all endpoints: with an access token, and where that is refused and another can be had, once more with that; and
 * reads answers up to a size.
 */
final class Calls {

    /** The errors of a job, which echo its users, are the largest answer. */
    static final int LARGEST = 32 << 20;

    private static final int UNAUTHORIZED = 401;

    private final Http http;
    private final Tokens tokens;
    private final HttpUrl root;

    /**
     * @param root what all endpoints' addresses begin with
     */
    Calls(Http http, Tokens tokens, HttpUrl root) {
        this.http = http;
        this.tokens = tokens;
        this.root = root;
    }

    /** The address of an endpoint; what stands in a path is encoded. */
    HttpUrl.Builder url(String... path) {
        HttpUrl.Builder url = root.newBuilder();
        for (String segment : path) {
            url.addPathSegment(segment);
        }
        return url;
    }

    /** What the answers told of time. */
    ServicePace pace() {
        return http.pace();
    }

    /** Makes a call that anybody may make, for what its answer tells by the way. */
    void anything() {
        HttpUrl discovery = root.newBuilder()
                .encodedPath("/.well-known/openid-configuration")
                .build();
        http.call(new Request.Builder().url(discovery).build(), Repeat.ALWAYS, (status, answer) -> status);
    }

    /** Reads what is there; that changes nothing, and may be repeated. */
    <T> Result<T> get(HttpUrl.Builder url, Http.Reader<T> reader) {
        return make(new Request.Builder().url(url.build()).build(), Repeat.ALWAYS, reader);
    }

    /** Makes the call. */
    <T> Result<T> make(Request request, Repeat repeat, Http.Reader<T> unbounded) {
        Http.Reader<T> reader = (status, body) -> unbounded.read(status, new BoundedAnswer(body, LARGEST));
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
