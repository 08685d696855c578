package io.github.auth0maven.management;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.batch.Batcher;
import io.github.auth0maven.batch.UserForm;
import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.users.UserReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import okhttp3.Request;
import okhttp3.RequestBody;

/** A client, and a server on loopback that answers it from a script. */
final class Wire implements AutoCloseable {

    static final String CONNECTION_ID = "con_0123456789ABCDEF";
    static final String JOB = "{\"id\":\"job_1\",\"status\":\"pending\",\"type\":\"users_import\"}";
    static final ImportOptions PLAIN = new ImportOptions(false, false, Optional.empty());

    final MockWebServer server = new MockWebServer();
    final RecordedCalls calls = new RecordedCalls();
    final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T10:00:00Z"));
    final Http http = new Http(Transport.direct("1.2.3"), true, calls, clock);

    Wire() throws IOException {
        QueueDispatcher script = new QueueDispatcher();
        script.setFailFast(true); // a request that the script does not foresee gets a 404, and waits for nothing
        server.setDispatcher(script);
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    Wire answering(int status, String body, String... headers) {
        server.enqueue(response(status, body, headers).build());
        return this;
    }

    static MockResponse.Builder response(int status, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        for (int header = 0; header < headers.length; header += 2) {
            response.setHeader(headers[header], headers[header + 1]);
        }
        return response;
    }

    /** An answer of the Management API that refuses. */
    Wire refusing(int status, String message, String code) {
        return answering(
                status,
                "{\"statusCode\":" + status + ",\"error\":\"Error\",\"message\":\"" + message + "\""
                        + (code.isEmpty() ? "" : ",\"errorCode\":\"" + code + "\"") + "}");
    }

    /** Asks something that changes nothing. */
    Result<String> get() {
        return http.call(
                new Request.Builder().url(server.url("/api/v2/jobs/job_1")).build(), Repeat.ALWAYS, text());
    }

    /** Sends something that is to be taken once. */
    Result<String> post() {
        return http.call(
                new Request.Builder()
                        .url(server.url("/api/v2/jobs/users-imports"))
                        .post(RequestBody.create("[{}]".getBytes(StandardCharsets.UTF_8)))
                        .build(),
                Repeat.ONLY_IF_NOT_TAKEN,
                text());
    }

    static Http.Reader<String> text() {
        return (status, body) -> new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The API with a token made elsewhere, for a connection whose id is known: no call is made. */
    ManagementApi api(ImportOptions options) throws IOException, InterruptedException {
        return ManagementApi.connect(
                new ManagementApi.Access(domain(), "any", new Credentials.AccessToken("the.access.token"), "1.2.3"),
                calls,
                new Destination(CONNECTION_ID, false),
                options);
    }

    Domain domain() {
        return Domain.parse("http://127.0.0.1:" + server.getPort());
    }

    /** The next request that has arrived; it must have. */
    RecordedRequest request() throws InterruptedException {
        RecordedRequest request = server.takeRequest(10, java.util.concurrent.TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request has arrived");
        }
        return request;
    }

    static Batch batch(String... users) {
        byte[] file = ("[" + String.join(",", users) + "]").getBytes(StandardCharsets.UTF_8);
        try (UserReader reader = UserReader.over("users.json", file)) {
            return new Batcher(reader, UserForm.AS_WRITTEN, file.length).next().orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Result<ImportJob> submit(ManagementApi api) {
        return api.submit(batch("{\"email\":\"ada@example.com\"}"));
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
