package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.TenantSettings.Connection;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportingUsersTest {

    private static final String NAME = "Username-Password-Authentication";
    private static final Connection CONNECTION = Connection.database(NAME);

    private final MovableClock clock = new MovableClock();
    private LocalTenant tenant;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults().withClock(clock).withConnections(CONNECTION));
        caller = Caller.of(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void anAcceptedFileBecomesAPendingJob() throws IOException {
        Reply reply = caller.post(Form.importing(CONNECTION, "{\"email\":\"ada@example.com\"}"));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().path("id").asText()).matches("job_[A-Za-z0-9]{16}");
        assertThat(reply.json().path("created_at").asText()).isEqualTo("2026-11-23T10:00:00.005Z");
        assertThat(reply.json().properties().stream().map(Object::toString))
                .contains(
                        "type=\"users_import\"",
                        "status=\"pending\"",
                        "connection=\"" + NAME + "\"",
                        "connection_id=\"" + CONNECTION.id() + "\"")
                .hasSize(6);
    }

    @Test
    void aJobIsCompletedWhenItsDurationHasPassed() throws IOException {
        JsonNode created = caller.post(Form.importing(CONNECTION, "{\"email\":\"ada@example.com\"}"))
                .json();
        String path = "api/v2/jobs/" + created.path("id").asText();

        assertThat(caller.get(path).json()).isEqualTo(created);
        assertThat(caller.get(path + "/errors").status()).isEqualTo(204);
        assertThat(caller.get(path + "/errors").body()).isEmpty();

        clock.advance(Duration.ofMillis(20));

        assertThat(caller.get(path).json().path("status").asText()).isEqualTo("completed");
        assertThat(caller.get(path).json().path("summary").toString())
                .isEqualTo("{\"failed\":0,\"updated\":0,\"inserted\":1,\"total\":1}");
        assertThat(caller.get(path + "/errors").status()).isEqualTo(204);
    }
}
