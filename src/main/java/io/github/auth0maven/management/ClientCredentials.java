package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Tokens by the client credentials grant; each is kept in memory and replaced a little before it expires. */
final class ClientCredentials implements Tokens {

    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final Duration USUAL_LIFE = Duration.ofHours(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(30);

    private final Http http;
    private final HttpUrl tenant;
    private final HttpUrl endpoint;
    private final String audience;
    private final Credentials.OfApplication credentials;
    private final Clock clock;
    private @Nullable String token;
    private Instant renewAt = Instant.MIN;

    ClientCredentials(Http http, HttpUrl tenant, String audience, Credentials.OfApplication credentials) {
        this.http = http;
        this.tenant = tenant;
        endpoint = tenant.newBuilder().addPathSegments("oauth/token").build();
        this.audience = audience;
        this.credentials = credentials;
        clock = http.clock();
    }

    @Override
    public Result<String> current() {
        if (token != null && clock.instant().isBefore(renewAt)) {
            return new Result.Success<>(token);
        }
        StringBuilder form = new StringBuilder("grant_type=client_credentials");
        add(form, "client_id", credentials.clientId());
        if (credentials instanceof Credentials.PrivateKeyJwt key) {
            add(form, "client_assertion_type", ClientAssertion.TYPE);
            add(form, "client_assertion", ClientAssertion.signed(key, tenant.toString(), clock.instant()));
        } else {
            add(form, "client_secret", ((Credentials.ClientSecret) credentials).secret());
        }
        add(form, "audience", audience);
        Request request = new Request.Builder()
                .url(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .post(RequestBody.create(form.toString().getBytes(UTF_8)))
                .build();
        return http.call(request, Repeat.ALWAYS, (status, body) -> keep(body));
    }

    private static void add(StringBuilder form, String name, String value) {
        form.append('&').append(name).append('=').append(URLEncoder.encode(value, UTF_8));
    }

    private String keep(InputStream body) throws IOException {
        ResponseJson answer = ResponseJson.read(body);
        String given = answer.member("access_token").text();
        if (!Tokens.isOne(given)) {
            throw new IOException("the token endpoint's answer holds no access_token");
        }
        long seconds = answer.member("expires_in").number(USUAL_LIFE.toSeconds());
        Duration life = Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_LIFE.toSeconds())));
        Duration early = life.compareTo(EARLY.multipliedBy(2)) > 0 ? EARLY : life.dividedBy(2);
        renewAt = clock.instant().plus(life).minus(early);
        token = given;
        return given;
    }

    @Override
    public boolean discard() {
        token = null;
        return true;
    }
}
