package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.connections.ConnectionOptions;
import io.github.auth0maven.tenant.connections.IdentifierAttributes;
import io.github.auth0maven.tenant.connections.IdentifierAttributes.Usernames;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredUsersTest {

    private static final Connection MAIN = Connection.database("main").withOptions(ConnectionOptions.usernames(15));
    private static final Connection OTHER = Connection.database("other");
    private static final String STORED = """
            {"email":"Ada@Example.com","username":"ADA","user_id":"1","phone_number":"+1","email_verified":true,
             "given_name":"Ada","blocked":true,"app_metadata":{"a":1,"b":2},"user_metadata":{"c":3}}""";
    private static final String HASH = "$2b$10$" + "a".repeat(53);

    private final MovableClock clock = new MovableClock();
    private LocalTenant tenant;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withClock(clock)
                .withConnections(MAIN, OTHER)
                .withUsers("main", STORED, "{\"email\":\"eve@example.com\",\"password_hash\":\"" + HASH + "\"}"));
        caller = Caller.of(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void whereEmailAddressesAreOptionalUsersAreNamedAfterWhatTheyHave() throws IOException {
        startFlexible();
        insert("{\"username\":\"Kid\"},{\"phone_number\":\"+12125550001\"}");

        assertThat(tenant.users("main"))
                .extracting(
                        user -> user.path("name").asText(),
                        user -> user.has("email"),
                        user -> user.has("email_verified"))
                .containsExactly(tuple("kid", false, false), tuple("+12125550001", false, false));
    }

    @Test
    void whereEmailAddressesNeedNotBeUniqueSeveralUsersHaveOne() throws IOException {
        startFlexible();
        insert("{\"email\":\"f@example.com\",\"username\":\"one\"},{\"email\":\"F@example.com\",\"username\":\"two\"}");

        assertThat(caller.get("api/v2/users-by-email?email=f@example.com").json())
                .extracting(user -> user.path("username").asText())
                .containsExactly("one", "two");
    }

    private void startFlexible() throws IOException {
        tenant.close();
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withClock(clock)
                .withConnections(MAIN.withOptions(ConnectionOptions.flexible(
                        new IdentifierAttributes(false, false, new Usernames(1, 15, Set.of()))))));
        caller = Caller.of(tenant);
    }

    @Test
    void anImportedUserGetsDefaults() throws IOException {
        insert("{\"email\":\"Bob.B@example.com\"}");

        JsonNode bob = tenant.users("main").get(2);
        String id = bob.at("/identities/0/user_id").asText();

        assertThat(id).matches("[0-9a-f]{24}");
        assertThat(bob.toString())
                .isEqualTo("{\"email\":\"bob.b@example.com\",\"email_verified\":false,"
                        + "\"created_at\":\"2026-11-23T10:00:00.005Z\",\"updated_at\":\"2026-11-23T10:00:00.005Z\","
                        + "\"identities\":[{\"provider\":\"auth0\",\"connection\":\"main\",\"isSocial\":false,"
                        + "\"user_id\":\"" + id + "\"}],\"user_id\":\"auth0|" + id + "\","
                        + "\"name\":\"bob.b@example.com\",\"nickname\":\"bob.b\","
                        + "\"picture\":\"https://s.gravatar.com/avatar/f877a65b405aa77c56307fb12b671297?s=480"
                        + "&r=pg&d=https%3A%2F%2Fcdn.auth0.com%2Favatars%2Fbo.png\"}");
    }

    @Test
    void anImportedUserKeepsWhatItBrings() throws IOException {
        JsonNode ada = tenant.users("main").get(0);

        assertThat(ada.path("email").asText()).isEqualTo("ada@example.com");
        assertThat(ada.path("username").asText()).isEqualTo("ada");
        assertThat(ada.path("user_id").asText()).isEqualTo("auth0|1");
        assertThat(ada.path("phone_number").asText()).isEqualTo("+1");
        assertThat(ada.path("email_verified").asBoolean()).isTrue();
        assertThat(ada.path("blocked").asBoolean()).isTrue();
        assertThat(tenant.users("main").get(1).has("password_hash")).isFalse();
    }

    @Test
    void anIdWithThePrefixGetsItTwice() throws IOException {
        insert("{\"email\":\"bob@example.com\",\"user_id\":\"auth0|1\"}");

        assertThat(tenant.users("main").get(2).path("user_id").asText()).isEqualTo("auth0|auth0|1");
    }

    @Test
    void aConnectionThatRequiresUsernamesTakesUsersWithout() throws IOException {
        assertThat(summary(insert("{\"email\":\"bob@example.com\"}"))).contains("\"inserted\":1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"ADA@example.com\"}",
                "{\"email\":\"b@example.com\",\"username\":\"Ada\"}",
                "{\"email\":\"b@example.com\",\"user_id\":\"1\"}",
                "{\"email\":\"b@example.com\",\"phone_number\":\"+1\"}"
            })
    void withoutUpsertAMatchOnAnyIdentifierFailsTheUser(String user) throws IOException {
        assertThat(errors(insert(user)))
                .isEqualTo("[{\"code\":\"DUPLICATED_USER\",\"message\":"
                        + "\"The user already exist and upsert parameter is false\"}]");
        assertThat(tenant.userCount()).isEqualTo(2);
    }

    @Test
    void usersOfAnotherConnectionDoNotMatch() throws IOException {
        Reply reply = caller.post(Form.importing(OTHER, STORED));

        assertThat(summary(reply)).contains("\"inserted\":1");
        assertThat(tenant.userCount()).isEqualTo(3);
        assertThat(tenant.users("other")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"email":"x@example.com"}                      | {"email":"X@example.com"}                      | email
                    {"email":"x@example.com","username":"u"}       | {"email":"y@example.com","username":"U"}       | username
                    {"email":"x@example.com","user_id":"7"}        | {"email":"y@example.com","user_id":"7"}        | user_id
                    {"email":"x@example.com","phone_number":"+7"}  | {"email":"y@example.com","phone_number":"+7"}  | phone_number
                    """, quoteCharacter = '`')
    void theLaterOfTwoDuplicatesInAFileFails(String first, String second, String property) throws IOException {
        for (String upsert : new String[] {"false", "true"}) {
            Reply reply = caller.post(Form.importing(OTHER, first, second).field("upsert", upsert));

            assertThat(errors(reply))
                    .isEqualTo("[{\"code\":\"DUPLICATED_USER\",\"message\":\"A user with this " + property
                            + " was already provided.\"}]");
        }
        assertThat(tenant.users("other")).hasSize(1);
    }

    @Test
    void aDuplicateOfARejectedUserIsImported() throws IOException {
        Reply reply = caller.post(
                Form.importing(OTHER, "{\"email\":\"x@example.com\",\"name\":\"\"}", "{\"email\":\"x@example.com\"}"));

        assertThat(summary(reply)).isEqualTo("{\"failed\":1,\"updated\":0,\"inserted\":1,\"total\":2}");
    }

    @Test
    void upsertReplacesMetadataWholeAndResetsTheVerification() throws IOException {
        clock.advance(Duration.ofHours(1));
        Reply reply = upsert("""
                {"email":"ada@example.com","app_metadata":{"b":3},"name":"Lady","nickname":"L","family_name":"L.",
                 "picture":"p","username":"other","user_id":"9","phone_number":"+9","phone_verified":true,
                 "blocked":false}""");

        assertThat(summary(reply)).isEqualTo("{\"failed\":0,\"updated\":1,\"inserted\":0,\"total\":1}");
        JsonNode ada = tenant.users("main").get(0);
        assertThat(ada.path("app_metadata").toString()).isEqualTo("{\"b\":3}");
        assertThat(ada.path("user_metadata").toString()).isEqualTo("{\"c\":3}");
        assertThat(ada.path("email_verified").asBoolean()).isFalse();
        assertThat(ada.path("name").asText()).isEqualTo("Lady");
        assertThat(ada.path("nickname").asText()).isEqualTo("L");
        assertThat(ada.path("given_name").asText()).isEqualTo("Ada");
        assertThat(ada.path("family_name").asText()).isEqualTo("L.");
        assertThat(ada.path("picture").asText()).isEqualTo("p");
        assertThat(ada.path("updated_at").asText()).isEqualTo("2026-11-23T11:00:00.005Z");
        assertThat(ada.path("created_at").asText()).isEqualTo("2026-11-23T10:00:00.005Z");
        assertThat(ada.path("username").asText()).isEqualTo("ada");
        assertThat(ada.path("user_id").asText()).isEqualTo("auth0|1");
        assertThat(ada.path("phone_number").asText()).isEqualTo("+1");
        assertThat(ada.has("phone_verified")).isFalse();
        assertThat(ada.path("blocked").asBoolean()).isTrue();
    }

    @Test
    void upsertKeepsAVerificationThatIsGiven() throws IOException {
        upsert("{\"email\":\"ada@example.com\",\"email_verified\":true}");

        assertThat(tenant.users("main").get(0).path("email_verified").asBoolean())
                .isTrue();
    }

    @Test
    void upsertInsertsWhatIsNew() throws IOException {
        assertThat(summary(upsert("{\"email\":\"bob@example.com\"}"))).contains("\"inserted\":1", "\"updated\":0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "username":"ada"    | CONFLICT_USERNAME | Another user has this username
                    "user_id":"1"       | CONFLICT          | Another user has this user_id
                    "phone_number":"+1" | CONFLICT          | Another user has this phone_number
                    """, quoteCharacter = '`')
    void upsertMatchesOnTheAddressOnly(String member, String code, String message) throws IOException {
        assertThat(errors(upsert("{\"email\":\"b@example.com\"," + member + "}")))
                .isEqualTo("[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]");
    }

    @Test
    void aHashReplacesOnlyAnImportedOne() throws IOException {
        String hash = ",\"custom_password_hash\":{\"algorithm\":\"bcrypt\",\"hash\":{\"value\":\"" + HASH + "\"}}}";

        Reply refused = upsert("{\"email\":\"ada@example.com\",\"name\":\"New\"" + hash);
        assertThat(errors(refused))
                .isEqualTo("[{\"message\":\"A custom_password_hash was provided, but the user already has password"
                        + " hash defined\"}]");
        assertThat(tenant.users("main").get(0).path("name").asText()).isEqualTo("ada@example.com");

        assertThat(summary(upsert("{\"email\":\"eve@example.com\"" + hash))).contains("\"updated\":1");
    }

    @Test
    void impossibleFactorsFailTheUserButUpsertAppliesTheRest() throws IOException {
        String error = "[{\"code\":\"MFA_FACTORS_FAILED\",\"message\":\"Unable to import factors\"}]";

        assertThat(errors(insert("{\"email\":\"bob@example.com\",\"mfa_factors\":[{}]}")))
                .isEqualTo(error);
        assertThat(tenant.userCount()).isEqualTo(2);

        assertThat(errors(upsert("{\"email\":\"ada@example.com\",\"name\":\"New\",\"mfa_factors\":[{}]}")))
                .isEqualTo(error);
        assertThat(tenant.users("main").get(0).path("name").asText()).isEqualTo("New");
    }

    @Test
    void usersAreFoundByTheirAddressInLowerCase() throws IOException {
        assertThat(caller.get("api/v2/users-by-email?email=ada%40example.com&fields=user_id,name")
                        .body())
                .isEqualTo("[{\"user_id\":\"auth0|1\",\"name\":\"ada@example.com\"}]");
        assertThat(caller.get("api/v2/users-by-email?email=Ada%40example.com").body())
                .isEqualTo("[]");
        caller.post(Form.importing(OTHER, STORED));
        assertThat(caller.get("api/v2/users-by-email?email=ada%40example.com").json())
                .hasSize(2);
    }

    @Test
    void usersAreFoundByAnAddressOnly() throws IOException {
        Reply reply = caller.get("api/v2/users-by-email");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errorCode").asText()).isEqualTo("invalid_query_string");
    }

    @Test
    void withoutProfilesTheRulesAreTheSame() throws IOException {
        tenant.close();
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withClock(clock)
                .withConnections(MAIN, OTHER)
                .withProfilesKept(false)
                .withUsers("main", STORED));
        caller = Caller.of(tenant);

        assertThat(errors(insert("{\"email\":\"b@example.com\",\"username\":\"ada\"}")))
                .contains("DUPLICATED_USER");
        assertThat(summary(upsert("{\"email\":\"ada@example.com\"}"))).contains("\"updated\":1");
        assertThat(tenant.userCount()).isEqualTo(1);
        assertThat(tenant.users("main")).isEmpty();
        assertThat(caller.get("api/v2/users-by-email?email=ada%40example.com").body())
                .isEqualTo("[{\"email\":\"ada@example.com\",\"identities\":[{\"provider\":\"auth0\","
                        + "\"connection\":\"main\"}]}]");
    }

    private Reply insert(String user) throws IOException {
        return caller.post(Form.importing(MAIN, user));
    }

    private Reply upsert(String user) throws IOException {
        return caller.post(Form.importing(MAIN, user).field("upsert", "true"));
    }

    private String summary(Reply accepted) throws IOException {
        return finished(accepted, "").json().path("summary").toString();
    }

    private String errors(Reply accepted) throws IOException {
        return finished(accepted, "/errors").json().path(0).path("errors").toString();
    }

    private Reply finished(Reply accepted, String what) throws IOException {
        assertThat(accepted.status()).isEqualTo(202);
        clock.advance(Duration.ofMillis(20));
        return caller.get("api/v2/jobs/" + accepted.json().path("id").asText() + what);
    }
}
