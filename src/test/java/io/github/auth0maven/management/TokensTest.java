package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TokensTest {

    private static final String SECRET = "s3cr3t&=+% \u00e4";

    private Wire wire;
    private ClientCredentials tokens;
    private Calls calls;

    @BeforeEach
    void start() throws IOException {
        wire = new Wire();
        HttpUrl tenant = wire.server.url("/");
        tokens = new ClientCredentials(
                wire.http, tenant, tenant + "api/v2/", new Credentials.ClientSecret("the client", SECRET));
        calls = new Calls(wire.http, tokens, wire.server.url("/api/v2"));
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    private Wire givingToken(String token, long seconds) {
        return wire.answering(
                200, "{\"access_token\":\"" + token + "\",\"expires_in\":" + seconds + ",\"token_type\":\"Bearer\"}");
    }

    private Result<String> call() {
        return calls.make(
                new Request.Builder().url(wire.server.url("/api/v2/jobs/job_1")).build(), Repeat.ALWAYS, Wire.text());
    }

    @Test
    void aTokenIsAskedForAsDocumented() throws InterruptedException {
        givingToken("t1", 86400);

        assertThat(tokens.current()).isEqualTo(new Result.Success<>("t1"));

        RecordedRequest request = wire.request();
        assertThat(request.getRequestLine()).isEqualTo("POST /oauth/token HTTP/1.1");
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(request.getHeaders().get("Authorization")).isNull();
        String root = "http%3A%2F%2F" + wire.server.getHostName() + "%3A" + wire.server.getPort() + "%2F";
        assertThat(request.getBody().utf8())
                .isEqualTo("grant_type=client_credentials&client_id=the+client&client_secret=s3cr3t%26%3D%2B%25+%C3%A4"
                        + "&audience=" + root + "api%2Fv2%2F");
    }

    @Test
    void aTokenIsFetchedOnceAndSentWithEveryCall() throws InterruptedException {
        givingToken("t1", 86400).answering(200, "a").answering(200, "b");

        assertThat(call()).isEqualTo(new Result.Success<>("a"));
        wire.clock.advance(Duration.ofHours(23));
        assertThat(call()).isEqualTo(new Result.Success<>("b"));

        assertThat(wire.request().getTarget()).isEqualTo("/oauth/token");
        assertThat(wire.request().getHeaders().values("Authorization")).containsExactly("Bearer t1");
        assertThat(wire.request().getHeaders().values("Authorization")).containsExactly("Bearer t1");
        assertThat(wire.server.getRequestCount()).isEqualTo(3);
    }

    /** How long a token lives, and how long it is kept. */
    @ParameterizedTest
    @CsvSource({"86400, 86340", "121, 61", "120, 60", "60, 30", "2, 1", "9000000000000000000, 2591940"})
    void aTokenIsReplacedALittleBeforeItExpires(long life, long kept) {
        givingToken("t1", life);
        tokens.current();
        givingToken("t2", life);

        wire.clock.advance(Duration.ofSeconds(kept).minusMillis(1));
        assertThat(tokens.current()).isEqualTo(new Result.Success<>("t1"));

        wire.clock.advance(Duration.ofMillis(1));
        assertThat(tokens.current()).isEqualTo(new Result.Success<>("t2"));
    }

    @Test
    void aTokenThatDoesNotSayHowLongItLivesIsKeptForAnHour() {
        wire.answering(200, "{\"access_token\":\"t1\"}");
        tokens.current();
        givingToken("t2", 86400);

        wire.clock.advance(Duration.ofMinutes(58));
        assertThat(tokens.current()).isEqualTo(new Result.Success<>("t1"));
        wire.clock.advance(Duration.ofMinutes(2));
        assertThat(tokens.current()).isEqualTo(new Result.Success<>("t2"));
    }

    @Test
    void aTokenThatIsRefusedIsReplacedAndTheCallMadeAgain() throws InterruptedException {
        givingToken("t1", 86400).refusing(401, "Expired token", "");
        givingToken("t2", 86400).answering(200, "done");

        assertThat(call()).isEqualTo(new Result.Success<>("done"));

        for (String expected : new String[] {null, "Bearer t1", null, "Bearer t2"}) {
            assertThat(wire.request().getHeaders().get("Authorization")).isEqualTo(expected);
        }
    }

    @Test
    void aTokenIsReplacedOnceAndNotTwice() {
        givingToken("t1", 86400).refusing(401, "Expired token", "");
        givingToken("t2", 86400).refusing(401, "Invalid token", "");

        assertThat(call())
                .isEqualTo(new Result.Refused<>(
                        new ServiceError(401, Optional.empty(), "Invalid token", Optional.empty())));
        assertThat(wire.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void anotherRefusalReplacesNoToken() {
        givingToken("t1", 86400).refusing(403, "Insufficient scope", "insufficient_scope");

        assertThat(call()).isInstanceOf(Result.Refused.class);
        assertThat(wire.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aWrongSecretIsTriedOnce() {
        wire.answering(401, "{\"error\":\"access_denied\",\"error_description\":\"Unauthorized\"}");

        assertThat(call())
                .isEqualTo(new Result.Refused<>(
                        new ServiceError(401, Optional.of("access_denied"), "Unauthorized", Optional.empty())));
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aTokenThatWasMadeElsewhereIsNotReplaced() {
        wire.refusing(401, "Invalid token", "");
        calls = new Calls(wire.http, Tokens.fixed("theirs"), wire.server.url("/api/v2"));

        assertThat(call()).isInstanceOf(Result.Refused.class);
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void whereNoTokenCanBeHadTheCallIsNotMade() {
        wire.answering(500, "oops")
                .answering(429, "slow down", "Retry-After", "3")
                .answering(413, "oops");

        assertThat(call()).isEqualTo(new Result.NotTaken<>("HTTP 500: oops"));
        assertThat(call()).isEqualTo(new Result.RateLimited<>(Duration.ofSeconds(3)));
        assertThat(call()).isEqualTo(new Result.NotTaken<>("no access token can be had"));
        assertThat(wire.server.getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "",
                "[]",
                "eyJsecret.eyJsecret.secret",
                "\"eyJsecret.eyJsecret.secret",
                "{\"access_token\":\"secret\\nsecret\"}",
                "{\"access_token\":\"secr\u00e4t\"}",
                "{\"access_token\":\"secret",
                "{\"access_token\": secret}",
                "<secret>"
            })
    void anAnswerThatHoldsNoTokenIsNotTakenForOneAndNotShown(String body) {
        wire.answering(200, body);

        Result<String> answer = call();

        assertThat(answer).isInstanceOf(Result.NotTaken.class);
        assertThat(answer.toString()).doesNotContain("secr", "eyJ");
        assertThat(wire.calls.lines.toString()).doesNotContain("secr", "eyJ");
    }

    @Test
    void secretsAreNotShown() {
        assertThat(new Credentials.ClientSecret("id", "s3cr3t").toString()).isEqualTo("ClientSecret[id]");
        assertThat(new Credentials.AccessToken("t0k3n").toString()).isEqualTo("AccessToken[]");
        assertThat(new ManagementApi.Access(wire.domain(), "any", new Credentials.ClientSecret("id", "s3cr3t"), "1.2.3")
                        .toString())
                .doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t0k3n\nt0k3n", "t0k3n t0k3n", "t0k\u00e4n", ""})
    void aTokenThatCannotBeOneIsRefusedWithoutShowingIt(String token) {
        assertThatExceptionOfType(ManagementException.class)
                .isThrownBy(() -> ManagementApi.connect(
                        new ManagementApi.Access(wire.domain(), "any", new Credentials.AccessToken(token), "1.2.3"),
                        wire.calls,
                        new Destination(Wire.CONNECTION_ID, false),
                        Wire.PLAIN))
                .withMessageContaining("access token")
                .withMessageNotContaining("t0k");
    }
}
