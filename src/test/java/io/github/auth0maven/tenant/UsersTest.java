package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.connections.Connection;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {

    private static final Connection MAIN = Connection.database("main");
    private static final Connection OTHER = Connection.database("other");
    private static final Connection SOCIAL = Connection.database("social").withStrategy("google-oauth2");

    private final MovableClock clock = new MovableClock();
    private LocalTenant tenant;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withConnections(MAIN, OTHER, SOCIAL)
                .withUsers(
                        "main",
                        "{\"email\":\"ada@example.com\",\"user_id\":\"1\",\"name\":\"Ada\",\"user_metadata\":{\"a\":{\"x\":1},\"b\":2},"
                                + "\"password_hash\":\"$2b$10$" + "A".repeat(53) + "\"}",
                        "{\"email\":\"bob@example.com\",\"user_id\":\"2\",\"app_metadata\":{\"plan\":\"gold\"}}")
                .withUsers("other", "{\"email\":\"cyd@example.com\",\"user_id\":\"3\"}")
                .withClock(clock));
        caller = Caller.of(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void aUserIsCreatedAndRead() throws IOException {
        Reply created = caller.post(
                "api/v2/users",
                "{\"connection\":\"main\",\"email\":\"Dan@example.com\",\"password\":\"a secret of Dan\","
                        + "\"username\":\"Dan\",\"verify_email\":false,\"app_metadata\":{\"plan\":\"free\"}}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("email").asText()).isEqualTo("dan@example.com");
        assertThat(created.json().path("username").asText()).isEqualTo("dan");
        assertThat(created.json().at("/app_metadata/plan").asText()).isEqualTo("free");
        assertThat(created.json().has("blocked")).isFalse();
        assertThat(created.json().has("user_metadata")).isFalse();
        assertThat(created.body()).doesNotContain("secret", "$2b$", "password");
        assertThat(get(created.json().path("user_id").asText()).json()).isEqualTo(created.json());
        assertThat(caller.get("api/v2/users-by-email?email=dan%40example.com").json())
                .hasSize(1);
    }

    @Test
    void whoIsThereAlreadyConflicts() throws IOException {
        Reply again = caller.post(
                "api/v2/users", "{\"connection\":\"main\",\"email\":\"ADA@example.com\",\"password\":\"a secret\"}");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body())
                .isEqualTo("{\"statusCode\":409,\"error\":\"Conflict\",\"message\":\"The user already exists.\","
                        + "\"errorCode\":\"auth0_idp_error\"}");
        assertThat(tenant.userCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                        | 'Missing required property: connection'.
                    {"connection":"main"}                     | 'Missing required property: email'.
                    {"connection":"main","email":"d@x.org"}   | 'Missing required property: password'.
                    {"connection":"main","e-mail":"d@x.org"}  | 'Additional properties not allowed: e-mail'.
                    {"connection":"main","email":"d"}         | 'Object didn't pass validation for format email: d' on property email (The user's email.).
                    {"connection":"main","blocked":"yes"}     | 'Expected type boolean but found type string' on property blocked (Whether this user was blocked by an administrator.).
                    {"connection":"main","name":""}           | 'String is too short (0 chars), minimum 1' on property name (The user's full name.).
                    {"connection":"main","phone_number":"1"}  | 'String does not match pattern ^\\+[0-9]{1,15}$' on property phone_number (The user's phone number (following the E.164 recommendation).).
                    []                                        | 'Expected type object but found another type'.
                    {                                         | 'Invalid request payload JSON format'.
                    """)
    void aWrongBodyIsRefused(String body, String problem) throws IOException {
        Reply reply = caller.post("api/v2/users", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asText())
                .isEqualTo("Payload validation error: " + problem.replace("\\\\", "\\"));
        assertThat(reply.json().path("errorCode").asText()).isEqualTo("invalid_body");
    }

    @Test
    void usersAreCreatedInDatabasesOnly() throws IOException {
        assertThat(caller.post("api/v2/users", "{\"connection\":\"nowhere\",\"email\":\"d@x.org\",\"password\":\"p\"}")
                        .json()
                        .path("errorCode")
                        .asText())
                .isEqualTo("inexistent_connection");
        assertThat(caller.post("api/v2/users", "{\"connection\":\"social\",\"email\":\"d@x.org\",\"password\":\"p\"}")
                        .json()
                        .path("errorCode")
                        .asText())
                .isEqualTo("operation_not_supported");
    }

    @Test
    void metadataIsMergedAtItsFirstLevel() throws IOException {
        JsonNode changed = patch("auth0|1", "{\"user_metadata\":{\"a\":{\"y\":2},\"b\":null,\"c\":[]}}");

        assertThat(changed.path("user_metadata")).hasToString("{\"a\":{\"y\":2},\"c\":[]}");
        assertThat(patch("auth0|1", "{\"user_metadata\":{}}").path("user_metadata"))
                .hasToString("{}");
        assertThat(patch("auth0|1", "{\"app_metadata\":{\"n\":1.10}}").path("app_metadata"))
                .hasToString("{\"n\":1.10}");
    }

    @Test
    void otherPropertiesAreReplaced() throws IOException {
        clock.advance(Duration.ofMinutes(1));
        JsonNode changed = patch("auth0|1", "{\"name\":\"Countess\",\"blocked\":true}");

        assertThat(changed.path("name").asText()).isEqualTo("Countess");
        assertThat(changed.path("blocked").asBoolean()).isTrue();
        assertThat(changed.path("updated_at").asText()).isEqualTo("2026-11-23T10:01:00.005Z");
        assertThat(changed.path("created_at").asText()).isEqualTo("2026-11-23T10:00:00.005Z");
        assertThat(get("auth0|1").json()).isEqualTo(changed);
    }

    @Test
    void anotherEmailIsFoundAndNotVerified() throws IOException {
        patch("auth0|1", "{\"email_verified\":true}");
        JsonNode changed = patch("auth0|1", "{\"email\":\"Countess@example.com\"}");

        assertThat(changed.path("email").asText()).isEqualTo("countess@example.com");
        assertThat(changed.path("email_verified").asBoolean()).isFalse();
        assertThat(caller.get("api/v2/users-by-email?email=countess@example.com")
                        .json())
                .hasSize(1);
        assertThat(caller.get("api/v2/users-by-email?email=ada@example.com").json())
                .isEmpty();
    }

    @Test
    void anEmailOfSomebodyElseIsTaken() throws IOException {
        Reply taken = caller.patch("api/v2/users/auth0%7C1", "{\"email\":\"bob@example.com\"}");
        Reply ofAnotherConnection = caller.patch("api/v2/users/auth0%7C1", "{\"email\":\"cyd@example.com\"}");

        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.json().path("message").asText()).isEqualTo("The specified new email already exists");
        assertThat(ofAnotherConnection.status()).isEqualTo(200);
    }

    @Test
    void aPasswordIsChangedAlone() throws IOException {
        clock.advance(Duration.ofMinutes(1));
        assertThat(caller.patch("api/v2/users/auth0%7C1", "{\"password\":\"another\",\"email\":\"d@x.org\"}")
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("Cannot update password and email simultaneously");

        JsonNode changed = patch("auth0|1", "{\"password\":\"another\",\"connection\":\"main\"}");

        assertThat(changed.path("last_password_reset").asText()).isEqualTo("2026-11-23T10:01:00.005Z");
        assertThat(changed.toString()).doesNotContain("another", "$2b$");
    }

    @Test
    void aUserIsDeletedAndAgain() throws IOException {
        assertThat(caller.delete("api/v2/users/auth0%7C1").status()).isEqualTo(204);
        assertThat(caller.delete("api/v2/users/auth0%7C1").status()).isEqualTo(204);
        assertThat(get("auth0|1").body())
                .isEqualTo("{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"The user does not exist.\","
                        + "\"errorCode\":\"inexistent_user\"}");
        assertThat(caller.patch("api/v2/users/auth0%7C1", "{\"name\":\"Ada\"}").status())
                .isEqualTo(404);
        assertThat(tenant.userCount()).isEqualTo(2);

        assertThat(caller.post(
                                "api/v2/users",
                                "{\"connection\":\"main\",\"email\":\"ada@example.com\",\"password\":\"a secret\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aUserIsDeletedByEmailInAConnection() throws IOException {
        assertThat(caller.delete("api/v2/connections/" + MAIN.id() + "/users?email=cyd@example.com")
                        .status())
                .isEqualTo(204);
        assertThat(tenant.userCount()).isEqualTo(3);
        assertThat(caller.delete("api/v2/connections/" + MAIN.id() + "/users?email=Bob@example.com")
                        .status())
                .isEqualTo(204);
        assertThat(get("auth0|2").status()).isEqualTo(404);
        assertThat(caller.delete("api/v2/connections/" + MAIN.id() + "/users").status())
                .isEqualTo(400);
        assertThat(caller.delete("api/v2/connections/" + SOCIAL.id() + "/users?email=bob@example.com")
                        .json()
                        .path("errorCode")
                        .asText())
                .isEqualTo("operation_not_supported");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                             | ada,bob,cyd
                    q=email:%22bob%40example.com%22                | bob
                    q=app_metadata.plan:gold                       | bob
                    q=identities.connection:%22other%22            | cyd
                    q=email:*%20AND%20NOT%20name:ada&search_engine=v3 | bob,cyd
                    connection=main                                | ada,bob
                    per_page=2                                     | ada,bob
                    per_page=2&page=1                              | cyd
                    sort=email:-1                                  | cyd,bob,ada
                    sort=email:-1&per_page=1                       | cyd
                    q=name:nobody                                  | ''
                    """)
    void theyAreSearched(String query, String expected) throws IOException {
        assertThat(String.join(",", names(caller.get("api/v2/users?" + query).json())))
                .isEqualTo(expected);
    }

    @Test
    void aSearchComesWithTotals() throws IOException {
        JsonNode page = caller.get("api/v2/users?include_totals=true&per_page=2&page=1&fields=email")
                .json();

        assertThat(page)
                .hasToString(
                        "{\"start\":2,\"limit\":2,\"length\":1,\"users\":[{\"email\":\"cyd@example.com\"}],\"total\":3}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page=10&per_page=100", "q=name:", "sort=email", "per_page=101", "take=5", "q=name:%5B1%20TO"})
    void aWrongSearchIsRefused(String query) throws IOException {
        assertThat(caller.get("api/v2/users?" + query).status()).isEqualTo(400);
    }

    @Test
    void nobodySeesMoreThanAThousand() throws IOException {
        assertThat(caller.get("api/v2/users?page=9&per_page=100").status()).isEqualTo(200);
        assertThat(caller.get("api/v2/users?page=10&per_page=100")
                        .json()
                        .path("errorCode")
                        .asText())
                .isEqualTo("invalid_paging");
        assertThat(caller.get("api/v2/users?q=" + "a".repeat(8_001)).status()).isEqualTo(414);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, users, read:users",
        "GET, users/auth0%7C1, read:users",
        "POST, users, create:users",
        "PATCH, users/auth0%7C1, 'update:users,update:users_app_metadata'",
        "DELETE, users/auth0%7C1, delete:users",
    })
    void everyCallNeedsItsScope(String method, String path, String scopes) throws IOException {
        Reply reply = Caller.withScopes(tenant, "read:connections")
                .send("api/v2/" + path, method, BodyPublishers.noBody(), "application/json");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().path("message").asText()).isEqualTo("Insufficient scope, expected any of: " + scopes);
    }

    private Reply get(String userId) throws IOException {
        return caller.get("api/v2/users/" + URLEncoder.encode(userId, StandardCharsets.UTF_8));
    }

    private JsonNode patch(String userId, String body) throws IOException {
        Reply reply = caller.patch("api/v2/users/" + URLEncoder.encode(userId, StandardCharsets.UTF_8), body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> names(JsonNode users) {
        return StreamSupport.stream(users.spliterator(), false)
                .map(each -> each.path("email").asText().split("@", -1)[0])
                .toList();
    }
}
