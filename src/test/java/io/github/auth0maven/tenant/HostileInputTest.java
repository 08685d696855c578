package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.auth0maven.tenant.connections.Connection;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the tenant lives on, and answers the next who asks. */
class HostileInputTest {

    private static final long GIGABYTE = 1_000_000_000;

    private LocalTenant tenant;

    @BeforeEach
    void start() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults().withConnections(Connection.database("main")));
    }

    @AfterEach
    void itLivesOn() throws IOException {
        assertThat(Caller.of(tenant).get("api/v2/connections").status()).isEqualTo(200);
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/users", "/api/v2/jobs/users-imports", "/api/v2/roles"})
    void aBodyOfAGigabyteIsTooLarge(String path) throws IOException {
        try (Socket socket = connected()) {
            send(socket, head("POST " + path) + "Content-Length: " + GIGABYTE + "\r\n\r\n");

            assertThat(answerTo(socket, "x".repeat(65_536))).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aBodyWithoutEndIsTooLarge() throws IOException {
        try (Socket socket = connected()) {
            send(socket, head("POST /api/v2/users") + "Transfer-Encoding: chunked\r\n\r\n");

            assertThat(answerTo(socket, "10000\r\n" + "x".repeat(65_536) + "\r\n"))
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aHeaderWithoutEndIsCutOff() throws IOException {
        try (Socket socket = connected()) {
            send(socket, head("GET /api/v2/users") + "X-Endless: ");

            assertThat(answerTo(socket, "x".repeat(65_536))).doesNotContain(" 200 ");
        }
    }

    @Test
    void headersWithoutEndAreCutOff() throws IOException {
        try (Socket socket = connected()) {
            send(socket, head("GET /api/v2/users"));

            assertThat(answerTo(socket, "X-Another: one\r\n".repeat(100))).doesNotContain(" 200 ");
        }
    }

    @Test
    void connectionsThatSayNothingHoldNobodyUp() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            int most = (int) Math.min(10_000, filesLeft() / 2 - 200);
            for (int number = 0; number < most; number++) {
                silent.add(connected());
            }
            assertThat(silent).hasSizeGreaterThan(1_500);

            assertThat(Caller.of(tenant).get("api/v2/connections").status()).isEqualTo(200);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void requestsThatStopInTheMiddleHoldNobodyUp() throws IOException {
        List<Socket> stopped = new ArrayList<>();
        try {
            for (int number = 0; number < 500; number++) {
                Socket socket = connected();
                send(socket, "GET /api/v2/conn");
                stopped.add(socket);
            }

            assertThat(Caller.of(tenant).get("api/v2/connections").status()).isEqualTo(200);
        } finally {
            for (Socket socket : stopped) {
                socket.close();
            }
        }
    }

    /** A connection takes two files, for both of its ends are in this process. */
    private static long filesLeft() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount()
                : 20_400;
    }

    private String head(String request) {
        return request + " HTTP/1.1\r\nHost: 127.0.0.1:" + tenant.url().getPort() + "\r\nAuthorization: Bearer "
                + tenant.accessToken("create:users", "create:roles", "read:users") + "\r\n";
    }

    private Socket connected() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), tenant.url().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Sends the same again and again until there is an answer, or nobody listens any more. */
    private static String answerTo(Socket socket, String again) throws IOException {
        byte[] bytes = again.getBytes(StandardCharsets.US_ASCII);
        OutputStream out = socket.getOutputStream();
        long sent = 0;
        try {
            while (socket.getInputStream().available() == 0 && sent < GIGABYTE) {
                out.write(bytes);
                sent += bytes.length;
            }
        } catch (IOException cutOff) {
            assertThat(sent).isLessThan(GIGABYTE);
        }
        assertThat(sent).isLessThan(50_000_000);
        try {
            byte[] answer = new byte[500];
            int read = socket.getInputStream().read(answer);
            return read < 0 ? "" : new String(answer, 0, read, StandardCharsets.US_ASCII);
        } catch (IOException cutOff) {
            return "";
        }
    }
}
