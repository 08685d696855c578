package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.connections.ConnectionOptions;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {

    private LocalTenant tenant;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withConnections(
                        Connection.database("main")
                                .withId("con_0000000000000001")
                                .withEnabledClients("a", "b", "c"),
                        Connection.database("legacy")
                                .withId("con_0000000000000002")
                                .withOptions(ConnectionOptions.custom(true)),
                        Connection.database("google")
                                .withId("con_0000000000000003")
                                .withStrategy("google-oauth2"),
                        Connection.database("members")
                                .withId("con_0000000000000004")
                                .withOptions(ConnectionOptions.usernames(30))));
        caller = Caller.of(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void theyAreABareArray() throws IOException {
        JsonNode all = caller.get("api/v2/connections").json();

        assertThat(names(all)).containsExactly("main", "legacy", "google", "members");
        assertThat(all.path(0).toString())
                .startsWith("{\"id\":\"con_0000000000000001\",\"options\":{\"mfa\":{")
                .endsWith("},\"strategy\":\"auth0\",\"name\":\"main\",\"is_domain_connection\":false,"
                        + "\"authentication\":{\"active\":true},\"connected_accounts\":{\"active\":false},"
                        + "\"realms\":[\"main\"],\"enabled_clients\":[\"a\",\"b\",\"c\"]}");
        assertThat(all.path(0).path("options").has("requires_username")).isFalse();
        assertThat(all.path(0).path("options").has("import_mode")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name=legacy                                | legacy
                    name=Legacy                                | ''
                    name=google&strategy=auth0                 | ''
                    strategy=google-oauth2                     | google
                    strategy=auth0                             | main,legacy,members
                    strategy=auth0&strategy=google-oauth2      | main,legacy,google,members
                    per_page=2                                 | main,legacy
                    per_page=3&page=1                          | members
                    page=9                                     | ''
                    include_totals=false                       | main,legacy,google,members
                    """)
    void theyAreFilteredAndPaged(String query, String expected) throws IOException {
        assertThat(String.join(
                        ",", names(caller.get("api/v2/connections?" + query).json())))
                .isEqualTo(expected);
    }

    @Test
    void theyComeWithTotals() throws IOException {
        JsonNode page = caller.get("api/v2/connections?include_totals=true&per_page=3&page=1")
                .json();

        assertThat(page.path("start").asInt()).isEqualTo(3);
        assertThat(page.path("limit").asInt()).isEqualTo(3);
        assertThat(page.path("total").asInt()).isEqualTo(4);
        assertThat(names(page.path("connections"))).containsExactly("members");
    }

    @Test
    void theyComeWithACheckpointUntilAPageIsEmpty() throws IOException {
        JsonNode first = caller.get("api/v2/connections?take=3").json();
        JsonNode second = after(first);
        JsonNode third = after(second);

        assertThat(names(first.path("connections"))).hasSize(3);
        assertThat(names(second.path("connections"))).containsExactly("members");
        assertThat(names(third.path("connections"))).isEmpty();
        assertThat(third.has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "YWZ0ZXI", "!"})
    void aCheckpointIsOpaque(String from) throws IOException {
        assertThat(caller.get("api/v2/connections?from=" + from).status()).isEqualTo(400);
    }

    private JsonNode after(JsonNode page) throws IOException {
        return caller.get("api/v2/connections?take=3&from=" + page.path("next").asText())
                .json();
    }

    @Test
    void aLinkLeadsToTheNextPage() throws IOException {
        Reply first = caller.get("api/v2/connections?strategy=auth0&per_page=2");
        String next = tenant.url() + "api/v2/connections?strategy=auth0&per_page=2&page=1";

        assertThat(first.header("Link")).isEqualTo("<" + next + ">; rel=\"next\"");
        assertThat(caller.get(next.substring(tenant.url().toString().length())).header("Link"))
                .isEmpty();
    }

    @Test
    void fiftyAreAPage() throws IOException {
        Connection[] many = IntStream.range(0, 51)
                .mapToObj(number -> Connection.database("c" + number))
                .toArray(Connection[]::new);
        try (LocalTenant large = LocalTenant.start(TenantSettings.defaults().withConnections(many))) {
            assertThat(names(Caller.of(large).get("api/v2/connections").json())).hasSize(50);
        }
    }

    @Test
    void aParameterThatThereIsNotIsRefused() throws IOException {
        Reply reply = caller.get("api/v2/connections?names=main");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asText())
                .isEqualTo("Query validation error: 'Additional properties not allowed: names'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    per_page=0   | 'Value 0 is less than minimum 1' on property per_page (Number of results per page).
                    per_page=101 | 'Value 101 is greater than maximum 100' on property per_page (Number of results per page).
                    page=-1      | 'Value -1 is less than minimum 0' on property page (Page index of the results to return).
                    take=x       | 'Expected type integer but found type string' on property take (Number of results per page).
                    """, quoteCharacter = '`')
    void aWrongPageIsRefused(String query, String problem) throws IOException {
        Reply reply = caller.get("api/v2/connections?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asText()).isEqualTo("Query validation error: " + problem);
        assertThat(reply.json().path("errorCode").asText()).isEqualTo("invalid_query_string");
    }

    @Test
    void theirOptionsNeedAScope() throws IOException {
        Caller modest = Caller.withScopes(tenant, "read:connections");

        assertThat(modest.get("api/v2/connections").json().path(0).has("options"))
                .isFalse();
        assertThat(modest.get("api/v2/connections/con_0000000000000002").json().has("options"))
                .isFalse();
        assertThat(caller.get("api/v2/connections/con_0000000000000002")
                        .json()
                        .path("options")
                        .path("import_mode")
                        .asBoolean())
                .isTrue();
        assertThat(caller.get("api/v2/connections/con_0000000000000004")
                        .json()
                        .at("/options/validation/username/max")
                        .asInt())
                .isEqualTo(30);
    }

    @Test
    void onlyTheFieldsAskedForAreSent() throws IOException {
        assertThat(caller.get("api/v2/connections/con_0000000000000003?fields=id,name")
                        .body())
                .isEqualTo("{\"id\":\"con_0000000000000003\",\"name\":\"google\",\"is_domain_connection\":false}");
        assertThat(caller.get("api/v2/connections?name=google&fields=options,realms,enabled_clients,"
                                + "authentication,connected_accounts&include_fields=false")
                        .body())
                .isEqualTo("[{\"id\":\"con_0000000000000003\",\"strategy\":\"google-oauth2\",\"name\":\"google\","
                        + "\"is_domain_connection\":false}]");
    }

    @Test
    void theirClientsAreListed() throws IOException {
        assertThat(caller.get("api/v2/connections/con_0000000000000001/clients").body())
                .startsWith("{\"clients\":[{\"client_id\":\"a\"},{\"client_id\":\"b\"},{\"client_id\":\"c\"}]");
        assertThat(caller.get("api/v2/connections/con_0000000000000001/clients?take=2")
                        .body())
                .startsWith("{\"clients\":[{\"client_id\":\"a\"},{\"client_id\":\"b\"}],\"next\":\"");
    }

    @ParameterizedTest
    @CsvSource({"con_9999999999999999", "con_9999999999999999/clients"})
    void anUnknownOneDoesNotExist(String path) throws IOException {
        Reply reply = caller.get("api/v2/connections/" + path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body())
                .isEqualTo("{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"The connection does not exist\","
                        + "\"errorCode\":\"inexistent_connection\"}");
    }

    @Test
    void aMalformedIdIsToldFromAnUnknownOne() throws IOException {
        Reply reply = caller.get("api/v2/connections/main");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asText())
                .isEqualTo("Path validation error: 'String does not match pattern ^con_[A-Za-z0-9]{16}$' on property id"
                        + " (The id of the connection to retrieve).");
        assertThat(reply.json().path("errorCode").asText()).isEqualTo("invalid_uri");
    }

    private static List<String> names(JsonNode connections) {
        return StreamSupport.stream(connections.spliterator(), false)
                .map(each -> each.path("name").asText())
                .toList();
    }
}
