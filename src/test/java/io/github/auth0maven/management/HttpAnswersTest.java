package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpAnswersTest {

    private static final String LIMITED =
            "{\"statusCode\":429,\"error\":\"Too Many Requests\",\"message\":\"Global limit has been reached\","
                    + "\"errorCode\":\"too_many_requests\"}";
    private static final String SLOTS =
            "{\"statusCode\":429,\"error\":\"Too Many Requests\",\"message\":\"There are 2 active"
                    + " import users jobs, please wait until some of them are finished and try again\","
                    + "\"errorCode\":\"too_many_requests\"}";

    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        wire = new Wire();
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    @Test
    void anAnswerIsGiven() {
        wire.answering(202, "hello", "x-auth0-requestid", "abc123");

        assertThat(wire.post()).isEqualTo(new Result.Success<>("hello"));
        assertThat(wire.calls.lines).containsExactly("POST /api/v2/jobs/users-imports 202 abc123");
    }

    /** The Management API, the Authentication API, a gateway, and Cloudflare, each in its own way. */
    @ParameterizedTest
    @ValueSource(strings = {"Ot-Baggage-Auth0-Request-Id", "X-Auth0-RequestId", "x-request-id", "CF-RAY"})
    void aRequestsIdIsToldUnderWhateverNameItComes(String header) {
        wire.answering(200, "", header, "r1")
                .answering(400, "{\"message\":\"no\"}", header, "r2")
                .answering(500, "", header, "r3")
                .answering(413, "{\"message\":\"too long\"}", header, "r4");

        wire.get();

        assertThat(wire.calls.lines).containsExactly("GET /api/v2/jobs/job_1 200 r1");
        assertThat(wire.get().reason()).isEqualTo("HTTP 400: no (request r2)");
        assertThat(wire.post().reason()).isEqualTo("HTTP 500: no explanation (request r3)");
        assertThat(wire.post()).isEqualTo(new Result.TooLarge<>("too long (request r4)"));
    }

    /** Of several, the one that Auth0's own logs know. */
    @Test
    void auth0sOwnIdGoesBeforeCloudflares() {
        wire.answering(400, "{\"message\":\"no\"}", "CF-RAY", "8f-FRA", "Ot-Baggage-Auth0-Request-Id", "5e1");

        assertThat(wire.get().reason()).isEqualTo("HTTP 400: no (request 5e1)");
    }

    @Test
    void theServiceIsToldWhoIsCalling() throws InterruptedException {
        wire.answering(200, "");
        wire.get();

        RecordedRequest request = wire.request();
        assertThat(request.getHeaders().values("User-Agent")).containsExactly("auth0-maven-plugin/1.2.3");
        assertThat(request.getHeaders().values("Auth0-Client"))
                .singleElement()
                .satisfies(header -> assertThat(new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8))
                        .isEqualTo("{\"name\":\"auth0-maven-plugin\",\"version\":\"1.2.3\",\"env\":{\"java\":\""
                                + Runtime.version().feature() + "\"}}"));
    }

    @Test
    void aListenerIsToldOfNoQuery() {
        wire.answering(200, "");
        wire.http.call(
                new Request.Builder()
                        .url(wire.server.url("/api/v2/connections?name=secret"))
                        .build(),
                Repeat.ALWAYS,
                Wire.text());

        assertThat(wire.calls.lines).containsExactly("GET /api/v2/connections 200");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        wire.answering(status, "", "Location", "https://elsewhere.example.com/login");

        assertThat(wire.post())
                .isEqualTo(new Result.Refused<>(new ServiceError(
                        status,
                        Optional.empty(),
                        "redirects to https://elsewhere.example.com/login",
                        Optional.empty())));
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://u:s3cr3t@example.com:8443/login?code=s3cr3t#s3cr3t, https://example.com:8443/login",
        "//example.com, http://example.com/",
        "ftp://s3cr3t@example.com/, what is no address of a web server",
        "javascript:s3cr3t(), what is no address of a web server",
        "https://example.com/%1b[31m%0a::error::, https://example.com/%1b[31m%0a::error::",
        "https://example.com/\u202e\u009b31m, https://example.com/%E2%80%AE%C2%9B31m"
    })
    void whereARedirectLeadsIsToldWithoutWhatMayBeASecretOrCommandATerminal(String location, String told) {
        wire.server.enqueue(new MockResponse.Builder()
                .code(302)
                .headers(new okhttp3.Headers.Builder()
                        .addUnsafeNonAscii("Location", location)
                        .build())
                .build());

        assertThat(((Result.Refused<String>) wire.post()).error().message()).isEqualTo("redirects to " + told);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 415, 422, 451})
    void aRefusalIsToldInAuth0sWords(int status) {
        wire.answering(
                status,
                "{\"statusCode\":" + status + ",\"error\":\"E\",\"message\":\"The words\",\"errorCode\":\"the_code\"}",
                "x-request-id",
                "r1");

        assertThat(wire.post())
                .isEqualTo(new Result.Refused<>(
                        new ServiceError(status, Optional.of("the_code"), "The words", Optional.of("r1"))));
    }

    @Test
    void aRefusalNeedsNoErrorCode() {
        wire.refusing(401, "Missing authentication", "");

        assertThat(wire.get())
                .isEqualTo(new Result.Refused<>(
                        new ServiceError(401, Optional.empty(), "Missing authentication", Optional.empty())));
    }

    @Test
    void aLargeRequestIsToldFromOtherRefusals() {
        wire.refusing(413, "Payload content length greater than maximum allowed: 512000", "");

        assertThat(wire.post())
                .isEqualTo(new Result.TooLarge<>("Payload content length greater than maximum allowed: 512000"));
    }

    @Test
    void aRequestThatTheServerDidNotWaitForWasNotTakenAndIsNotRepeated() {
        wire.answering(408, "");

        assertThat(wire.post()).isInstanceOf(Result.NotTaken.class);
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 503, 504, 520, 599})
    void anErrorOfTheServerLeavesItOpenWhetherAPostWasTaken(int status) {
        wire.refusing(status, "oops", "").refusing(status, "oops", "");

        assertThat(wire.post()).isEqualTo(new Result.Uncertain<>("HTTP " + status + ": oops"));
        assertThat(wire.get()).isEqualTo(new Result.NotTaken<>("HTTP " + status + ": oops"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "Mon, 23 Nov 2026 10:00:30 GMT"})
    void aServerThatSaysWhenToComeBackHasNotTakenAPostAndItIsNotRepeatedByItself(String retryAfter) {
        wire.answering(503, "", "Retry-After", retryAfter, "Date", "Mon, 23 Nov 2026 10:00:00 GMT")
                .answering(202, "taken");

        assertThat(wire.post()).isInstanceOf(Result.NotTaken.class);
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "", "1.5", "99999999999999"})
    void aTimeToComeBackThatMakesNoSenseIsNone(String retryAfter) {
        wire.answering(503, "", "Retry-After", retryAfter);

        assertThat(wire.post()).isInstanceOf(Result.Uncertain.class);
    }

    @ParameterizedTest
    @CsvSource({"502, 'HTTP 502: no explanation'", "503, 'HTTP 503: no explanation'"})
    void anErrorWithoutABodyIsStillASentence(int status, String reason) {
        wire.answering(status, "");

        assertThat(wire.get()).isEqualTo(new Result.NotTaken<>(reason));
    }

    @Test
    void slotsThatAreTakenAreToldFromARateLimit() {
        wire.answering(429, SLOTS)
                .answering(429, SLOTS, "Retry-After", "12")
                .answering(429, SLOTS.replace("are 2 active", "are too many active"))
                .answering(429, LIMITED);

        assertThat(wire.post()).isEqualTo(new Result.SlotsTaken<>(Optional.empty(), OptionalInt.of(2)));
        assertThat(wire.post())
                .isEqualTo(new Result.SlotsTaken<>(Optional.of(Duration.ofSeconds(12)), OptionalInt.of(2)));
        assertThat(wire.post()).isEqualTo(new Result.SlotsTaken<>(Optional.empty()));
        assertThat(wire.post()).isInstanceOf(Result.RateLimited.class);
    }

    /** What the server says: Retry-After, X-RateLimit-Reset (seconds after its time), its Date (seconds after ours). */
    @ParameterizedTest
    @CsvSource({
        "7, , , 7",
        "7, 20, 0, 7",
        "0, 20, 0, 1",
        " , 20, 0, 20",
        " , 20, 3600, 20",
        " , 20, -3600, 20",
        " , 20, , 20",
        " , 0, 0, 1",
        " , -5, 0, 1",
        " , 1000, 0, 60",
        "1000, , 0, 60",
        " , , , 1"
    })
    void theTimeOfARateLimitIsReadByTheServersClock(Integer retryAfter, Integer reset, Integer skew, int seconds) {
        MockResponse.Builder response = Wire.response(429, LIMITED);
        long ours = wire.clock.instant().getEpochSecond();
        long theirs = ours + (skew == null ? 0 : skew);
        if (retryAfter != null) {
            response.setHeader("Retry-After", retryAfter);
        }
        if (reset != null) {
            response.setHeader("X-RateLimit-Reset", theirs + reset);
        }
        if (skew != null) {
            response.setHeader(
                    "Date",
                    java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            java.time.Instant.ofEpochSecond(theirs).atOffset(java.time.ZoneOffset.UTC)));
        }
        wire.server.enqueue(response.build());

        assertThat(wire.get()).isEqualTo(new Result.RateLimited<>(Duration.ofSeconds(seconds)));
    }

    @Test
    void aTimeToComeBackMayBeADate() {
        wire.answering(
                429, LIMITED, "Retry-After", "Mon, 23 Nov 2026 11:00:09 GMT", "Date", "Mon, 23 Nov 2026 11:00:00 GMT");

        assertThat(wire.get()).isEqualTo(new Result.RateLimited<>(Duration.ofSeconds(9)));
    }

    @Test
    void aDateThatMakesNoSenseIsNone() {
        long reset = wire.clock.instant().getEpochSecond() + 9;
        wire.answering(429, LIMITED, "X-RateLimit-Reset", String.valueOf(reset), "Date", "yesterday");

        assertThat(wire.get()).isEqualTo(new Result.RateLimited<>(Duration.ofSeconds(9)));
    }

    @Test
    void aRateLimitThatIsUsedUpAsksForRestUntilItsReset() {
        assertThat(wire.http.pace().rest()).isZero();
        String reset = String.valueOf(wire.clock.instant().getEpochSecond() + 8);

        wire.answering(200, "", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset);
        wire.get();
        assertThat(wire.http.pace().rest()).isEqualTo(Duration.ofSeconds(8));

        wire.clock.advance(Duration.ofSeconds(3));
        assertThat(wire.http.pace().rest()).isEqualTo(Duration.ofSeconds(5));

        wire.clock.advance(Duration.ofSeconds(50));
        assertThat(wire.http.pace().rest()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 8000", "2, 4000", "3, 5333", "10, 4000", "50, 4000", "0, 8000", "many, 8000", "100000, 8000"})
    void aBucketOfCallsIsLeftToFillByHalf(String limit, long millis) {
        String reset = String.valueOf(wire.clock.instant().getEpochSecond() + 8);

        wire.answering(200, "", "X-RateLimit-Remaining", "0", "X-RateLimit-Limit", limit, "X-RateLimit-Reset", reset);
        wire.get();

        assertThat(wire.http.pace().rest()).isBetween(Duration.ofMillis(millis), Duration.ofMillis(millis + 1));
    }

    @Test
    void whereHalfWasNotEnoughTheResetIsWaitedFor() {
        String reset = String.valueOf(wire.clock.instant().getEpochSecond() + 8);
        wire.answering(429, LIMITED)
                .answering(200, "", "X-RateLimit-Remaining", "0", "X-RateLimit-Limit", "2", "X-RateLimit-Reset", reset);
        wire.get();
        wire.get();

        assertThat(wire.http.pace().rest()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void aRateLimitThatIsNotUsedUpAsksForNoRest() {
        String reset = String.valueOf(wire.clock.instant().getEpochSecond() + 8);
        wire.answering(200, "", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset)
                .answering(200, "", "X-RateLimit-Remaining", "1", "X-RateLimit-Reset", reset)
                .answering(200, "", "X-RateLimit-Remaining", "0");
        wire.get();
        wire.get();
        assertThat(wire.http.pace().rest()).isZero();
        wire.get();
        assertThat(wire.http.pace().rest()).isZero();
    }

    @Test
    void nobodyListeningHasTakenNothing() {
        wire.server.close();

        assertThat(((Result.NotTaken<String>) wire.post()).reason())
                .startsWith(wire.server.getHostName() + ":" + wire.server.getPort() + " cannot be reached");
        assertThat(wire.calls.lines).singleElement().asString().contains("cannot be reached");
    }

    /** What was handed on by one call says nothing of the next. */
    @Test
    void aPostThatNobodyListensToWasNotTakenAlthoughTheOneBeforeWas() {
        wire.answering(202, "taken", "Connection", "close");
        assertThat(wire.post()).isEqualTo(new Result.Success<>("taken"));
        wire.server.close();

        assertThat(wire.post()).isInstanceOf(Result.NotTaken.class);
    }

    @Test
    void aPostThatWasCutOffAfterItWasSentIsUncertain() {
        wire.server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThat(wire.post()).isInstanceOf(Result.Uncertain.class);
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aGetThatWasCutOffMayBeRepeated() {
        wire.server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThat(wire.get()).isInstanceOf(Result.NotTaken.class);
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aPostThatWasCutOffBeforeItsEndWasNotTaken() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread reader = new Thread(() -> readALittleAndHangUp(server));
            reader.start();
            Result<String> answer = wire.http.call(
                    new Request.Builder()
                            .url("http://127.0.0.1:" + server.getLocalPort() + "/")
                            .post(new Endless(64 << 20))
                            .build(),
                    Repeat.ONLY_IF_NOT_TAKEN,
                    Wire.text());
            reader.join();

            assertThat(answer).isInstanceOf(Result.NotTaken.class);
        }
    }

    private static void readALittleAndHangUp(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.setSoLinger(true, 0);
            socket.getInputStream().readNBytes(100_000);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** More than any socket buffers. */
    private static final class Endless extends RequestBody {

        private final long length;

        Endless(long length) {
            this.length = length;
        }

        @Override
        public MediaType contentType() {
            return MediaType.get("application/octet-stream");
        }

        @Override
        public long contentLength() {
            return length;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            byte[] block = new byte[1 << 16];
            for (long written = 0; written < length; written += block.length) {
                sink.write(block);
            }
        }
    }

    @Test
    void aSuccessWhoseBodyIsCutOffLeavesAPostOpen() {
        for (int time = 0; time < 2; time++) {
            wire.server.enqueue(Wire.response(202, "x".repeat(100_000))
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
        }

        assertThat(wire.post()).isInstanceOf(Result.Uncertain.class);
        assertThat(wire.get()).isInstanceOf(Result.NotTaken.class);
    }

    @Test
    void aFailureHasTheIdOfTheRequestWhereverTheServiceGivesOne() {
        wire.server.enqueue(Wire.response(202, "x".repeat(100_000), "x-auth0-requestid", "r1")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        wire.answering(500, "", "x-auth0-requestid", "r2").answering(400, "", "x-auth0-requestid", "r3");

        assertThat(((Result.Uncertain<String>) wire.post()).reason()).endsWith(" (request r1)");
        assertThat(((Result.Uncertain<String>) wire.post()).reason()).endsWith(" (request r2)");
        assertThat(((Result.Refused<String>) wire.post()).error().toString()).endsWith(" (request r3)");
    }

    @Test
    void aRefusalWhoseBodyIsCutOffIsARefusalAllTheSame() {
        wire.server.enqueue(Wire.response(400, "x".repeat(100_000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(((Result.Refused<String>) wire.post()).error().status()).isEqualTo(400);
    }

    @Test
    void anErrorThatIsNotJsonIsToldByItsBeginning() {
        wire.answering(502, "<html>\r\n  <h1>Bad \t gateway</h1>" + "x".repeat(5_000_000));

        assertThat(((Result.NotTaken<String>) wire.get()).reason())
                .startsWith("HTTP 502: <html> <h1>Bad gateway</h1>xxx")
                .endsWith("x…")
                .hasSize("HTTP 502: ".length() + 301);
    }

    @Test
    void noMoreThanTheBeginningOfAHugeErrorIsRead() {
        wire.answering(400, "{\"padding\":\"" + "x".repeat(1 << 20) + "\",\"message\":\"late\"}");

        assertThat(((Result.Refused<String>) wire.get()).error().message()).startsWith("{\"padding\":\"xxx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2]", "\"text\"", "12", "null", "{}", "{\"message\":{}}"})
    void anErrorInAnotherShapeIsToldAsItIs(String body) {
        wire.answering(400, body);

        assertThat(wire.get())
                .isEqualTo(new Result.Refused<>(new ServiceError(400, Optional.empty(), body, Optional.empty())));
    }

    @Test
    void whatControlsATerminalIsNotPassedOn() {
        wire.answering(
                400,
                "{\"message\":\"a\\u001b[31mb\\u009b31mc\\r\\nd\\u2028e\\u202ef\\u0007g\\ud800h\",\"errorCode\":\"c\\u001bd\"}");

        assertThat(wire.get())
                .isEqualTo(new Result.Refused<>(
                        new ServiceError(400, Optional.of("c d"), "a [31mb 31mc d e f g h", Optional.empty())));
    }

    @Test
    void aMessageIsNotCutInTheMiddleOfACharacter() {
        String cut = OneLine.of("x".repeat(299) + "\ud83d\ude00" + "yyy");

        assertThat(cut).isEqualTo("x".repeat(299) + "…");
        assertThat(OneLine.of("x".repeat(300))).isEqualTo("x".repeat(300));
        assertThat(OneLine.of("x".repeat(298) + "\ud83d\ude00" + "y")).isEqualTo("x".repeat(298) + "\ud83d\ude00…");
    }
}
