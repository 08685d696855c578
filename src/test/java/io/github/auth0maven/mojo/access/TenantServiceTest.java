package io.github.auth0maven.mojo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.jobs.JobsResult.Stop;
import io.github.auth0maven.management.CallListener;
import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.ManagementException;
import io.github.auth0maven.service.ServiceError;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.tokens.Client;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    /** In the forms that Auth0 takes; the tenant verifies each with the JDK's own means. */
    @ParameterizedTest
    @EnumSource
    void anApplicationMayProveItselfByItsPrivateKey(Credentials.Signing signing) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        TenantSettings settings = TenantSettings.defaults();
        Client client = settings.client();
        try (LocalTenant tenant = LocalTenant.start(settings.withClient(client.withKey(keys.getPublic())))) {
            Credentials credentials =
                    new Credentials.PrivateKeyJwt(client.id(), (RSAPrivateKey) keys.getPrivate(), signing);
            Access access = new Access(Domain.parse(tenant.url().toString()), tenant.audience(), credentials, "1.0");
            try (TenantService service = service(access, "Username-Password-Authentication")) {
                service.connect();
            }
            assertThat(tenant.requestCounts()).containsEntry("POST /oauth/token 200", 1);
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
