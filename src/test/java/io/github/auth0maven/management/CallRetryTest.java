package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auth0maven.it.ConnectProxy;
import io.github.auth0maven.pace.MovableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again and what is told at once, over real sockets. */
@Timeout(60)
class CallRetryTest {

    private static final String TENANT = "tenant.example.invalid";

    @TempDir
    Path directory;

    private final RecordedCalls calls = new RecordedCalls();
    private final List<Duration> pauses = new ArrayList<>();

    /** Why a call that is insisted on fails in the end. */
    private String failure(Transport transport, String url) {
        Request request = new Request.Builder().url(url).build();
        try (Http http = new Http(transport, url.startsWith("http:"), calls, new MovableClock())) {
            return assertThatExceptionOfType(ManagementException.class)
                    .isThrownBy(() -> new CallRetry(pauses::add)
                            .insist(() -> http.call(request, Repeat.ALWAYS, (status, body) -> status)))
                    .actual()
                    .getMessage();
        }
    }

    private static String at(int port) {
        return "https://localhost:" + port + "/api/v2/";
    }

    private void assertToldAtOnce() {
        assertThat(calls.lines).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    private void assertTriedAgain() {
        assertThat(calls.lines).hasSize(5);
        assertThat(pauses)
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    /** Answers whoever says something by this, and hangs up. */
    private static ServerSocket answering(byte[] answer) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("localhost"));
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket caller = server.accept()) {
                    caller.getInputStream().read(new byte[4096]);
                    caller.getOutputStream().write(answer);
                } catch (IOException e) {
                    // the caller has gone, or the test is over
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    @Test
    void aCertificateOfAnUnknownCaIsToldAtOnce() throws IOException {
        try (Secured secured = Secured.named("localhost")) {
            assertThat(failure(Transport.direct("1"), at(secured.server.getPort())))
                    .contains("is from a CA that this JDK does not trust");
            assertToldAtOnce();
        }
    }

    @Test
    void aCertificateForSomebodyElseIsToldAtOnce() throws IOException {
        try (Secured secured = Secured.named("elsewhere.example.com")) {
            assertThat(failure(Secured.transport(secured.trust(directory)), at(secured.server.getPort())))
                    .contains("so it is not the server that is meant");
            assertToldAtOnce();
        }
    }

    @Test
    void aCertificateThatHasExpiredIsToldAtOnce() throws IOException {
        try (Secured secured = Secured.expired()) {
            assertThat(failure(Secured.transport(secured.trust(directory)), at(secured.server.getPort())))
                    .contains("is not valid today");
            assertToldAtOnce();
        }
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsToldAtOnce() throws IOException {
        try (ServerSocket plain = answering("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII))) {
            assertThat(failure(Transport.direct("1"), at(plain.getLocalPort())))
                    .isEqualTo("localhost:" + plain.getLocalPort()
                            + " answers, but not in TLS, so it is not the server that"
                            + " is meant; check auth0.domain and its port");
            assertToldAtOnce();
        }
    }

    /** handshake_failure, bad_certificate, access_denied, protocol_version, unrecognized_name. */
    @ParameterizedTest
    @ValueSource(strings = {"28", "2a", "31", "46", "70"})
    void aHandshakeThatIsRefusedIsToldAtOnce(String alert) throws IOException {
        try (ServerSocket refusing = answering(HexFormat.of().parseHex("1503030002" + "02" + alert))) {
            assertThat(failure(Transport.direct("1"), at(refusing.getLocalPort())))
                    .startsWith("localhost:" + refusing.getLocalPort() + " ")
                    .doesNotContain("\n");
            assertToldAtOnce();
        }
    }

    @Test
    void aHandshakeThatFailsForTheServersOwnReasonsIsTriedAgain() throws IOException {
        try (ServerSocket failing = answering(HexFormat.of().parseHex("1503030002" + "02" + "50"))) {
            assertThat(failure(Transport.direct("1"), at(failing.getLocalPort())))
                    .contains("internal_error");
            assertTriedAgain();
        }
    }

    @Test
    void aHandshakeThatBreaksOffIsTriedAgain() throws IOException {
        try (ServerSocket hangingUp = answering(new byte[0])) {
            assertThat(failure(Transport.direct("1"), at(hangingUp.getLocalPort())))
                    .contains("cannot be reached, or broke off");
            assertTriedAgain();
        }
    }

    @Test
    void aConnectionThatIsRefusedIsTriedAgain() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(failure(Transport.direct("1"), at(port))).contains("cannot be reached, or broke off");
        assertTriedAgain();
    }

    @Test
    void aNameThatIsUnknownIsTriedAgain() {
        assertThat(failure(Transport.direct("1"), "https://" + TENANT + "/")).contains("is unknown");
        assertTriedAgain();
    }

    @Test
    void aProxyThatWantsToKnowWhoCallsIsToldAtOnceAndAskedOnce() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.of("jane", "s3cr3t")) {
            assertThat(failure(through(proxy.port(), Optional.empty()), "https://" + TENANT + "/"))
                    .contains("wants a name and a password (HTTP 407)");
            assertToldAtOnce();
            assertThat(proxy.heads()).hasSize(1);
        }
    }

    @Test
    void aProxyThatDoesNotTakeThePasswordIsToldAtOnceSoThatNobodyIsLockedOut() throws IOException {
        ProxyServer.Login wrong = new ProxyServer.Login("jane", "wr0ng");
        try (ConnectProxy proxy = ConnectProxy.of("jane", "s3cr3t")) {
            assertThat(failure(through(proxy.port(), Optional.of(wrong)), "https://" + TENANT + "/"))
                    .contains("does not take the name and the password that it is given (HTTP 407)");
            assertToldAtOnce();
            assertThat(proxy.heads().stream().filter(head -> head.contains("Proxy-Authorization")))
                    .hasSize(1);
        }
    }

    @Test
    void aProxyThatForbidsTheTenantIsToldAtOnce() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.open()) {
            assertThat(failure(through(proxy.port(), Optional.empty()), "https://" + TENANT + "/"))
                    .contains("does not lead to " + TENANT + ":443 (HTTP 403)");
            assertToldAtOnce();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void aProxyThatDoesNotGetThereJustNowIsAskedAgain(int status) throws IOException {
        byte[] answer = ("HTTP/1.1 " + status + " Not now\r\nContent-Length: 0\r\n\r\n").getBytes(US_ASCII);
        try (ServerSocket proxy = answering(answer)) {
            assertThat(failure(through(proxy.getLocalPort(), Optional.empty()), "https://" + TENANT + "/"))
                    .contains("(HTTP " + status + ")");
            assertTriedAgain();
        }
    }

    private static Transport through(int port, Optional<ProxyServer.Login> login) {
        return Secured.transport(Trust.OF_JDK, new ProxyServer("localhost", port, login));
    }
}
