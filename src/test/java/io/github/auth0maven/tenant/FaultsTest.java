package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.server.Fault;
import io.github.auth0maven.tenant.server.Faults;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final Connection MAIN = Connection.database("main");
    private static final Form FORM = Form.importing(MAIN, "{\"email\":\"ada@example.com\"}");

    @Test
    void aRequestIsAnsweredAsToldAndNotProcessed() throws IOException {
        Fault overload = new Fault.Answer(503, Map.of("Retry-After", "7"), "later");

        try (LocalTenant tenant = tenant(firstImport(overload))) {
            Reply first = Caller.of(tenant).post(FORM);

            assertThat(first.status()).isEqualTo(503);
            assertThat(first.header("Retry-After")).isEqualTo("7");
            assertThat(first.body()).isEqualTo("later");
            assertThat(tenant.userCount()).isZero();
            assertThat(Caller.of(tenant).post(FORM).status()).isEqualTo(202);
            assertThat(tenant.requestCounts())
                    .isEqualTo(
                            Map.of("POST /api/v2/jobs/users-imports 503", 1, "POST /api/v2/jobs/users-imports 202", 1));
        }
    }

    @Test
    void aConnectionIsClosedBeforeProcessing() throws IOException {
        Faults faults = call -> Fault.Connection.CLOSED_BEFORE_PROCESSING;

        try (LocalTenant tenant = tenant(faults)) {
            assertThatIOException().isThrownBy(() -> Caller.of(tenant).post(FORM));

            assertThat(tenant.userCount()).isZero();
            assertThat(tenant.jobs()).isEmpty();
        }
    }

    @Test
    void aConnectionIsClosedAfterProcessing() throws IOException {
        Faults faults = call -> Fault.Connection.CLOSED_BEFORE_ANSWERING;

        try (LocalTenant tenant = tenant(faults)) {
            assertThatIOException().isThrownBy(() -> Caller.of(tenant).post(FORM));

            assertThat(tenant.userCount()).isPositive();
            assertThat(tenant.jobs()).isNotEmpty();
            assertThat(tenant.requests().get(0).status()).isZero();
        }
    }

    @Test
    void requestsAreNumberedByMethodAndPath() throws IOException {
        List<Faults.Call> calls = new CopyOnWriteArrayList<>();
        Faults recording = call -> {
            calls.add(call);
            return Fault.Connection.KEPT;
        };

        try (LocalTenant tenant = tenant(recording)) {
            Caller caller = Caller.of(tenant);
            caller.get("api/v2/connections?name=a");
            caller.get("api/v2/connections");
            caller.post("api/v2/connections", "text/plain", "");
        }

        assertThat(calls)
                .containsExactly(
                        new Faults.Call("GET", "/api/v2/connections", 1),
                        new Faults.Call("GET", "/api/v2/connections", 2),
                        new Faults.Call("POST", "/api/v2/connections", 1));
    }

    private static Faults firstImport(Fault fault) {
        return call -> call.method().equals("POST") && call.number() == 1 ? fault : Fault.Connection.KEPT;
    }

    private static LocalTenant tenant(Faults faults) throws IOException {
        return LocalTenant.start(TenantSettings.defaults().withConnections(MAIN).withFaults(faults));
    }
}
