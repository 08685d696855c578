package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.service.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever answers in a tenant's place, and does not stop, is not to fill the memory. */
@Timeout(120)
class EndlessAnswersTest {

    /** What is on its way when the connection is closed. */
    private static final long ON_THE_LINE = 16 << 20;

    private static final String TOO_LARGE =
            " answers with more than 1,048,576 bytes, which no tenant does: check auth0.domain,"
                    + " and who answers in its place";

    private static ManagementApi api(EndlessServer server) throws IOException, InterruptedException {
        return connect(server, new Credentials.AccessToken("the.access.token"), Wire.CONNECTION_ID, false);
    }

    private static ManagementApi connect(
            EndlessServer server, Credentials credentials, String connection, boolean preflight)
            throws IOException, InterruptedException {
        return ManagementApi.connect(
                new ManagementApi.Access(server.domain(), "any", credentials, "1.2.3"),
                new RecordedCalls(),
                new Destination(connection, preflight),
                Wire.PLAIN);
    }

    private static void assertBounded(EndlessServer server, long limit) {
        assertThat(server.sent()).isLessThan(server.requests() * (limit + ON_THE_LINE));
    }

    private static String server(EndlessServer server) {
        return server.domain().url().getAuthority();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"access_token\":\"; x",
                "{\"access_token\":\"a\",\"x\":[; 0,",
                "{\"access_token\":\"a\"; ,\"b\":{}",
                "{\"x\":; [",
                "' '; ' '"
            })
    void aTokenIsNotReadForEverAndNotAskedForAgain(String beginning, String rest) throws Exception {
        try (EndlessServer server = EndlessServer.saying(beginning, rest)) {
            Credentials secret = new Credentials.ClientSecret("id", "s3cr3t");

            assertThatExceptionOfType(ManagementException.class)
                    .isThrownBy(() -> connect(server, secret, Wire.CONNECTION_ID, true))
                    .withMessageStartingWith(server(server))
                    .withMessageNotContaining("\n");
            assertBounded(server, ResponseJson.LARGEST);
        }
    }

    @Test
    void aConnectionIsNotReadForEverAndToldInOneLineAtOnce() throws Exception {
        try (EndlessServer server = EndlessServer.saying("[", "{\"id\":\"con_1\",\"name\":\"Others\"},")) {
            assertThatExceptionOfType(ManagementException.class)
                    .isThrownBy(() -> connect(server, new Credentials.AccessToken("the.token"), "Users", false))
                    .withMessage(server(server) + TOO_LARGE);
            assertThat(server.requests()).isEqualTo(1);
            assertBounded(server, ResponseJson.LARGEST);
        }
    }

    /** It may have been taken, whatever was answered. */
    @Test
    void aSubmittedJobWhoseAnswerDoesNotEndIsUncertain() throws Exception {
        try (EndlessServer server = EndlessServer.saying("{\"id\":\"job_1\",\"status\":\"pending\",\"x\":[", "{},");
                ManagementApi api = api(server)) {
            assertThat(Wire.submit(api)).isEqualTo(new Result.Uncertain<>(server(server) + TOO_LARGE));
            assertThat(server.requests()).isEqualTo(1);
            assertBounded(server, ResponseJson.LARGEST);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aJobsStatusThatDoesNotEndIsNoAnswer(boolean zipped) throws Exception {
        try (EndlessServer server = EndlessServer.saying("{\"status\":\"pending\"", ",\"id\":\"job_1\"", zipped);
                ManagementApi api = api(server)) {
            assertThat(api.get("job_1")).isEqualTo(new Result.NotTaken<>(server(server) + TOO_LARGE, true));
            if (!zipped) {
                assertBounded(server, ResponseJson.LARGEST);
            }
        }
    }

    @Test
    void aUserThatIsAskedForIsNotReadForEver() throws Exception {
        try (EndlessServer server = EndlessServer.saying("[", "{\"identities\":[]},");
                ManagementApi api = api(server)) {
            assertThat(api.createdAt("{\"email\":\"a@example.com\"}".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Result.NotTaken.class);
            assertBounded(server, ResponseJson.LARGEST);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[; {\"user\":{\"email\":\"a@example.com\"},\"errors\":[{\"code\":\"X\",\"message\":\"m\"}]}, ; more than 200,000 errors",
                "[{\"errors\":[; {}, ; more than 200,000 errors",
                "[; {\"errors\":[]}, ; more than 200,000 errors",
                "[{\"user\":{\"user_metadata\":{\"a\":[; {\"b\":1}, ; more than 33,554,432 bytes",
                "[; {\"errors\":[{\"message\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}]}, ; more than 33,554,432 bytes",
                "[{\"errors\":[{\"message\":\"; x ; does not answer with the JSON",
                "[{\"user\":{\"email\":\"; x ; does not answer with the JSON",
                "[{\"user\":; [ ; does not answer with the JSON",
                "{\"status_details\":{\"a\":[; 0, ; more than 1,048,576 bytes"
            })
    void theErrorsOfAJobAreNotReadForEver(String beginning, String rest, String told) throws Exception {
        try (EndlessServer server = EndlessServer.saying(beginning, rest);
                ManagementApi api = api(server)) {
            assertThat(((Result.NotTaken<JobErrors>) api.errors("job_1")).reason())
                    .contains(told);
            assertBounded(server, Calls.LARGEST);
        }
    }

    /** 28,000 users fit into an import file, and each of them may be refused for several reasons. */
    @Test
    void asManyErrorsAsAnImportFileCanHaveAreRead() throws IOException {
        String entry = "{\"user\":{\"email\":\"a@b.example\",\"user_metadata\":{\"a\":[1,{}]}},\"errors\":["
                + "{\"code\":\"PATTERN\",\"message\":\"" + "m".repeat(200) + "\",\"path\":\"email\"},{},{}]},";
        byte[] body = ("[" + entry.repeat(28_000) + "{}]").getBytes(StandardCharsets.UTF_8);

        assertThat(ErrorsReader.read(200, new ByteArrayInputStream(body)).users())
                .hasSize(3 * 28_000 + 1);
    }

    @Test
    void whiteSpaceIsNotReadForEver() throws IOException {
        byte[] some = " ".repeat(ResponseJson.LARGEST).getBytes(StandardCharsets.UTF_8);
        byte[] more = " ".repeat(ResponseJson.LARGEST + 1).getBytes(StandardCharsets.UTF_8);

        assertThat(ErrorsReader.read(200, new ByteArrayInputStream(some))).isEqualTo(JobErrors.NONE);
        assertThatThrownBy(() -> ErrorsReader.read(200, new ByteArrayInputStream(more)))
                .isInstanceOf(NoJsonException.class);
    }

    /** A users file may be nested a thousand levels deep, and its users are echoed. */
    @Test
    void anEchoMayBeNestedAsDeeplyAsAUsersFile() throws IOException {
        String deep = "[".repeat(1_000) + "]".repeat(1_000);
        byte[] body = ("[{\"user\":{\"email\":\"a@b.example\",\"user_metadata\":{\"a\":" + deep
                        + "}},\"errors\":[{\"code\":\"X\",\"message\":\"m\"}]}]")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(ErrorsReader.read(200, new ByteArrayInputStream(body)).users())
                .singleElement()
                .satisfies(error -> assertThat(error.identity().email()).isEqualTo(Optional.of("a@b.example")));
    }
}
