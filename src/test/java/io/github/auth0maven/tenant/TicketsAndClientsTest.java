package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.connections.Connection;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketsAndClientsTest {

    private static final Connection MAIN = Connection.database("main");

    private LocalTenant tenant;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withConnections(MAIN)
                .withLogins(LoginSettings.defaults())
                .withUsers("main", "{\"email\":\"ada@example.com\",\"user_id\":\"1\"}"));
        caller = Caller.of(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void aTicketLeadsToAChangeOfPassword() throws IOException {
        Reply made = caller.post(
                "api/v2/tickets/password-change",
                "{\"user_id\":\"auth0|1\",\"result_url\":\"https://example.com/done\",\"ttl_sec\":60}");
        String link = made.json().path("ticket").asText();

        assertThat(made.status()).isEqualTo(201);
        assertThat(link).startsWith(tenant.url() + "u/reset-verify?ticket=");
        assertThat(caller.get(link.substring(tenant.url().toString().length())).status())
                .isEqualTo(200);
    }

    @Test
    void aTicketVerifiesAnAddress() throws IOException {
        String link = caller.post("api/v2/tickets/email-verification", "{\"user_id\":\"auth0|1\"}")
                .json()
                .path("ticket")
                .asText();

        caller.get(link.substring(tenant.url().toString().length()));

        assertThat(caller.get("api/v2/users/auth0%7C1")
                        .json()
                        .path("email_verified")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aTicketIsMadeByEmailToo() throws IOException {
        String body = "{\"email\":\"ADA@example.com\",\"connection_id\":\"" + MAIN.id() + "\"}";

        assertThat(caller.post("api/v2/tickets/password-change", body).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    password-change ; {} ; 400
                    password-change ; {"email":"ada@example.com"} ; 400
                    password-change ; {"user_id":"auth0|9"} ; 404
                    email-verification ; {"user_id":"auth0|9"} ; 404
                    email-verification ; {} ; 400
                    email-verification ; {"user_id":"auth0|1","result_url":"nowhere"} ; 400
                    email-verification ; {"user_id":"auth0|1","email":"ada@example.com"} ; 400
                    """)
    void aWrongTicketIsRefused(String kind, String body, int status) throws IOException {
        assertThat(caller.post("api/v2/tickets/" + kind, body).status()).isEqualTo(status);
    }

    @Test
    void clientsAreListedWithoutSecrets() throws IOException {
        Reply all = caller.get("api/v2/clients");

        assertThat(all.json()).hasSize(2);
        assertThat(all.json().path(0).path("client_id").asText()).isEqualTo(tenant.clientId());
        assertThat(all.body()).doesNotContain("\"client_secret\"", tenant.clientSecret());
    }

    @Test
    void aSecretNeedsAScope() throws IOException {
        JsonNode whole = Caller.withScopes(tenant, "read:client_keys")
                .get("api/v2/clients/" + tenant.clientId())
                .json();

        assertThat(whole.path("client_secret").asText()).isEqualTo(tenant.clientSecret());
        assertThat(whole.path("app_type").asText()).isEqualTo("regular_web");
        assertThat(whole.path("callbacks")).hasToString("[\"loopback\"]");
    }

    @Test
    void whereNobodyLogsInOneActsForItself() throws IOException {
        try (LocalTenant machines = LocalTenant.start(TenantSettings.defaults())) {
            JsonNode only = Caller.of(machines).get("api/v2/clients").json();

            assertThat(only).hasSize(1);
            assertThat(only.path(0).path("app_type").asText()).isEqualTo("non_interactive");
            assertThat(only.path(0).path("grant_types")).hasToString("[\"client_credentials\"]");
        }
    }

    @Test
    void theTenantIsNamedAmongAnyFields() throws IOException {
        assertThat(caller.get("api/v2/clients?fields=client_id&per_page=1&include_totals=true")
                        .json()
                        .path("clients"))
                .hasToString("[{\"client_id\":\"" + tenant.clientId() + "\",\"tenant\":\"local\"}]");
        assertThat(caller.get("api/v2/clients/nobody").body())
                .isEqualTo("{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"The client does not exist\","
                        + "\"errorCode\":\"inexistent_client\"}");
    }
}
