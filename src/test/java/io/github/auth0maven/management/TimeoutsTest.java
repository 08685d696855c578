package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is not done in time, and names that lead elsewhere. */
@Timeout(60)
class TimeoutsTest {

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(300);

    private static Transport within(Duration connect, Duration read, Duration write, Duration call) {
        return new Transport("1.2.3", new Timeouts(connect, read, write, call), Trust.OF_JDK, Optional.empty());
    }

    /** A server that takes the connection and a little of what is sent, and says nothing. */
    private static Result<String> sendToSilence(Transport transport, int bytes) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Http http = new Http(transport, true, new RecordedCalls(), new MovableClock())) {
            Request.Builder request = new Request.Builder().url("http://127.0.0.1:" + silent.getLocalPort() + "/");
            if (bytes > 0) {
                request.post(RequestBody.create(new byte[bytes]));
            }
            return http.call(request.build(), Repeat.ONLY_IF_NOT_TAKEN, Wire.text());
        }
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsToldWithTheParameter() throws IOException {
        Result<String> answer = sendToSilence(within(LONG, SHORT, LONG, LONG), 0);

        assertThat(((Result.Uncertain<String>) answer).reason())
                .startsWith("127.0.0.1:")
                .endsWith(" has been silent for too long (auth0.readTimeout: 0 s)");
    }

    @Test
    void aRequestThatIsNotTakenInTimeIsToldWithTheParameter() throws IOException {
        Result<String> answer = sendToSilence(within(LONG, LONG, SHORT, LONG), 64 << 20);

        assertThat(((Result.NotTaken<String>) answer).reason()).contains("(auth0.writeTimeout: 0 s)");
    }

    @Test
    void aCallThatTakesTooLongAsAWholeIsToldWithTheParameter() throws IOException {
        Result<String> answer = sendToSilence(within(LONG, LONG, LONG, SHORT), 0);

        assertThat(((Result.Uncertain<String>) answer).reason()).endsWith("took too long (auth0.callTimeout: 0 s)");
    }

    /** No server can be made to not even connect on every machine. */
    @Test
    void aConnectionThatIsNotMadeInTimeIsToldWithTheParameter() {
        String told = new ConnectionFailure(Transport.direct("1.2.3"))
                .explain(
                        HttpUrl.get("https://example.eu.auth0.com/"),
                        new java.net.SocketTimeoutException("Connect timed out"),
                        false);

        assertThat(told).isEqualTo("example.eu.auth0.com:443 could not be connected to (auth0.connectTimeout: 15 s)");
    }

    @Test
    void localhostIsNoOtherMachine() throws Exception {
        InetAddress here = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        InetAddress elsewhere = InetAddress.getByAddress("localhost", new byte[] {10, 0, 0, 1});

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> new LoopbackDns(host -> List.of(here, elsewhere)).lookup("localhost"))
                .withMessage("localhost is another machine here; write 127.0.0.1");
        assertThat(new LoopbackDns(host -> List.of(here)).lookup("localhost")).containsExactly(here);
        assertThat(new LoopbackDns(host -> List.of(elsewhere)).lookup("example.com"))
                .containsExactly(elsewhere);
        String told = new ConnectionFailure(Transport.direct("1.2.3"))
                .explain(HttpUrl.get("http://localhost:3000/"), new LoopbackDns.ElsewhereException(), false);
        assertThat(told).endsWith("broke off: localhost is another machine here; write 127.0.0.1");
    }
}
