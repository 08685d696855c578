package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ConnectionLookupTest {

    private static final String ID = "con_AbCdEfGhIjKlMn01";

    private final List<Duration> pauses = new ArrayList<>();
    private Wire wire;
    private ConnectionLookup lookup;

    @BeforeEach
    void start() throws IOException {
        wire = new Wire();
        lookup = new ConnectionLookup(
                new Calls(wire.http, Tokens.fixed("token"), wire.server.url("/api/v2")), new CallRetry(pauses::add));
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    private static String connection(String id, String name) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"strategy\":\"auth0\"}";
    }

    @Test
    void anIdIsTakenAsItIs() throws Exception {
        assertThat(lookup.find(ID).id()).isEqualTo(ID);
        assertThat(wire.server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%s]",
                "{\"start\":0,\"limit\":50,\"total\":1,\"connections\":[%s]}",
                "{\"next\":\"abc\",\"connections\":[%s]}",
                "{\"connections\":[%s]}"
            })
    void aNameIsFoundInWhateverShapeTheAnswerHas(String shape) throws Exception {
        String others =
                connection("con_0000000000000000", "Name-Two") + "," + connection("con_1111111111111111", "name");
        wire.answering(200, String.format(shape, others + "," + connection(ID, "Name")));

        assertThat(lookup.find("Name").id()).isEqualTo(ID);

        RecordedRequest request = wire.request();
        assertThat(request.getRequestLine()).isEqualTo("GET /api/v2/connections?name=Name HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Users & Co",
                "a+b=c?d#e%f/g",
                "\u00dcber 100%",
                "\ud83d\ude00",
                "con_tooShort",
                "con_0123456789ABCDEFG",
                "../../oauth/token"
            })
    void aNameMayHoldAnything(String name) throws Exception {
        wire.answering(200, "[" + connection(ID, name) + "]");

        assertThat(lookup.find(name).id()).isEqualTo(ID);

        RecordedRequest request = wire.request();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/api/v2/connections");
        assertThat(request.getUrl().queryParameter("name")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"connections\":[]}",
                "[{\"id\":\"con_0000000000000000\",\"name\":\"NAME\"}]",
                "[{\"id\":\"con_0\\r\\nX: y\",\"name\":\"Name\"}]",
                "[{\"name\":\"Name\"}]"
            })
    void aNameThatNobodyHasIsToldWithWhatToDo(String answer) {
        wire.answering(200, answer);

        assertThatExceptionOfType(ManagementException.class)
                .isThrownBy(() -> lookup.find("Name"))
                .withMessageContaining("no connection named \"Name\"")
                .withMessageContaining("Set auth0.connection to the name, or the id");
    }

    @Test
    void aRefusalIsToldWithWhatToDoAndNotRepeated() {
        wire.refusing(403, "Insufficient scope, expected any of: read:connections", "insufficient_scope");

        assertThatExceptionOfType(ManagementException.class)
                .isThrownBy(() -> lookup.find("Name"))
                .withMessageContaining("expected any of: read:connections")
                .withMessageContaining("grant it create:users and read:connections");
        assertThat(pauses).isEmpty();
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void whatMayPassIsTriedAgain() throws Exception {
        wire.answering(502, "")
                .answering(200, "<html>not JSON</html>")
                .answering(429, "{}", "Retry-After", "7")
                .answering(200, "[" + connection(ID, "Name") + "]");

        assertThat(lookup.find("Name").id()).isEqualTo(ID);
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(7));
    }

    @Test
    void aServiceThatCannotBeAskedIsGivenUp() {
        for (int attempt = 0; attempt < 9; attempt++) {
            wire.answering(500, "");
        }

        assertThatExceptionOfType(ManagementException.class)
                .isThrownBy(() -> lookup.find("Name"))
                .withMessage("HTTP 500: no explanation");
        assertThat(wire.server.getRequestCount()).isEqualTo(5);
        assertThat(pauses).hasSize(4);
    }

    @Test
    void aRateLimitThatStaysIsGivenUp() {
        for (int attempt = 0; attempt < 9; attempt++) {
            wire.answering(429, "{}", "Retry-After", "2");
        }

        assertThatExceptionOfType(ManagementException.class)
                .isThrownBy(() -> lookup.find("Name"))
                .withMessageContaining("rate limit");
        assertThat(pauses).hasSize(4).containsOnly(Duration.ofSeconds(2));
    }
}
