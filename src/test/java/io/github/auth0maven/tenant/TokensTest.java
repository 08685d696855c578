package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.tokens.Client;
import io.github.auth0maven.tenant.tokens.JsonWebToken;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final MovableClock clock = new MovableClock();
    private LocalTenant tenant;

    @BeforeEach
    void start() throws IOException {
        tenant = LocalTenant.start(
                TenantSettings.defaults().withClock(clock).withClient(Client.of("cli ent", "s&cret")));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void aTokenIsGivenForAForm() throws IOException {
        Reply reply = anonymous().post("oauth/token", FORM, form("client_credentials", "s&cret", tenant.audience()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("expires_in").asInt()).isEqualTo(86_400);
        assertThat(reply.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(reply.json().path("scope").asText())
                .contains("create:users", "delete:users", "read:connections_options", "update:roles");
        assertThat(statusWith(reply.json().path("access_token").asText())).isEqualTo(200);
    }

    @Test
    void aTokenIsGivenForJson() throws IOException {
        String body = Json.text(Json.object()
                .put("grant_type", "client_credentials")
                .put("client_id", "cli ent")
                .put("client_secret", "s&cret")
                .put("audience", tenant.audience()));

        Reply reply = anonymous().post("oauth/token", "application/json; charset=utf-8", body);

        assertThat(statusWith(reply.json().path("access_token").asText())).isEqualTo(200);
    }

    @Test
    void scopeAndExpiryCanBeReadFromTheToken() throws IOException {
        String claims = tenant.accessToken("read:users", "create:users").split("\\.", -1)[1];

        assertThat(Json.MAPPER
                        .readTree(Base64.getUrlDecoder().decode(claims))
                        .path("scope")
                        .asText())
                .isEqualTo("create:users read:users");
        assertThat(Json.MAPPER
                        .readTree(Base64.getUrlDecoder().decode(claims))
                        .path("exp")
                        .asLong())
                .isEqualTo(clock.instant().getEpochSecond() + 86_400);
    }

    @Test
    void withoutAnAudienceTheTokenIsOpaqueAndRefused() throws IOException {
        String token = anonymous()
                .post("oauth/token", FORM, form("client_credentials", "s&cret", ""))
                .json()
                .path("access_token")
                .asText();

        assertThat(token).doesNotContain(".").isNotEmpty();
        assertThat(statusWith(token)).isEqualTo(400);
    }

    @Test
    void aWrongSecretIsDenied() throws IOException {
        assertRefused(
                anonymous().post("oauth/token", FORM, form("client_credentials", "wrong", tenant.audience())),
                401,
                "{\"error\":\"access_denied\",\"error_description\":\"Unauthorized\"}");
    }

    @Test
    void anUnknownClientIsDenied() throws IOException {
        assertRefused(
                anonymous()
                        .post("oauth/token", FORM, "grant_type=client_credentials&client_id=x&client_secret=s%26cret"),
                401,
                "{\"error\":\"access_denied\",\"error_description\":\"Unauthorized\"}");
    }

    @Test
    void anAudienceWithoutTheSlashIsNoService() throws IOException {
        String audience = tenant.url() + "api/v2";

        assertRefused(
                anonymous().post("oauth/token", FORM, form("client_credentials", "s&cret", audience)),
                403,
                "{\"error\":\"access_denied\",\"error_description\":\"Service not found: " + audience + "\"}");
    }

    @Test
    void anotherGrantIsNotAllowed() throws IOException {
        assertRefused(
                anonymous().post("oauth/token", FORM, form("password", "s&cret", tenant.audience())),
                403,
                "{\"error\":\"unauthorized_client\",\"error_description\":"
                        + "\"Grant type 'password' not allowed for the client.\"}");
    }

    @Test
    void aClientWithoutAGrantIsNotAuthorized() throws IOException {
        TenantSettings settings = TenantSettings.defaults()
                .withClient(Client.of("cli ent", "s&cret").withScopes());
        try (LocalTenant strict = LocalTenant.start(settings)) {
            Reply reply = Caller.withAuthorization(strict, "")
                    .post("oauth/token", FORM, form("client_credentials", "s&cret", strict.audience()));

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.json().path("error").asText()).isEqualTo("access_denied");
            assertThat(reply.json().path("error_description").asText())
                    .startsWith("Client is not authorized to access \"" + strict.audience()
                            + "\". You need to create a \"client-grant\"");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    application/json                  | {
                    application/json                  | []
                    application/x-www-form-urlencoded | client_id=%zz&flag
                    """)
    void aRequestWithoutAGrantTypeIsInvalid(String contentType, String body) throws IOException {
        Reply reply = anonymous().post("oauth/token", contentType, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asText()).isEqualTo("invalid_request");
    }

    @Test
    void anEnormousTokenRequestIsNotRead() throws IOException {
        assertThat(anonymous().post("oauth/token", FORM, "x".repeat(100_001)).status())
                .isEqualTo(413);
    }

    @Test
    void aRequestWithoutATokenIsNotAuthenticated() throws IOException {
        assertRefused(
                anonymous().get("api/v2/connections"),
                401,
                "{\"statusCode\":401,\"error\":\"Unauthorized\",\"message\":\"Missing authentication\"}");
        assertThat(Caller.withAuthorization(tenant, "Basic eDp5")
                        .get("api/v2/connections")
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("Missing authentication");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b", "a.b.c", "e30.e30.*", "W10.e30.x", "e30.W10.x"})
    void aBearerThatIsNoTokenIsBadlyFormatted(String bearer) throws IOException {
        assertRefused(
                Caller.withAuthorization(tenant, "bearer " + bearer).get("api/v2/connections"),
                400,
                "{\"statusCode\":400,\"error\":\"Bad Request\",\"message\":"
                        + "\"Bad HTTP authentication header format\",\"errorCode\":\"Bearer\"}");
    }

    @Test
    void aTokenOfAnotherTenantHasAnInvalidSignature() throws IOException {
        try (LocalTenant other = LocalTenant.start(TenantSettings.defaults())) {
            assertMessage(
                    other.accessToken("read:connections"),
                    401,
                    "Invalid signature received for JSON Web Token validation");
        }
    }

    @Test
    void aTokenExpires() throws IOException {
        String token = tenant.accessToken("read:connections");

        clock.advance(Duration.ofHours(24).minusMillis(10));
        assertThat(statusWith(token)).isEqualTo(200);
        clock.advance(Duration.ofMillis(10));
        assertMessage(token, 401, "Expired token received for JSON Web Token validation");
    }

    @Test
    void aTokenOfAnotherAlgorithmIsInvalid() throws IOException {
        String token = tenant.accessToken("read:connections");
        String header = JsonWebToken.encoded(Json.object().put("alg", "none"));

        assertMessage(header + token.substring(token.indexOf('.')), 401, "Invalid token");
    }

    @Test
    void aTokenNeedsOneOfTheScopes() throws IOException {
        Reply reply = Caller.withScopes(tenant, "read:connections").get("api/v2/jobs/job_1");

        assertRefused(
                reply,
                403,
                "{\"statusCode\":403,\"error\":\"Forbidden\",\"message\":"
                        + "\"Insufficient scope, expected any of: create:users,read:users\","
                        + "\"errorCode\":\"insufficient_scope\"}");
        assertThat(Caller.withScopes(tenant, "read:users")
                        .get("api/v2/jobs/job_1")
                        .status())
                .isEqualTo(404);
        assertThat(Caller.withScopes(tenant, "create:users")
                        .get("api/v2/jobs/job_1")
                        .status())
                .isEqualTo(404);
    }

    private Caller anonymous() {
        return Caller.withAuthorization(tenant, "");
    }

    private int statusWith(String token) throws IOException {
        return Caller.withAuthorization(tenant, "Bearer " + token)
                .get("api/v2/connections")
                .status();
    }

    private void assertMessage(String token, int status, String message) throws IOException {
        Reply reply = Caller.withAuthorization(tenant, "Bearer " + token).get("api/v2/connections");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("message").asText()).isEqualTo(message);
        assertThat(reply.json().has("errorCode")).isFalse();
    }

    private static void assertRefused(Reply reply, int status, String body) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(body);
    }

    private static String form(String grantType, String secret, String audience) {
        return "grant_type=" + grantType + "&client_id=cli+ent&client_secret=" + encoded(secret) + "&audience="
                + encoded(audience);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
