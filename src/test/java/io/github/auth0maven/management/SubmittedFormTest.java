package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.LocalTenant.AcceptedJob;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.connections.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SubmittedFormTest {

    private static final String NAME = "Username-Password-Authentication";

    private static String written(ImportForm form, Batch batch) throws IOException {
        Buffer buffer = new Buffer();
        new ImportBody(form, batch).writeTo(buffer);
        return buffer.readUtf8();
    }

    private static Batch batchOfBytes(int size) {
        String start = "{\"email\":\"ada@example.com\",\"user_metadata\":{\"x\":\"";
        String end = "\"}}";
        Batch batch = Wire.batch(start + "y".repeat(size - 2 - start.length() - end.length()) + end);
        assertThat(batch.size()).isEqualTo(size);
        return batch;
    }

    @Test
    void theFormIsWhatAuth0Documents() throws Exception {
        ImportForm form =
                new ImportForm(Wire.CONNECTION_ID, new ImportOptions(true, false, Optional.of("b\u00fcild 7")));
        Batch batch = Wire.batch("{\"email\":\"gr\u00e4ce@example.com\"}");
        String type = form.contentType();
        assertThat(type).startsWith("multipart/form-data; boundary=");
        String boundary = type.substring(type.indexOf('=') + 1);

        assertThat(written(form, batch))
                .isEqualTo(String.join(
                        "\r\n",
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"connection_id\"",
                        "",
                        Wire.CONNECTION_ID,
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"upsert\"",
                        "",
                        "true",
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"send_completion_email\"",
                        "",
                        "false",
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"external_id\"",
                        "",
                        "b\u00fcild 7",
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"users\"; filename=\"users.json\"",
                        "Content-Type: application/json",
                        "",
                        "[{\"email\":\"gr\u00e4ce@example.com\"}]",
                        "--" + boundary + "--",
                        ""));
    }

    @Test
    void noBodyOfAJobIsSentTwiceByTheClientItself() {
        ImportForm form = new ImportForm(Wire.CONNECTION_ID, Wire.PLAIN);

        assertThat(new ImportBody(form, Wire.batch("{}")).isOneShot()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "build \u00fc 7", "\ud83d\ude00\ud83d\ude00"})
    void theCapacityIsExactToTheByte(String externalId) throws IOException {
        ImportOptions options =
                new ImportOptions(true, true, externalId.isEmpty() ? Optional.empty() : Optional.of(externalId));
        ImportForm form = new ImportForm(Wire.CONNECTION_ID, options);
        Batch batch = batchOfBytes(form.capacity());

        assertThat(new ImportBody(form, batch).contentLength()).isEqualTo(512_000);
        assertThat(written(form, batch).getBytes(UTF_8)).hasSize(512_000);
        assertThat(options.capacity()).isEqualTo(form.capacity());
    }

    @Test
    void theRequestSaysHowLongItIs() throws Exception {
        try (Wire wire = new Wire();
                ManagementApi api = wire.api(Wire.PLAIN)) {
            wire.answering(202, Wire.JOB);
            Wire.submit(api);

            RecordedRequest request = wire.request();
            assertThat(request.getRequestLine()).isEqualTo("POST /api/v2/jobs/users-imports HTTP/1.1");
            assertThat(request.getHeaders().values("Content-Length"))
                    .containsExactly(String.valueOf(request.getBodySize()));
            assertThat(request.getHeaders().get("Transfer-Encoding")).isNull();
            assertThat(request.getHeaders().get("Expect")).isNull();
            assertThat(request.getHeaders().values("Authorization")).containsExactly("Bearer the.access.token");
        }
    }

    private static ManagementApi connect(LocalTenant tenant, ImportOptions options)
            throws IOException, InterruptedException {
        return ManagementApi.connect(
                new ManagementApi.Access(
                        Domain.parse(tenant.url().toString()),
                        tenant.audience(),
                        new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()),
                        "1.2.3"),
                new RecordedCalls(),
                new Destination(NAME, true),
                options);
    }

    private static Result<ImportJob> taken(Result<ImportJob> answer) {
        assertThat(answer).isInstanceOf(Result.Success.class);
        return answer;
    }

    @Test
    void aFullBatchPassesTheTenantsLimitAndOneByteMoreDoesNot() throws Exception {
        try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults());
                ManagementApi api = connect(tenant, Wire.PLAIN)) {
            int capacity = Wire.PLAIN.capacity();

            taken(api.submit(batchOfBytes(capacity)));
            assertThat(tenant.jobs())
                    .singleElement()
                    .extracting(AcceptedJob::bodySize)
                    .isEqualTo(512_000L);

            assertThat(api.submit(batchOfBytes(capacity + 1)))
                    .asString()
                    .matches("TooLarge\\[message=Payload content length greater than maximum allowed: 512000"
                            + " \\(request [0-9a-f]{16}\\)]");
            assertThat(tenant.jobs()).hasSize(1);
        }
    }

    @Test
    void theTenantUnderstandsWhatIsSent() throws Exception {
        Connection connection = Connection.database(NAME);
        TenantSettings settings = TenantSettings.defaults()
                .withConnections(Connection.database("Other"), connection)
                .withUsers(NAME, "{\"email\":\"old@example.com\"}")
                .withJobDuration(users -> Duration.ZERO);
        try (LocalTenant tenant = LocalTenant.start(settings);
                ManagementApi api = connect(tenant, new ImportOptions(true, false, Optional.of("build 7")))) {
            ImportJob submitted = ((Result.Success<ImportJob>) taken(api.submit(Wire.batch(
                            "{\"email\":\"old@example.com\"}",
                            "{\"email\":\"new@example.com\"}",
                            "{\"email\":\"bad\"}"))))
                    .value();

            assertThat(tenant.jobs()).singleElement().satisfies(job -> {
                assertThat(job.id()).isEqualTo(submitted.id());
                assertThat(job.connection()).isEqualTo(NAME);
                assertThat(job.upsert()).isTrue();
                assertThat(job.externalId()).isEqualTo("build 7");
                assertThat(job.sendCompletionEmail()).isFalse();
                assertThat(job.users()).isEqualTo(3);
            });
            assertThat(api.get(submitted.id()))
                    .isEqualTo(new Result.Success<>(new ImportJob(
                            submitted.id(), "completed", Optional.of(new Summary(3, 1, 1, 1)), Optional.empty())));
            assertThat(((Result.Success<io.github.auth0maven.jobs.JobErrors>) api.errors(submitted.id()))
                            .value()
                            .users())
                    .singleElement()
                    .satisfies(error -> {
                        assertThat(error.identity().email()).contains("bad");
                        assertThat(error.code()).isEqualTo("INVALID_FORMAT");
                        assertThat(error.attribute()).contains("email");
                    });
        }
    }

    @Test
    void theThirdJobFindsNoSlot() throws Exception {
        try (LocalTenant tenant =
                        LocalTenant.start(TenantSettings.defaults().withJobDuration(users -> Duration.ofHours(1)));
                ManagementApi api = connect(tenant, Wire.PLAIN)) {
            taken(Wire.submit(api));
            taken(Wire.submit(api));

            assertThat(Wire.submit(api)).isEqualTo(new Result.SlotsTaken<>(Optional.empty(), OptionalInt.of(2)));
        }
    }
}
