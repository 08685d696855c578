package io.github.auth0maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.jobs.Followed.Stop;
import io.github.auth0maven.jobs.ServiceError;
import io.github.auth0maven.management.CallListener;
import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.ManagementException;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tenant as an import sees it. */
class TenantServiceTest {

    private static final CallListener NOBODY = (method, path, result, took) -> {};
    private static final Access NOWHERE =
            new Access(Domain.parse("localhost"), "", new Credentials.AccessToken("token"), "1.0");

    @Test
    void aRefusalIsExplainedWithWhatToDo() {
        ServiceError error = new ServiceError(
                403,
                Optional.of("insufficient_scope"),
                "Insufficient scope, expected any of: create:users",
                Optional.of("req_1"));

        assertThat(explained(new Stop.Refused(error)))
                .startsWith("HTTP 403 insufficient_scope: Insufficient scope, expected any of: create:users"
                        + " (request req_1). The token lacks that scope: ");
    }

    @Test
    void aServiceThatIsGoneIsToldWithTheReason() {
        assertThat(explained(new Stop.Unreachable("example.auth0.com:443 cannot be reached")))
                .isEqualTo("example.auth0.com:443 cannot be reached; gave up after several attempts."
                        + " The same command goes on from there");
    }

    @Test
    void jobsThatRunForEverAreNamed() {
        assertThat(explained(new Stop.Deadline(List.of("job_1", "job_2"))))
                .contains("jobTimeout", "job_1, job_2.", "The same command goes on");
    }

    @Test
    void aUsersFileThatCannotBeReadSpeaksForItself() {
        assertThat(explained(new Stop.Broken(new IOException("users.json changed"))))
                .isEqualTo("users.json changed");
    }

    @Test
    void aTenantIsConnectedToAndLetGo() throws Exception {
        try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults());
                TenantService service = service(access(tenant), "Username-Password-Authentication")) {
            assertThat(service.connect().rest()).isEqualTo(Duration.ZERO);
            assertThat(tenant.requestCounts()).containsKeys("POST /oauth/token 200", "GET /api/v2/connections 200");
        }
    }

    @Test
    void aConnectionThatThereIsNotIsToldBeforeAnythingIsSent() throws Exception {
        try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults());
                TenantService service = service(access(tenant), "Userbase")) {
            assertThatThrownBy(service::connect)
                    .isInstanceOf(ManagementException.class)
                    .hasMessageContaining("\"Userbase\"")
                    .hasMessageContaining("auth0.connection");
        }
    }

    @Test
    void aTenantThatWasNeverConnectedToCanBeLetGo() {
        TenantService service = service(NOWHERE, "Users");

        service.close();
        service.close();
    }

    private static String explained(Stop stop) {
        try (TenantService service = service(NOWHERE, "Users")) {
            return service.explain(stop);
        }
    }

    private static TenantService service(Access access, String connection) {
        return new TenantService(
                access, new Destination(connection, true), new ImportOptions(false, false, Optional.empty()), NOBODY);
    }

    private static Access access(LocalTenant tenant) {
        return new Access(
                Domain.parse(tenant.url().toString()),
                tenant.audience(),
                new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()),
                "1.0");
    }
}
