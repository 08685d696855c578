package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.imports.Outcome;
import io.github.auth0maven.tenant.imports.Summary;
import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.LoggedRequest;
import io.github.auth0maven.tenant.tokens.Client;
import io.github.auth0maven.tenant.tokens.JsonWebToken;
import io.github.auth0maven.tenant.users.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTenantTest {

    private static final Connection MAIN = Connection.database("main");

    @Test
    void itAnswersOnLoopbackOnly() throws IOException {
        try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults())) {
            assertThat(tenant.url().toString()).matches("http://127\\.0\\.0\\.1:\\d+/");
            assertThat(tenant.audience()).isEqualTo(tenant.url() + "api/v2/");
            InetAddress otherLoopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
            assertThatIOException()
                    .isThrownBy(() -> new Socket(otherLoopback, tenant.url().getPort()).close());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:PORT, 401",
        "LocalHost:PORT, 401",
        "[::1]:PORT, 401",
        "127.0.0.1, 421",
        "evil.example:PORT, 421",
    })
    void itAnswersToItsOwnNameOnly(String host, int status) throws IOException {
        try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults())) {
            String port = Integer.toString(tenant.url().getPort());

            assertThat(raw(
                            tenant,
                            "GET /api/v2/connections HTTP/1.1\r\nHost: " + host.replace("PORT", port)
                                    + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void itServesNothingElse() throws IOException {
        try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults())) {
            for (String path : new String[] {"", "etc/passwd", "api", "oauth/token"}) {
                Reply reply = Caller.of(tenant).get(path);
                assertThat(reply.status()).isEqualTo(404);
                assertThat(reply.body())
                        .isEqualTo("{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"Not Found\"}");
            }
            for (String path : new String[] {"api/v2/", "api/v2/jobs/", "api/v2/jobs/a/b/c"}) {
                assertThat(Caller.of(tenant).get(path).status()).isEqualTo(501);
            }
            assertThat(Caller.of(tenant)
                            .post("api/v2/connections", "text/plain", "")
                            .status())
                    .isEqualTo(501);
            assertThat(tenant.requestCounts()).containsEntry("GET elsewhere 404", 4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET http://evil.example/api/v2/connections, 401",
        "GET http://evil.example/, 404",
        "GET //evil.example/, 404",
        "GET /../../../etc/passwd, 404",
        "GET /%2e%2e/%2e%2e/etc/passwd, 404",
        "GET file:///etc/passwd, 404",
        "OPTIONS *, 404",
        "TRACE /, 400",
    })
    void itIsNoProxyAndServesNoFile(String request, int status) throws IOException {
        try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults())) {
            assertThat(raw(tenant, asked(tenant, request))).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT evil.example:443", "GET mailto:ada@example.com"})
    void whatHasNoPathIsNotServed(String request) throws IOException {
        try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults())) {
            assertThat(raw(tenant, asked(tenant, request))).doesNotContain(" 200 ");
        }
    }

    @Test
    void whatNobodyWouldAskIsNotRemembered() throws IOException {
        try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults())) {
            assertThat(raw(tenant, asked(tenant, "GET /" + "a".repeat(2_000)))).startsWith("HTTP/1.1 400 ");
            assertThat(raw(tenant, asked(tenant, "FROB /api/v2/connections"))).startsWith("HTTP/1.1 400 ");
            assertThat(tenant.requests()).isEmpty();
            assertThat(tenant.requestCounts()).isEmpty();
            assertThat(raw(tenant, asked(tenant, "GET /" + "a".repeat(1_999)))).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void whatItLacksOfTheManagementApiIsNamed() throws IOException {
        try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults())) {
            Reply reply = Caller.of(tenant).get("api/v2/actions/actions");

            assertThat(reply.status()).isEqualTo(501);
            assertThat(reply.json().path("message").asText())
                    .startsWith("The local tenant does not have GET /api/v2/actions/actions; what it has is ")
                    .contains("GET /api/v2/users/{id}, ")
                    .doesNotContain("/oauth/token");
        }
    }

    @Test
    void aBugIsAnsweredAndNotWaitedFor() throws IOException {
        TenantSettings settings = TenantSettings.defaults()
                .withConnections(MAIN)
                .withJobDuration(users -> {
                    throw new IllegalStateException("a bug");
                });
        try (LocalTenant tenant = LocalTenant.start(settings)) {
            Reply reply = Caller.of(tenant).post(Form.importing(MAIN, "{\"email\":\"ada@example.com\"}"));

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.json().path("message").asText()).isEqualTo("An internal server error occurred");
        }
    }

    @Test
    void itStopsAtOnce() throws IOException {
        LocalTenant tenant = LocalTenant.start(TenantSettings.defaults());
        Caller caller = Caller.of(tenant);
        assertThat(caller.get("api/v2/connections").status()).isEqualTo(200);

        tenant.close();
        tenant.close();

        assertThatIOException().isThrownBy(() -> caller.get("api/v2/connections"));
    }

    @Test
    void itRemembersTheLatestRequestsAndCountsThemAll() throws IOException {
        try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults())) {
            Caller caller = Caller.of(tenant);
            caller.post("oauth/token", "text/plain", "12345");
            caller.get("api/v2/jobs/job_1");
            assertThat(tenant.requests())
                    .containsExactly(
                            new LoggedRequest("POST", "/oauth/token", 400, 5),
                            new LoggedRequest("GET", "/api/v2/jobs/job_1", 404, 0));

            for (int number = 2; number <= 1_001; number++) {
                caller.get("api/v2/jobs/job_" + number);
            }

            assertThat(tenant.requests()).hasSize(1_000);
            assertThat(tenant.requests().get(999).path()).isEqualTo("/api/v2/jobs/job_1001");
            assertThat(tenant.requestCounts())
                    .isEqualTo(Map.of("POST /oauth/token 400", 1, "GET /api/v2/jobs/{id} 404", 1_001));
        }
    }

    @Test
    void itStartsWithTheUsersOfItsSettings() throws IOException {
        TenantSettings settings = TenantSettings.defaults()
                .withConnections(MAIN)
                .withUsers("main", "{\"email\":\"ada@example.com\"}", "{\"email\":\"bob@example.com\"}");
        try (LocalTenant tenant = LocalTenant.start(settings)) {
            assertThat(tenant.userCount()).isEqualTo(2);
            assertThat(tenant.jobs()).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> tenant.users("elsewhere"));
        }
    }

    @ParameterizedTest
    @CsvSource({"main, {}", "main, {", "elsewhere, {}"})
    void itDoesNotStartWithUsersThatCouldNotBeImported(String connection, String user) {
        TenantSettings settings =
                TenantSettings.defaults().withConnections(MAIN).withUsers(connection, user);

        assertThatIllegalArgumentException().isThrownBy(() -> LocalTenant.start(settings));
    }

    @Test
    void itsSettingsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TenantSettings.defaults().withSlots(0));
        assertThatIllegalArgumentException().isThrownBy(() -> MAIN.withId("main"));
        assertThat(TenantSettings.defaults()
                        .withTokenLifetime(Duration.ofMinutes(1))
                        .tokenLifetime())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nothingPrintsASecretOrAUser() {
        TenantSettings settings = TenantSettings.defaults()
                .withClient(Client.of("id", "top secret"))
                .withUsers("main", "{\"email\":\"ada@example.com\"}");
        Identity identity = Identity.of(Json.object().put("email", "ada@example.com"), new Ids());
        JsonWebToken token = JsonWebToken.read("e30.e30.c2ln").orElseThrow();

        assertThat(settings.toString()).contains("id").doesNotContain("top secret", "ada@");
        assertThat(identity.toString()).doesNotContain("ada");
        assertThat(token.toString()).doesNotContain("e30");
        assertThat(new Outcome.Completed(new Summary(1, 0, 0, 1), "[{}]").toString())
                .contains("failed=1")
                .doesNotContain("[{}]");
    }

    private static String asked(LocalTenant tenant, String request) {
        return request + " HTTP/1.1\r\nHost: 127.0.0.1:" + tenant.url().getPort() + "\r\nConnection: close\r\n\r\n";
    }

    private static String raw(LocalTenant tenant, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), tenant.url().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
