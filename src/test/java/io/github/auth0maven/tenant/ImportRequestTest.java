package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.LocalTenant.AcceptedJob;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.connections.ConnectionOptions;
import io.github.auth0maven.tenant.server.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRequestTest {

    private static final String PATH = "api/v2/jobs/users-imports";
    private static final String USERS = "[{\"email\":\"ada@example.com\"}]";
    private static final Connection MAIN = Connection.database("main");
    private static final Connection DISABLED = Connection.database("disabled").withEnabledClients();
    private static final Connection SOCIAL = Connection.database("social").withStrategy("google-oauth2");
    private static final Connection CUSTOM = Connection.database("custom").withOptions(ConnectionOptions.custom(false));
    private static final Connection IMPORTING =
            Connection.database("importing").withOptions(ConnectionOptions.custom(true));

    private LocalTenant tenant;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withClock(new MovableClock())
                .withConnections(MAIN, DISABLED, SOCIAL, CUSTOM, IMPORTING));
        caller = Caller.of(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void anAcceptedFileBecomesAPendingJob() throws IOException {
        Reply reply = caller.post(
                Form.importing(MAIN, "{\"email\":\"ada@example.com\"}").field("external_id", ""));

        assertThat(reply.status()).isEqualTo(202);
        JsonNode job = reply.json();
        assertThat(job.path("id").asText()).matches("job_[A-Za-z0-9]{16}");
        assertThat(job.toString())
                .isEqualTo("{\"type\":\"users_import\",\"status\":\"pending\",\"connection_id\":\"" + MAIN.id()
                        + "\",\"connection\":\"main\",\"created_at\":\"2026-11-23T10:00:00.005Z\",\"id\":\""
                        + job.path("id").asText() + "\"}");
    }

    @Test
    void theOrderOfThePartsDoesNotMatter() throws IOException {
        Form form = new Form()
                .field("send_completion_email", "false")
                .field("external_id", "nightly")
                .field("connection_id", IMPORTING.id())
                .field("upsert", "true")
                .file("users", USERS);

        Reply reply = caller.post(form);

        assertThat(reply.json().path("external_id").asText()).isEqualTo("nightly");
        assertThat(reply.json().has("upsert")).isFalse();
        assertThat(reply.json().has("send_completion_email")).isFalse();
        assertThat(tenant.jobs())
                .containsExactly(new AcceptedJob(
                        reply.json().path("id").asText(),
                        "importing",
                        true,
                        "nightly",
                        false,
                        form.bytes().length,
                        1,
                        "pending"));
    }

    @Test
    void everyOwnerGetsAMailUnlessToldOtherwise() throws IOException {
        caller.post(Form.importing(MAIN, "{\"email\":\"ada@example.com\"}"));

        assertThat(tenant.jobs().get(0).sendCompletionEmail()).isTrue();
        assertThat(tenant.jobs().get(0).upsert()).isFalse();
    }

    static Stream<Arguments> refusedForms() {
        return Stream.of(
                refused(new Form().field("connection_id", MAIN.id()), "Must provide 'users' file as multipart part"),
                refused(
                        new Form().field("users", USERS).field("connection_id", MAIN.id()),
                        "Must provide 'users' file as multipart part"),
                refused(new Form().file("users", "").field("connection_id", MAIN.id()), "Users file must not be empty"),
                refused(new Form().file("users", USERS), "Must provide 'connection_id' as multipart part"),
                refused(
                        new Form().file("users", USERS).field("connection_id", "main"),
                        "Payload validation error: 'String does not match pattern ^con_[A-Za-z0-9]{16}$'"
                                + " on property connection_id (connection_id of the connection to which users will be"
                                + " imported)."),
                refused(
                        new Form().file("users", USERS).field("connection_id", "\"" + MAIN.id() + "\""),
                        "Payload validation error: 'String does not match pattern ^con_[A-Za-z0-9]{16}$'"
                                + " on property connection_id (connection_id of the connection to which users will be"
                                + " imported)."),
                refused(
                        Form.importing(MAIN, USERS).field("upsert", "yes"),
                        "Payload validation error: 'Expected type boolean but found type string' on property upsert (Whether"
                                + " to update users if they already exist (true) or to ignore them (false))."),
                Arguments.of(
                        Form.importing(Connection.database("elsewhere"), USERS),
                        "The connection does not exist",
                        "inexistent_connection"),
                Arguments.of(
                        Form.importing(SOCIAL, USERS),
                        "Connection must be a database connection",
                        "operation_not_supported"),
                Arguments.of(Form.importing(DISABLED, USERS), "Connection must be enabled", "connection_is_disabled"),
                Arguments.of(
                        Form.importing(CUSTOM, USERS),
                        "Custom Database Connections without import mode are not allowed",
                        "operation_not_supported"));
    }

    private static Arguments refused(Form form, String message) {
        return Arguments.of(form, message, "invalid_body");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusedForms")
    void aWrongFormIsRefused(Form form, String message, String errorCode) throws IOException {
        Reply reply = caller.post(form);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo("{\"statusCode\":400,\"error\":\"Bad Request\",\"message\":"
                        + Json.MAPPER.writeValueAsString(message) + ",\"errorCode\":\"" + errorCode + "\"}");
        assertThat(tenant.userCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "multipart/form-data",
                "multipart/form-data; boundary=other",
                "multipart/mixed; boundary=" + Form.BOUNDARY
            })
    void aBodyThatIsNotItsContentTypeIsInvalid(String contentType) throws IOException {
        assertInvalidMultipart(
                caller.post(PATH, contentType, Form.importing(MAIN, USERS).bytes()));
    }

    @Test
    void aBodyWithoutItsEndIsInvalid() throws IOException {
        byte[] whole = Form.importing(MAIN, USERS).bytes();

        for (int length : new int[] {0, 10, 60, 150, whole.length - 4 - Form.BOUNDARY.length(), whole.length - 4}) {
            assertInvalidMultipart(caller.post(PATH, Form.CONTENT_TYPE, Arrays.copyOf(whole, length)));
        }
    }

    @Test
    void aBoundaryMustEndItsLine() throws IOException {
        assertInvalidMultipart(caller.post(
                PATH,
                Form.CONTENT_TYPE,
                "--" + Form.BOUNDARY + "x\r\nContent-Disposition: form-data; name=\"users\"\r\n\r\n\r\n--"
                        + Form.BOUNDARY + "--"));
    }

    @Test
    void aBodyMayHaveAPreambleAndUnquotedNamesAndOtherParts() throws IOException {
        String body = "preamble\r\n"
                + "--b\r\nX-Other: 1\r\n\r\nignored\r\n"
                + "--b\r\ncontent-type: application/json\r\n"
                + "content-disposition: form-data; name=users; filename*=utf-8''u.json\r\n\r\n" + USERS + "\r\n"
                + "--b\r\nContent-Disposition: form-data; name=connection_id\r\n\r\n" + MAIN.id() + "\r\n"
                + "--b\r\nContent-Disposition: form-data; name=connection_id\r\n\r\nsecond\r\n"
                + "--b\r\nContent-Disposition: form-data\r\n\r\nnameless\r\n"
                + "--b\r\nContent-Disposition: form-data; name=external_id\r\n\r\n\r\n"
                + "--b--\r\nepilogue";

        assertThat(caller.post(PATH, "Multipart/Form-Data; charset=x; boundary=\"b\"", body)
                        .status())
                .isEqualTo(202);
    }

    @Test
    void exactlyTheLimitPasses() throws IOException {
        byte[] body = ofSize(512_000);

        assertThat(caller.post(PATH, Form.CONTENT_TYPE, body).status()).isEqualTo(202);
        assertThat(tenant.jobs().get(0).bodySize()).isEqualTo(512_000);
        assertThat(tenant.userCount()).isEqualTo(1);
    }

    @Test
    void oneByteMoreIsTooLarge() throws IOException {
        Reply reply = caller.post(PATH, Form.CONTENT_TYPE, ofSize(512_001));

        assertTooLarge(reply);
        assertThat(tenant.requests().get(0).bodySize()).isEqualTo(512_001);
    }

    @Test
    void aBodyOfUnknownLengthIsReadUpToTheLimit() throws IOException {
        assertTooLarge(caller.send(
                PATH,
                "POST",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(ofSize(512_001))),
                Form.CONTENT_TYPE));
        assertThat(caller.send(
                                PATH,
                                "POST",
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(ofSize(512_000))),
                                Form.CONTENT_TYPE)
                        .status())
                .isEqualTo(202);
        assertThat(tenant.requests().get(1).bodySize()).isEqualTo(512_000);
    }

    @Test
    void anImportNeedsTheScopeToCreateUsers() throws IOException {
        Reply reply = Caller.withScopes(tenant, "read:users").post(Form.importing(MAIN, USERS));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().path("message").asText())
                .isEqualTo("Insufficient scope, expected any of: create:users");
    }

    private static void assertTooLarge(Reply reply) {
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.body())
                .isEqualTo("{\"statusCode\":413,\"error\":\"Request Entity Too Large\",\"message\":"
                        + "\"Payload content length greater than maximum allowed: 512000\"}");
    }

    private static void assertInvalidMultipart(Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asText())
                .isEqualTo("Payload validation error: 'Invalid multipart payload format'");
    }

    private static byte[] ofSize(int size) {
        int rest = size - padded(0).length;
        return padded(rest);
    }

    private static byte[] padded(int letters) {
        String user = "{\"email\":\"ada@example.com\",\"user_metadata\":{\"x\":\"" + "x".repeat(letters) + "\"}}";
        return new Form()
                .file("users", ("[" + user + "]").getBytes(StandardCharsets.UTF_8))
                .field("connection_id", MAIN.id())
                .bytes();
    }
}
