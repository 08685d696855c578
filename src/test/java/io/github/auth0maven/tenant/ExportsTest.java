package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.connections.Connection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportsTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Connection MAIN = Connection.database("main");
    private static final Connection OTHER = Connection.database("other");

    private final MovableClock clock = new MovableClock();
    private LocalTenant tenant;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withConnections(MAIN, OTHER)
                .withUsers(
                        "main",
                        "{\"email\":\"ada@example.com\",\"user_id\":\"1\",\"name\":\"Ada \\\"L\\\"\",\"email_verified\":true,"
                                + "\"app_metadata\":{\"plan\":\"gold\"},\"mfa_factors\":[{\"totp\":{\"secret\":\"ABCDEFGH\"}}],"
                                + "\"password_hash\":\"$2b$10$" + "A".repeat(53) + "\"}",
                        "{\"email\":\"bob@example.com\",\"user_id\":\"2\"}")
                .withUsers("other", "{\"email\":\"cyd@example.com\",\"user_id\":\"3\"}")
                .withJobDuration(users -> Duration.ofSeconds(users))
                .withClock(clock));
        caller = Caller.of(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void aJobRepeatsWhatWasAskedFor() throws IOException {
        Reply created = export("{\"connection_id\":\"" + MAIN.id()
                + "\",\"format\":\"json\",\"limit\":5,\"fields\":[{\"name\":\"email\"}]}");
        String id = created.json().path("id").asText();
        String start = "{\"type\":\"users_export\",\"status\":\"%s\",\"connection_id\":\"" + MAIN.id()
                + "\",\"format\":\"json\",\"limit\":5,\"fields\":[{\"name\":\"email\"}],\"connection\":\"main\","
                + "\"created_at\":\"2026-11-23T10:00:00.005Z\",\"id\":\"" + id + "\"";

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.body()).isEqualTo(start.formatted("pending") + "}");
        assertThat(caller.get("api/v2/jobs/" + id).body()).isEqualTo(created.body());
        clock.advance(Duration.ofSeconds(2));
        assertThat(caller.get("api/v2/jobs/" + id).body())
                .startsWith(start.formatted("completed") + ",\"location\":\"http://localhost:");
        assertThat(caller.get("api/v2/jobs/" + id + "/errors").status()).isEqualTo(204);
        clock.advance(Duration.ofHours(24));
        assertThat(Caller.of(tenant).get("api/v2/jobs/" + id).status()).isEqualTo(404);
    }

    @Test
    void theFileIsOnAnotherHost() throws Exception {
        URI location = location("{\"format\":\"json\"}");

        assertThat(location.getAuthority()).isNotEqualTo(tenant.url().getAuthority());
        assertThat(location.getHost()).isEqualTo("localhost");
        assertThat(location.getPath()).endsWith(".json.gz");
    }

    @Test
    void jsonIsAUserALine() throws Exception {
        List<String> lines =
                lines(location("{\"format\":\"json\",\"fields\":[{\"name\":\"email\"},{\"name\":\"app_metadata\"},"
                        + "{\"name\":\"identities[0].connection\",\"export_as\":\"from\"}]}"));

        assertThat(lines)
                .containsExactly(
                        "{\"email\":\"ada@example.com\",\"app_metadata\":{\"plan\":\"gold\"},\"from\":\"main\"}",
                        "{\"email\":\"bob@example.com\",\"from\":\"main\"}",
                        "{\"email\":\"cyd@example.com\",\"from\":\"other\"}");
    }

    @Test
    void csvIsWhatThereIsUnlessToldOtherwise() throws Exception {
        List<String> lines = lines(location("{\"connection_id\":\"" + MAIN.id()
                + "\",\"limit\":1,\"fields\":[{\"name\":\"name\"},{\"name\":\"email_verified\"},{\"name\":\"created_at\"},"
                + "{\"name\":\"app_metadata\"},{\"name\":\"app_metadata.plan\",\"export_as\":\"plan\"}]}"));

        assertThat(lines)
                .containsExactly(
                        "\"name\",\"email_verified\",\"created_at\",\"app_metadata\",\"plan\"",
                        "\"'Ada \"\"L\"\"\",true,2026-11-23T10:00:00.005Z,,\"'gold\"");
    }

    @Test
    void theUsualFieldsHoldNeitherMetadataNorSecrets() throws Exception {
        String whole = String.join("\n", lines(location("{\"format\":\"json\"}")));

        assertThat(whole).contains("\"user_id\":\"auth0|1\"").doesNotContain("gold", "$2b$", "ABCDEFGH");
    }

    @Test
    void aUrlIsGoodForAMinuteAndANewOneIsHadForADay() throws Exception {
        String id = export("{}").json().path("id").asText();
        clock.advance(Duration.ofSeconds(3));
        URI first = URI.create(
                caller.get("api/v2/jobs/" + id).json().path("location").asText());
        clock.advance(Duration.ofSeconds(59));
        assertThat(fetch(first).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(fetch(first).statusCode()).isEqualTo(403);
        URI second = URI.create(
                caller.get("api/v2/jobs/" + id).json().path("location").asText());
        assertThat(fetch(second).statusCode()).isEqualTo(200);
        assertThat(fetch(URI.create(second.toString().replaceAll("signature=.", "signature=x")))
                        .statusCode())
                .isEqualTo(403);
    }

    /** Whoever sends the token there gives it to a stranger. */
    @Test
    void theOtherHostTakesNoToken() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(location("{}"))
                .header("Authorization", "Bearer " + tenant.accessToken("read:users"))
                .build();

        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"format":"xml"}                     | 400
                    {"limit":0}                          | 400
                    {"limit":"5"}                        | 400
                    {"fields":[{"export_as":"x"}]}       | 400
                    {"connections":"main"}               | 400
                    {"connection_id":"con_0000000000000000"} | 404
                    """)
    void aWrongBodyIsRefused(String body, int status) throws IOException {
        assertThat(export(body).status()).isEqualTo(status);
    }

    private Reply export(String body) throws IOException {
        return caller.post("api/v2/jobs/users-exports", body);
    }

    private URI location(String body) throws IOException {
        JsonNode created = export(body).json();
        clock.advance(Duration.ofSeconds(3));
        return URI.create(caller.get("api/v2/jobs/" + created.path("id").asText())
                .json()
                .path("location")
                .asText());
    }

    private static HttpResponse<byte[]> fetch(URI location) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(location).build(), BodyHandlers.ofByteArray());
    }

    private static List<String> lines(URI location) throws IOException, InterruptedException {
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(fetch(location).body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
