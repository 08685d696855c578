package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.connections.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobsTest {

    private static final Connection MAIN = Connection.database("main");
    private static final String UNPARSABLE =
            "Failed to parse users file JSON when importing users. Make sure it is valid JSON.";

    private final MovableClock clock = new MovableClock();
    private LocalTenant tenant;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withClock(clock)
                .withConnections(MAIN)
                .withTokenLifetime(Duration.ofDays(7))
                .withJobDuration(TenantSettings.pace(Duration.ofSeconds(1), Duration.ofMinutes(1))));
        caller = Caller.of(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void aJobIsPendingUntilItsDurationHasPassed() throws IOException {
        JsonNode created = imported("[{\"email\":\"a@example.com\"},{\"email\":\"b@example.com\"}]");
        String path = path(created);

        clock.advance(Duration.ofSeconds(121).minusMillis(1));
        assertThat(caller.get(path).json()).isEqualTo(created);
        assertThat(caller.get(path + "/errors").status()).isEqualTo(204);

        clock.advance(Duration.ofMillis(1));
        assertThat(caller.get(path).json().path("status").asText()).isEqualTo("completed");
        assertThat(caller.get(path).json().path("summary").toString())
                .isEqualTo("{\"failed\":0,\"updated\":0,\"inserted\":2,\"total\":2}");
        assertThat(tenant.jobs().get(0).status()).isEqualTo("completed");
    }

    @Test
    void aJobWithoutErrorsHasAnEmptyAnswer() throws IOException {
        String path = path(imported("[{\"email\":\"a@example.com\"}]"));
        clock.advance(Duration.ofHours(1));

        Reply errors = caller.get(path + "/errors");

        assertThat(errors.status()).isEqualTo(204);
        assertThat(errors.body()).isEmpty();
    }

    @Test
    void badUsersDoNotFailAJob() throws IOException {
        String path =
                path(imported("[{\"email\":\"a@example.com\"},{\"email\":\"b\",\"password_hash\":\"secret\"},7]"));
        clock.advance(Duration.ofHours(1));

        assertThat(caller.get(path).json().path("status").asText()).isEqualTo("completed");
        assertThat(caller.get(path).json().path("summary").toString())
                .isEqualTo("{\"failed\":2,\"updated\":0,\"inserted\":1,\"total\":3}");
        assertThat(caller.get(path + "/errors").status()).isEqualTo(200);
        assertThat(caller.get(path + "/errors").body())
                .isEqualTo("[{\"user\":{\"email\":\"b\",\"password_hash\":\"*****\"},\"errors\":["
                        + "{\"code\":\"INVALID_FORMAT\",\"message\":\"Error in identities[0].profileData.email property"
                        + " - Object didn't pass validation for format email: b\","
                        + "\"path\":\"identities[0].profileData.email\"},"
                        + "{\"code\":\"PATTERN\",\"message\":\"Error in passwordHash property - String does not match"
                        + " pattern ^\\\\$2[ab]?\\\\$10+\\\\$[./A-Za-z0-9]{53}$\",\"path\":\"passwordHash\"}]},"
                        + "{\"user\":7,\"errors\":[{\"code\":\"INVALID_TYPE\",\"message\":"
                        + "\"Expected type object but found type integer\"}]}]");
    }

    @Test
    void anEmptyArrayIsCompletedWithNothing() throws IOException {
        String path = path(imported("[]"));
        clock.advance(Duration.ofSeconds(1));

        assertThat(caller.get(path).json().path("summary").toString())
                .isEqualTo("{\"failed\":0,\"updated\":0,\"inserted\":0,\"total\":0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"email\":\"a@example.com\"},]",
                "[{\"email\":\"a@example.com\"}",
                "[{\"email\":\"a@example.com\"}] []",
                "[{\"email\":\"a@example.com\"}}",
                "{\"email\":\"a@example.com\"}",
                "\uFEFF[{\"email\":\"a@example.com\"}]",
                "[{'email':'a@example.com'}]",
                "[{\"email\":\"a@example.com\", \"n\": 01}]",
                " ",
                "x"
            })
    void aFileThatIsNoArrayFailsTheJobAndImportsNothing(String file) throws IOException {
        String path = path(imported(file));
        clock.advance(Duration.ofHours(1));

        JsonNode job = caller.get(path).json();

        assertThat(job.path("status").asText()).isEqualTo("failed");
        assertThat(job.path("status_details").asText()).isEqualTo(UNPARSABLE);
        assertThat(job.has("summary")).isFalse();
        assertThat(caller.get(path + "/errors").status()).isEqualTo(200);
        assertThat(caller.get(path + "/errors").json()).isEqualTo(job);
        assertThat(tenant.userCount()).isZero();
    }

    @Test
    void numbersKeepTheirDigitsAndTextItsCharacters() throws IOException {
        String metadata = "{\"n\":[1.10,1E+400,123456789012345678901234567890],\"t\":\"é😀\"}";
        imported("[{\"email\":\"a@example.com\",\"user_metadata\":" + metadata + "}]");

        assertThat(tenant.users("main").get(0).path("user_metadata").toString()).isEqualTo(metadata);
    }

    @Test
    void malformedTextBecomesReplacementCharacters() throws IOException {
        byte[] file = "[{\"email\":\"a@example.com\",\"name\":\"_\"}]".getBytes(StandardCharsets.US_ASCII);
        file[file.length - 4] = (byte) 0xFF;

        assertThat(caller.post(new Form().file("users", file).field("connection_id", MAIN.id()))
                        .status())
                .isEqualTo(202);
        assertThat(tenant.users("main").get(0).path("name").asText()).isEqualTo("\uFFFD");
    }

    @Test
    void aThirdActiveJobIsRefusedUntilOneIsFinished() throws IOException {
        imported("[{\"email\":\"a@example.com\"}]");
        clock.advance(Duration.ofSeconds(30));
        imported("[{\"email\":\"b@example.com\"}]");

        Reply third = caller.post(Form.importing(MAIN, "{\"email\":\"c@example.com\"}"));

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.json().path("message").asText())
                .isEqualTo("There are 2 active import users jobs, please wait until some of them are finished and try"
                        + " again");
        assertThat(third.json().path("errorCode").asText()).isEqualTo("too_many_requests");
        assertThat(tenant.userCount()).isEqualTo(2);

        clock.advance(Duration.ofSeconds(31));
        assertThat(caller.post(Form.importing(MAIN, "{\"email\":\"c@example.com\"}"))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void aPrivateCloudHasMoreSlots() throws IOException {
        try (LocalTenant roomy = LocalTenant.start(
                TenantSettings.defaults().withConnections(MAIN).withClock(clock).withSlots(3))) {
            for (int number = 0; number < 3; number++) {
                assertThat(Caller.of(roomy).post(Form.importing(MAIN)).status()).isEqualTo(202);
            }
            assertThat(Caller.of(roomy)
                            .post(Form.importing(MAIN))
                            .json()
                            .path("message")
                            .asText())
                    .startsWith("There are 3 active import users jobs,");
        }
    }

    @Test
    void aJobLivesForTwoHoursAtMostAndThenFailsWithoutAWord() throws IOException {
        String users = "{\"email\":\"a@example.com\"},".repeat(119) + "{\"email\":\"a@example.com\"}";
        String path = path(imported("[" + users + "]"));

        clock.advance(Duration.ofHours(2).minusMillis(1));
        assertThat(caller.get(path).json().path("status").asText()).isEqualTo("pending");
        clock.advance(Duration.ofMillis(1));
        assertThat(caller.get(path).json().path("status").asText()).isEqualTo("failed");
        assertThat(caller.get(path).json().has("status_details")).isFalse();
        assertThat(caller.get(path + "/errors").status()).isEqualTo(204);
    }

    @Test
    void aJobIsForgottenAfterADay() throws IOException {
        String path = path(imported("[]"));

        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(caller.get(path).status()).isEqualTo(200);
        clock.advance(Duration.ofMillis(1));
        assertNoJob(caller.get(path));
        assertNoJob(caller.get(path + "/errors"));
        imported("[]");
        assertThat(tenant.jobs()).hasSize(1);
    }

    @Test
    void anUnknownJobDoesNotExist() throws IOException {
        assertNoJob(caller.get("api/v2/jobs/job_0000000000000000"));
        assertNoJob(caller.get("api/v2/jobs/job_0000000000000000/errors"));
    }

    private static void assertNoJob(Reply reply) {
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body())
                .isEqualTo("{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"The job does not exist\","
                        + "\"errorCode\":\"inexistent_job\"}");
    }

    private JsonNode imported(String file) throws IOException {
        Reply reply = caller.post(new Form().file("users", file).field("connection_id", MAIN.id()));
        assertThat(reply.status()).isEqualTo(202);
        return reply.json();
    }

    private static String path(JsonNode job) {
        return "api/v2/jobs/" + job.path("id").asText();
    }
}
