package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Whoever answers may give back what was sent: the client's secret, the token, the users. No message has any of it. */
class AnswersAreNotQuotedTest {

    private static final String SECRET = "K7xq2ZmP9wRt4VbN8sLd/+K7xq2ZmP9wRt4VbN8sLd";
    private static final String TOKEN = "F3vYh8Jd6Wq1Zs5Xc9Rt2Bn7M";
    private static final String DIGEST = "J5cW3hYf8GkD6nTz0QaM1pU4eX7rB9iHoE2vS6yCl8gK3jF5dN0mA";
    private static final String USER =
            "{\"email\":\"ada@example.com\",\"password_hash\":\"$2b$10$" + DIGEST + "\",\"email_verified\":true}";
    private static final int PIECE = 8;
    private static final int ROUNDS = 150;

    private final Random random = new Random(0);

    /** Answers as it should for a while, and then with what it was sent. */
    private final class Mirror extends Dispatcher {

        private int right;

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            return right-- > 0 ? asItShould(request) : reflecting(request).build();
        }

        private MockResponse asItShould(RecordedRequest request) {
            String path = String.valueOf(request.getUrl().encodedPath());
            String body = path.endsWith("/token")
                    ? "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":86400}"
                    : path.endsWith("/connections")
                            ? "[{\"id\":\"con_1\",\"name\":\"users\",\"strategy\":\"auth0\"}]"
                            : Wire.JOB;
            return new MockResponse.Builder().code(200).body(body).build();
        }

        private MockResponse.Builder reflecting(RecordedRequest request) {
            String body = request.getBody() == null ? "" : request.getBody().utf8();
            String credential = request.getHeaders().get("Authorization") == null ? SECRET : TOKEN;
            String sent = List.of(
                            request.getHeaders() + body,
                            URLDecoder.decode(body.replaceAll("%(?![0-9A-F]{2})", "_"), UTF_8),
                            "Authorization: Bearer " + TOKEN,
                            "Bearer " + TOKEN,
                            USER,
                            credential,
                            "$2b$10$" + DIGEST)
                    .get(random.nextInt(7));
            String quoted =
                    "\"" + sent.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", "\\\\n") + "\"";
            String told = List.of(
                            sent,
                            "<html>" + sent,
                            quoted,
                            "{\"message\":" + quoted + "}",
                            "{\"error\":\"invalid\",\"error_description\":" + quoted + "}",
                            "{\"message\":\"no\",\"errorCode\":" + quoted + "}",
                            "{\"access_token\":" + quoted + "}",
                            "{\"id\":" + quoted.replace("\"", "") + ",\"status\":\"pending\"}",
                            "[" + sent,
                            "[{\"user\":" + USER + ",\"errors\":[{\"code\":" + sent + "}]}]",
                            "{" + quoted + "}",
                            USER.substring(0, random.nextInt(USER.length())))
                    .get(random.nextInt(12));
            int[] statuses = {200, 200, 201, 400, 401, 403, 404, 409, 413, 422};
            return new MockResponse.Builder()
                    .code(statuses[random.nextInt(statuses.length)])
                    .body(told);
        }
    }

    @Test
    void whatAnAnswerGivesBackIsNotTold() throws Exception {
        Mirror mirror = new Mirror();
        int told = 0;
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(mirror);
            server.start(InetAddress.getLoopbackAddress(), 0);
            for (int round = 0; round < ROUNDS; round++) {
                mirror.right = random.nextInt(3);
                List<String> messages = messages(server.getPort());
                for (String message : messages) {
                    assertThat(quoted(message)).as(message).isEmpty();
                }
                told += messages.size();
            }
        }
        assertThat(told).isGreaterThan(ROUNDS);
    }

    @Test
    void whatIsNotEvenHttpIsNotTold() throws Exception {
        for (String answer : List.of(
                SECRET + " " + TOKEN + "\r\n\r\n",
                "HTTP/1.1 " + TOKEN + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + TOKEN + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\n" + TOKEN + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: " + TOKEN + "\r\n\r\n{")) {
            try (java.net.ServerSocket socket = new java.net.ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
                Thread server = new Thread(() -> answer(socket, answer));
                server.setDaemon(true);
                server.start();
                Http http = new Http(
                        Transport.direct("1.2.3"), true, (method, path, result, took) -> {}, new MovableClock());
                Result<String> given = http.call(
                        new okhttp3.Request.Builder()
                                .url("http://127.0.0.1:" + socket.getLocalPort() + "/api/v2/jobs/1")
                                .build(),
                        Repeat.ALWAYS,
                        Wire.text());
                http.close();
                String message = given instanceof Result.NotTaken<String> missed ? missed.reason() : "";
                assertThat(quoted(message)).as(answer + message).isEmpty();
            }
        }
    }

    private static void answer(java.net.ServerSocket socket, String answer) {
        for (int calls = 0; calls < 3; calls++) {
            try (java.net.Socket caller = socket.accept()) {
                caller.getInputStream().read(new byte[4096]);
                caller.getOutputStream().write(answer.getBytes(ISO_8859_1));
            } catch (IOException e) {
                return;
            }
        }
    }

    private List<String> messages(int port) throws InterruptedException {
        List<String> told = new ArrayList<>();
        CallListener listener = (method, path, result, took) -> told.add(result);
        ManagementApi.Access access = new ManagementApi.Access(
                Domain.parse("http://127.0.0.1:" + port),
                "any",
                new Credentials.ClientSecret("client", SECRET),
                "1.2.3");
        try (ManagementApi api =
                ManagementApi.connect(access, listener, new Destination("users", random.nextBoolean()), Wire.PLAIN)) {
            tell(api.submit(Wire.batch(USER)), told);
            tell(api.get("job_1"), told);
            tell(api.errors("job_1"), told);
        } catch (IOException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            told.add(trace.toString());
        }
        return told;
    }

    private static void tell(Result<?> answer, List<String> told) {
        if (answer instanceof Result.NotTaken<?> missed) {
            told.add(missed.reason());
        } else if (answer instanceof Result.Uncertain<?> lost) {
            told.add(lost.reason());
        } else if (answer instanceof Result.Refused<?> refused) {
            told.add(Remedy.explain(refused.error()));
        } else if (answer instanceof Result.TooLarge<?> large) {
            told.add(large.message());
        }
    }

    private static Optional<String> quoted(String message) {
        for (String secret : List.of(SECRET, TOKEN, DIGEST)) {
            for (int at = 0; at + PIECE <= secret.length(); at++) {
                if (message.contains(secret.substring(at, at + PIECE))) {
                    return Optional.of(secret.substring(at, at + PIECE));
                }
            }
        }
        return Optional.empty();
    }
}
