package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.server.Fault;
import io.github.auth0maven.tenant.tokens.Client;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ManagementApiTest {

    private static final String NAME = "Username-Password-Authentication";

    private Wire wire;
    private ManagementApi api;

    @BeforeEach
    void start() throws Exception {
        wire = new Wire();
        api = wire.api(Wire.PLAIN);
    }

    @AfterEach
    void stop() {
        api.close();
        wire.close();
    }

    @Test
    void aConnectionGivenByItsIdNeedsNoCall() {
        assertThat(wire.server.getRequestCount()).isZero();
    }

    @Test
    void aJobThatRunsIsRead() {
        wire.answering(202, Wire.JOB);

        assertThat(Wire.submit(api))
                .isEqualTo(new Result.Success<>(new ImportJob("job_1", "pending", Optional.empty(), Optional.empty())));
    }

    @Test
    void aJobThatHasEndedIsRead() throws InterruptedException {
        wire.answering(
                        200,
                        "{\"id\":\"job_1\",\"status\":\"completed\",\"percentage_done\":100,\"new\":[{}],"
                                + "\"summary\":{\"failed\":4,\"updated\":3,\"inserted\":2,\"total\":9}}")
                .answering(200, "{\"id\":\"job_1\",\"status\":\"failed\",\"status_details\":\"Why\"}");

        assertThat(api.get("job_1"))
                .isEqualTo(new Result.Success<>(
                        new ImportJob("job_1", "completed", Optional.of(new Summary(9, 2, 3, 4)), Optional.empty())));
        assertThat(api.get("job_1"))
                .isEqualTo(
                        new Result.Success<>(new ImportJob("job_1", "failed", Optional.empty(), Optional.of("Why"))));
        assertThat(wire.request().getRequestLine()).isEqualTo("GET /api/v2/jobs/job_1 HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "<html>",
                "{\"id\":\"job_1\",\"sta",
                "{\"id\":\"../../oauth/token\",\"status\":\"pending\"}",
                "{\"id\":\"\",\"status\":\"pending\"}"
            })
    void anAnswerThatDescribesNoJobLeavesASubmissionOpen(String body) {
        wire.answering(202, body).answering(200, body);

        assertThat(Wire.submit(api)).isInstanceOf(Result.Uncertain.class);
        assertThat(api.get("job_1")).isInstanceOf(Result.NotTaken.class);
        assertThat(wire.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void theTimeOfTheServiceIsAskedForIfItHasNotAnsweredYet() {
        wire.answering(404, "", "Date", "Mon, 23 Nov 2026 10:00:00 GMT");
        Instant asked = Instant.now();

        Instant told = api.serviceTime();

        assertThat(told)
                .isBetween(
                        Instant.parse("2026-11-23T10:00:00Z"),
                        Instant.parse("2026-11-23T10:00:00Z").plus(Duration.between(asked, Instant.now())));
        assertThat(api.serviceTime()).isAfterOrEqualTo(told);
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void restIsWhatTheLastAnswerAskedFor() {
        long reset = java.time.Instant.now().getEpochSecond() + 50;
        wire.answering(200, Wire.JOB, "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", String.valueOf(reset));
        assertThat(api.rest()).isZero();
        api.get("job_1");

        assertThat(api.rest()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
    }

    @Test
    void aTenantThatRefusesIsToldOfBeforeAnyUserIsSent() throws Exception {
        TenantSettings defaults = TenantSettings.defaults();
        TenantSettings[] tenants = {
            defaults.withClient(Client.of("id", "other secret")),
            defaults.withClient(Client.of("id", "s3cr3t").withScopes()),
            defaults.withClient(Client.of("id", "s3cr3t").withScopes("create:users")),
            defaults.withClient(Client.of("id", "s3cr3t")).withConnections(Connection.database("Another"))
        };
        String[] remedies = {
            "The client id, or its secret or private key, is not one of this tenant's",
            "Let the application use the Management API",
            "lacks the scope read:connections",
            "Set auth0.connection"
        };
        for (int each = 0; each < tenants.length; each++) {
            try (LocalTenant tenant = LocalTenant.start(tenants[each])) {
                String remedy = remedies[each];
                assertThatExceptionOfType(ManagementException.class)
                        .isThrownBy(() -> connect(tenant, new Credentials.ClientSecret("id", "s3cr3t")))
                        .withMessageContaining(remedy)
                        .withMessageNotContaining("s3cr3t");
                assertThat(tenant.requestCounts().keySet()).noneMatch(route -> route.contains("users-imports"));
            }
        }
    }

    private ManagementApi connect(LocalTenant tenant, Credentials credentials)
            throws IOException, InterruptedException {
        return ManagementApi.connect(
                new ManagementApi.Access(
                        Domain.parse(tenant.url().toString()), tenant.audience(), credentials, "1.2.3"),
                wire.calls,
                new Destination(NAME, true),
                Wire.PLAIN);
    }

    @Test
    void anAnswerThatIsLostLeavesASubmissionOpenAlthoughItWasTaken() throws Exception {
        TenantSettings settings = TenantSettings.defaults()
                .withFaults(call ->
                        call.method().equals("POST") && call.path().endsWith("users-imports") && call.number() == 1
                                ? Fault.Connection.CLOSED_BEFORE_ANSWERING
                                : Fault.Connection.KEPT);
        try (LocalTenant tenant = LocalTenant.start(settings);
                ManagementApi connected = connect(
                        tenant, new Credentials.AccessToken(tenant.accessToken("create:users", "read:connections")))) {
            assertThat(Wire.submit(connected)).isInstanceOf(Result.Uncertain.class);
            assertThat(tenant.jobs()).hasSize(1);

            assertThat(Wire.submit(connected)).isInstanceOf(Result.Success.class);
            assertThat(tenant.jobs()).hasSize(2);
        }
    }

    @Test
    void aTokenThatTheTenantNoLongerTakesIsRenewedWithoutLosingABatch() throws Exception {
        TenantSettings settings = TenantSettings.defaults()
                .withFaults(call -> call.path().endsWith("users-imports") && call.number() == 1
                        ? new Fault.Answer(401, Map.of(), "{\"message\":\"Expired token received\"}")
                        : Fault.Connection.KEPT);
        try (LocalTenant tenant = LocalTenant.start(settings);
                ManagementApi connected =
                        connect(tenant, new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()))) {
            assertThat(Wire.submit(connected)).isInstanceOf(Result.Success.class);
            assertThat(tenant.jobs()).hasSize(1);
            assertThat(tenant.requestCounts()).containsEntry("POST /oauth/token 200", 2);
        }
    }

    @Test
    void noSecretAppearsInAnythingThatIsTold() throws Exception {
        try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults());
                ManagementApi connected =
                        connect(tenant, new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()))) {
            Result<ImportJob> answer =
                    connected.submit(Wire.batch("{\"email\":\"ada@example.com\",\"password_hash\":\"p4ssw0rd\"}"));
            connected.get("job_0000000000000000");
            String token = tenant.accessToken();

            String told = wire.calls.lines + " " + answer;
            assertThat(told)
                    .contains(
                            "POST /oauth/token 200",
                            "GET /api/v2/connections 200",
                            "POST /api/v2/jobs/users-imports 202")
                    .doesNotContain(tenant.clientSecret(), "p4ssw0rd", "Bearer", "ada@")
                    .doesNotContain(token.substring(0, token.indexOf('.')));
        }
    }
}
