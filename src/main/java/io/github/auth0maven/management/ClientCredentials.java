package io.github.auth0maven.management;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.jobs.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
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
    public Answer<String> current() {
        if (token != null && clock.instant().isBefore(renewAt)) {
            return new Answer.Given<>(token);
        }
        FormBody.Builder form =
                new FormBody.Builder().add("grant_type", "client_credentials").add("client_id", credentials.clientId());
        if (credentials instanceof Credentials.PrivateKeyJwt key) {
            form.add("client_assertion_type", ClientAssertion.TYPE)
                    .add("client_assertion", ClientAssertion.signed(key, tenant.toString(), clock.instant()));
        } else {
            form.add("client_secret", ((Credentials.ClientSecret) credentials).secret());
        }
        form.add("audience", audience);
        Request request = new Request.Builder().url(endpoint).post(form.build()).build();
        return http.call(request, Http.Repeat.ALWAYS, (status, body) -> keep(body));
    }

    private String keep(InputStream body) throws IOException {
        JsonNode answer = JsonTree.read(body);
        String given = answer.path("access_token").asText();
        if (!Tokens.isOne(given)) {
            throw new IOException("the token endpoint's answer holds no access_token");
        }
        long seconds = answer.path("expires_in").asLong(USUAL_LIFE.toSeconds());
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
