package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.connections.Connection;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolesTest {

    private static final String ADA = "api/v2/users/auth0%7C1";

    private LocalTenant tenant;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withConnections(Connection.database("main"))
                .withUsers(
                        "main",
                        "{\"email\":\"ada@example.com\",\"user_id\":\"1\",\"picture\":\"https://example.com/ada.png\"}",
                        "{\"email\":\"bob@example.com\",\"user_id\":\"2\"}"));
        caller = Caller.of(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void aRoleIsCreatedChangedAndDeleted() throws IOException {
        Reply created = caller.post("api/v2/roles", "{\"name\":\"reader\",\"description\":\"May read\"}");
        String id = created.json().path("id").asText();

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.body())
                .isEqualTo("{\"id\":\"" + id + "\",\"name\":\"reader\",\"description\":\"May read\"}");
        assertThat(id).matches("rol_[A-Za-z0-9]{16}");
        assertThat(caller.post("api/v2/roles", "{\"name\":\"reader\"}").status())
                .isEqualTo(409);
        assertThat(caller.post("api/v2/roles", "{\"description\":\"nameless\"}").status())
                .isEqualTo(400);
        assertThat(caller.patch("api/v2/roles/" + id, "{\"name\":\"writer\"}").body())
                .isEqualTo("{\"id\":\"" + id + "\",\"name\":\"writer\",\"description\":\"May read\"}");
        assertThat(caller.get("api/v2/roles/" + id).json().path("name").asText())
                .isEqualTo("writer");
        assertThat(caller.delete("api/v2/roles/" + id).body()).isEqualTo("{}");
        assertThat(caller.get("api/v2/roles/" + id).body())
                .isEqualTo("{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"The role does not exist.\"}");
    }

    @Test
    void rolesAreFilteredByAPartOfTheirName() throws IOException {
        role("reader");
        role("writer");

        assertThat(caller.get("api/v2/roles?name_filter=READ&include_totals=true")
                        .json()
                        .toString())
                .contains("\"total\":1", "reader")
                .doesNotContain("writer");
        assertThat(caller.get("api/v2/roles").json()).hasSize(2);
    }

    @Test
    void aUserHasTheRolesThatWereAssigned() throws IOException {
        String reader = role("reader");
        String writer = role("writer");

        assertThat(caller.post(ADA + "/roles", "{\"roles\":[\"" + reader + "\",\"" + writer + "\"]}")
                        .status())
                .isEqualTo(204);
        assertThat(names(caller.get(ADA + "/roles").json())).isEqualTo("reader writer ");
        assertThat(unassign(reader).status()).isEqualTo(204);
        assertThat(names(caller.get(ADA + "/roles?include_totals=true").json().path("roles")))
                .isEqualTo("writer ");
        assertThat(caller.get("api/v2/users/auth0%7C2/roles").json()).isEmpty();
    }

    @Test
    void aRoleListsItsMembers() throws IOException {
        String reader = role("reader");

        assertThat(caller.post("api/v2/roles/" + reader + "/users", "{\"users\":[\"auth0|1\",\"auth0|2\"]}")
                        .body())
                .isEqualTo("{}");
        assertThat(caller.get("api/v2/roles/" + reader + "/users").json().path(0))
                .hasToString("{\"email\":\"ada@example.com\",\"user_id\":\"auth0|1\",\"name\":\"ada@example.com\","
                        + "\"picture\":\"https://example.com/ada.png\"}");
        caller.delete(ADA);
        assertThat(caller.get("api/v2/roles/" + reader + "/users").json()).hasSize(1);
    }

    @Test
    void membersComeFromACheckpoint() throws IOException {
        String reader = role("reader");
        caller.post("api/v2/roles/" + reader + "/users", "{\"users\":[\"auth0|1\",\"auth0|2\"]}");

        JsonNode first = caller.get("api/v2/roles/" + reader + "/users?take=2").json();
        JsonNode last = caller.get("api/v2/roles/" + reader + "/users?take=2&from="
                        + first.path("next").asText())
                .json();

        assertThat(first.path("users")).hasSize(2);
        assertThat(last).hasToString("{\"users\":[]}");
    }

    @Test
    void nobodyGetsARoleThatThereIsNot() throws IOException {
        assertThat(caller.post(ADA + "/roles", "{\"roles\":[\"rol_0000000000000000\"]}")
                        .status())
                .isEqualTo(404);
        assertThat(caller.post("api/v2/users/auth0%7C9/roles", "{\"roles\":[]}")
                        .json()
                        .path("errorCode")
                        .asText())
                .isEqualTo("inexistent_user");
        assertThat(caller.post("api/v2/roles/" + role("reader") + "/users", "{\"users\":[\"auth0|9\"]}")
                        .status())
                .isEqualTo(404);
    }

    private String role(String name) throws IOException {
        return caller.post("api/v2/roles", "{\"name\":\"" + name + "\"}")
                .json()
                .path("id")
                .asText();
    }

    private Reply unassign(String role) throws IOException {
        return caller.send(
                ADA + "/roles",
                "DELETE",
                BodyPublishers.ofString("{\"roles\":[\"" + role + "\"]}"),
                "application/json");
    }

    private static String names(JsonNode roles) {
        StringBuilder names = new StringBuilder();
        roles.forEach(role -> names.append(role.path("name").asText()).append(' '));
        return names.toString();
    }
}
