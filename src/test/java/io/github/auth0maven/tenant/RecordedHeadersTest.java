package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.server.Fault;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Headers as recorded answers of the real service have them. */
class RecordedHeadersTest {

    private static final Connection MAIN = Connection.database("main");

    private LocalTenant tenant;

    @BeforeEach
    void start() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withConnections(MAIN)
                .withFaults(call -> call.path().endsWith("/job_broken")
                        ? new Fault.Answer(500, Map.of("X-Scripted", "yes"), "")
                        : Fault.Connection.KEPT));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void theManagementApiIdentifiesEveryAnswer() throws IOException {
        for (String path : new String[] {"connections", "jobs/job_1", "elsewhere", "jobs/job_broken"}) {
            Reply reply = Caller.of(tenant).get("api/v2/" + path);

            assertThat(reply.header("Ot-Baggage-Auth0-Request-Id")).as(path).matches("[0-9a-f]{16}");
            assertThat(reply.header("Cf-Ray")).startsWith(reply.header("Ot-Baggage-Auth0-Request-Id"));
            assertThat(reply.header("X-Auth0-RequestId")).isEmpty();
        }
    }

    @Test
    void theAuthenticationApiHasAnotherNameForIt() throws IOException {
        Reply reply = Caller.of(tenant).post("oauth/token", "application/json", "{}");

        assertThat(reply.header("X-Auth0-RequestId")).matches("[0-9a-f]{20}");
        assertThat(reply.header("Ot-Baggage-Auth0-Request-Id")).isEmpty();
        assertThat(reply.header("Cf-Ray")).isEmpty();
    }

    @Test
    void everyRequestHasAnIdOfItsOwn() throws IOException {
        Caller caller = Caller.of(tenant);

        assertThat(caller.get("api/v2/connections").header("Cf-Ray"))
                .isNotEqualTo(caller.get("api/v2/connections").header("Cf-Ray"));
    }

    @Test
    void theErrorsOfAJobNameNoCharacterSet() throws IOException {
        Caller caller = Caller.of(tenant);
        String job = caller.post(Form.importing(MAIN, "{\"email\":\"nobody\"}"))
                .json()
                .path("id")
                .asText();
        Reply errors = caller.get("api/v2/jobs/" + job + "/errors");
        while (errors.status() == 204) {
            errors = caller.get("api/v2/jobs/" + job + "/errors");
        }

        assertThat(errors.header("Content-Type")).isEqualTo("application/json");
        assertThat(caller.get("api/v2/jobs/" + job).header("Content-Type"))
                .isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void theTokenEndpointNamesNoCharacterSet() throws IOException {
        assertThat(Caller.of(tenant)
                        .post("oauth/token", "application/json", "{}")
                        .header("Content-Type"))
                .isEqualTo("application/json");
    }
}
