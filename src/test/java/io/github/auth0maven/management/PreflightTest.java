package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked at before the first user is sent. */
@Timeout(60)
class PreflightTest {

    private static final String ID = "con_AbCdEfGhIjKlMn01";
    private static final String BOTH = "create:users read:connections";

    private final List<String> warnings = new ArrayList<>();
    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        wire = new Wire();
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    private static String connection(String members) {
        return "{\"id\":\"" + ID + "\",\"name\":\"Users\",\"strategy\":\"auth0\"" + members + "}";
    }

    private String token(String scope, Duration life) {
        return jwt(scope, life).withIssuer(wire.domain().url().toString()).sign(Algorithm.HMAC256("s3cr3t"));
    }

    private JWTCreator.Builder jwt(String scope, Duration life) {
        return JWT.create()
                .withAudience("https://example.eu.auth0.com/api/v2/")
                .withExpiresAt(wire.clock.instant().plus(life))
                .withClaim("scope", scope);
    }

    private String pass(String token, String connection) throws IOException, InterruptedException {
        return pass(new Credentials.AccessToken(token), token, connection);
    }

    private String pass(Credentials credentials, String token, String connection)
            throws IOException, InterruptedException {
        ConnectionLookup lookup = new ConnectionLookup(
                new Calls(wire.http, Tokens.fixed(token), wire.server.url("/api/v2")), new CallRetry(duration -> {}));
        CallListener listener = new CallListener() {
            @Override
            public void called(String method, String path, String result, Duration took) {}

            @Override
            public void warned(String line) {
                warnings.add(line);
            }
        };
        ManagementApi.Access access = new ManagementApi.Access(wire.domain(), "any", credentials, "1.2.3");
        return new Preflight(access, lookup, listener, wire.clock)
                .pass(token, connection, Purpose.IMPORT)
                .id();
    }

    private void assertRefused(String token, String connection, String message) {
        assertThatExceptionOfType(ManagementException.class)
                .isThrownBy(() -> pass(token, connection))
                .withMessageStartingWith(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "eyJ"));
    }

    @Test
    void whereAllIsWellOneCallIsEnough() throws Exception {
        wire.answering(200, "[" + connection(",\"enabled_clients\":[\"a\"]") + "]");

        assertThat(pass(token(BOTH, Duration.ofHours(1)), "Users")).isEqualTo(ID);

        assertThat(wire.request().getTarget()).isEqualTo("/api/v2/connections?name=Users");
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aConnectionThatIsGivenByItsIdIsLookedAt() throws Exception {
        wire.answering(200, connection(",\"enabled_clients\":[\"a\"]"));

        assertThat(pass(token(BOTH, Duration.ofHours(1)), ID)).isEqualTo(ID);

        assertThat(wire.request().getTarget()).isEqualTo("/api/v2/connections/" + ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"enabled_clients\":[]"})
    void whetherAConnectionIsEnabledIsAskedForWhereItIsNotTold(String members) throws Exception {
        wire.answering(200, "[" + connection(members) + "]").answering(200, "{\"clients\":[{\"client_id\":\"a\"}]}");
        assertThat(pass(token(BOTH, Duration.ofHours(1)), "Users")).isEqualTo(ID);
        assertThat(wire.request().getTarget()).startsWith("/api/v2/connections?");
        assertThat(wire.request().getTarget()).isEqualTo("/api/v2/connections/" + ID + "/clients");

        wire.answering(200, "[" + connection(members) + "]").answering(200, "{\"clients\":[]}");
        assertRefused(
                token(BOTH, Duration.ofHours(1)),
                "Users",
                "The connection \"Users\" is enabled for no application, and then takes no users. Enable the connection for at"
                        + " least one application: in the Dashboard under");
    }

    @Test
    void anEmptyPageOfApplicationsThatNamesAnotherOneIsNotTheLast() throws Exception {
        String empty = "{\"clients\":[],\"next\":\"x y\"}";
        wire.answering(200, "[" + connection("") + "]")
                .answering(200, empty)
                .answering(200, "{\"clients\":[{\"client_id\":\"a\"}]}");
        assertThat(pass(token(BOTH, Duration.ofHours(1)), "Users")).isEqualTo(ID);
        wire.request();
        wire.request();
        assertThat(wire.request().getTarget()).isEqualTo("/api/v2/connections/" + ID + "/clients?from=x%20y");

        wire.answering(200, "[" + connection("") + "]")
                .answering(200, empty)
                .answering(200, "{\"clients\":[],\"next\":null}");
        assertRefused(
                token(BOTH, Duration.ofHours(1)), "Users", "The connection \"Users\" is enabled for no application");

        wire.answering(200, "[" + connection("") + "]");
        for (int page = 0; page < 5; page++) {
            wire.answering(200, empty);
        }
        assertThat(pass(token(BOTH, Duration.ofHours(1)), "Users")).isEqualTo(ID);
    }

    /** As with a service that is older, or a token that may not see it. */
    @ParameterizedTest
    @ValueSource(ints = {403, 404, 429, 500})
    void whatCannotBeSeenIsNotHeldAgainstAConnection(int status) throws Exception {
        wire.answering(200, "[" + connection("") + "]").answering(status, "{}");

        assertThat(pass(token(BOTH, Duration.ofHours(1)), "Users")).isEqualTo(ID);
        assertThat(wire.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aConnectionOfAnotherKindIsRefused() {
        wire.answering(200, "[" + connection("").replace("\"auth0\"", "\"google-oauth2\"") + "]");

        assertRefused(
                token(BOTH, Duration.ofHours(1)),
                "Users",
                "The connection \"Users\" is no database connection but one of the kind google-oauth2. Users can be imported into"
                        + " a database connection only: set auth0.connection");
    }

    @ParameterizedTest
    @CsvSource({"true, false, false", "true, true, true", "false, false, true"})
    void aCustomDatabaseHasToImportItsUsers(boolean custom, boolean imports, boolean passes) throws Exception {
        wire.answering(
                200,
                connection(",\"enabled_clients\":[\"a\"],\"options\":{\"enabledDatabaseCustomization\":" + custom
                        + ",\"import_mode\":" + imports + "}"));
        String token = token(BOTH + " read:connections_options", Duration.ofHours(1));

        if (passes) {
            assertThat(pass(token, ID)).isEqualTo(ID);
        } else {
            assertRefused(
                    token,
                    ID,
                    "The connection \"Users\" is a custom database whose users stay there. Turn on \"Import Users");
        }
    }

    @Test
    void aScopeThatAnImportNeedsIsNamedWithWhereToGrantIt() {
        assertRefused(
                token("read:connections", Duration.ofHours(1)),
                "Users",
                "The access token lacks the scope create:users, which an import needs: in the Dashboard under Applications >"
                        + " APIs");
        assertRefused(
                token("create:users create:users", Duration.ofHours(1)),
                "Users",
                "The access token lacks the scope read:connections, which finding a connection by its name needs: set"
                        + " auth0.connection to its id (con_…), or in the Dashboard");
        assertThat(wire.server.getRequestCount()).isZero();
    }

    @Test
    void aConnectionThatTheTokenMayNotSeeIsTakenByItsId() throws Exception {
        assertThat(pass(token("create:users", Duration.ofHours(1)), ID)).isEqualTo(ID);
        assertThat(wire.server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no.jwt", "the.access.token", "e30.e30.x", "opaque"})
    void aTokenThatCannotBeReadIsLeftToTheService(String token) throws Exception {
        wire.answering(200, "[" + connection(",\"enabled_clients\":[\"a\"]") + "]");

        assertThat(pass(token, "Users")).isEqualTo(ID);
    }

    @Test
    void anExpiredTokenIsToldBeforeItIsSent() {
        assertRefused(
                token(BOTH, Duration.ZERO),
                "Users",
                "The access token expired at "
                        + Instant.ofEpochSecond(wire.clock.instant().getEpochSecond())
                        + ". Get a new one, or give the client id");
        assertThat(wire.server.getRequestCount()).isZero();
    }

    @Test
    void aTokenThatSoonExpiresIsAWarning() throws Exception {
        wire.answering(200, connection(",\"enabled_clients\":[\"a\"]"))
                .answering(200, connection(",\"enabled_clients\":[\"a\"]"));

        pass(token(BOTH, Duration.ofMinutes(10)), ID);
        assertThat(warnings).isEmpty();
        pass(token(BOTH, Duration.ofSeconds(599)), ID);
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("The access token expires in 59")
                .contains("break off");
    }

    @Test
    void aTokenOfAnotherDomainIsRefused() {
        String token = jwt(BOTH, Duration.ofHours(1))
                .withIssuer("https://example.eu.auth0.com/")
                .sign(Algorithm.HMAC256("s3cr3t"));

        assertRefused(
                token,
                "Users",
                "The access token was issued by https://example.eu.auth0.com/, and "
                        + wire.domain().url()
                        + " is to be called with it; both have to be the same domain, be it the tenant's own or its custom one.");
    }

    @Test
    void aTokenForAnotherApiIsRefused() {
        String token =
                JWT.create().withAudience("https://api.example.com", "other").sign(Algorithm.HMAC256("s3cr3t"));

        assertRefused(
                token,
                "Users",
                "The access token is for https://api.example.com, other, not for the Management API. Get one with the audience");
    }

    /** The tenant has just given it, and can be asked for another. */
    @Test
    void aTokenThatWasFetchedMayExpireWhenItLikes() throws Exception {
        wire.answering(200, connection(",\"enabled_clients\":[\"a\"]"));

        assertThat(pass(new Credentials.ClientSecret("id", "s3cr3t"), token(BOTH, Duration.ofSeconds(1)), ID))
                .isEqualTo(ID);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aConnectionThatThereIsNotIsTold() {
        wire.refusing(404, "The connection does not exist", "inexistent_connection");

        assertRefused(
                token(BOTH, Duration.ofHours(1)),
                ID,
                "HTTP 404 inexistent_connection: The connection does not exist. Set auth0.connection");
    }
}
