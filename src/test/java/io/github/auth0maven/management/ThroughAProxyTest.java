package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.it.ConnectProxy;
import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls through a real proxy to a tenant whose name only the proxy knows. */
@Timeout(60)
class ThroughAProxyTest {

    private static final String PASSWORD = "pröxy-s3cr3t";
    private static final String TENANT = "tenant.example.invalid";
    private static final String URL = "https://" + TENANT + "/api/v2/jobs/job_1";

    @TempDir
    Path directory;

    private Secured tenant;

    @BeforeEach
    void start() throws IOException {
        tenant = Secured.named(TENANT);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    private ConnectProxy leading(ConnectProxy proxy) {
        return proxy.leading(TENANT + ":443", tenant.server.getPort());
    }

    private Transport through(ConnectProxy proxy, Optional<ProxyServer.Login> login) {
        return Secured.transport(tenant.trust(directory), new ProxyServer("127.0.0.1", proxy.port(), login));
    }

    private static Optional<ProxyServer.Login> login(String password) {
        return Optional.of(new ProxyServer.Login("jane", password));
    }

    @Test
    void aProxyThatAsksForNothingIsToldNothingButWhoCalls() throws IOException {
        tenant.answering("hello");
        try (ConnectProxy proxy = leading(ConnectProxy.open())) {
            assertThat(tenant.get(through(proxy, login(PASSWORD)), URL)).isEqualTo(new Result.Success<>("hello"));

            assertThat(proxy.heads())
                    .singleElement()
                    .asString()
                    .startsWith("CONNECT " + TENANT + ":443 HTTP/1.1\r\n")
                    .contains("User-Agent: auth0-maven-plugin/1.2.3\r\n")
                    .doesNotContain("Authorization", "Auth0-Client");
        }
    }

    @Test
    void aProxyThatAsksIsToldNameAndPasswordAndTheTenantIsNot() throws Exception {
        tenant.answering("hello");
        try (ConnectProxy proxy = leading(ConnectProxy.of("jane", PASSWORD))) {
            assertThat(tenant.get(through(proxy, login(PASSWORD)), URL)).isEqualTo(new Result.Success<>("hello"));

            assertThat(proxy.requests()).hasSize(2).containsOnly("CONNECT " + TENANT + ":443 HTTP/1.1");
            assertThat(proxy.heads().get(0)).doesNotContain("Proxy-Authorization");
            assertThat(proxy.heads().get(1)).contains("Proxy-Authorization: Basic ", "User-Agent: auth0-maven-plugin/");
            assertThat(tenant.server.takeRequest().getHeaders().names())
                    .contains("user-agent", "auth0-client")
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("proxy"));
        }
    }

    @Test
    void aProxyThatDoesNotTakeThePasswordIsAskedOnceAndThePasswordIsNotTold() throws IOException {
        try (ConnectProxy proxy = leading(ConnectProxy.of("jane", PASSWORD))) {
            assertThat(Secured.reason(tenant.get(through(proxy, login("wr0ng-s3cr3t")), URL)))
                    .isEqualTo("The proxy 127.0.0.1:" + proxy.port()
                            + " does not take the name and the password that it is given (HTTP 407): check <username> and"
                            + " <password> of the <proxy> in settings.xml");
            assertThat(proxy.heads()).hasSize(2);
            assertThat(tenant.calls.lines).noneMatch(line -> line.contains("s3cr3t"));
        }
    }

    @Test
    void aProxyThatAsksAndIsNotToBeToldIsSaidToWantThem() throws IOException {
        try (ConnectProxy proxy = leading(ConnectProxy.of("jane", PASSWORD))) {
            assertThat(Secured.reason(tenant.get(through(proxy, Optional.empty()), URL)))
                    .isEqualTo("The proxy 127.0.0.1:" + proxy.port()
                            + " wants a name and a password (HTTP 407): add <username> and <password> to the <proxy> in"
                            + " settings.xml");
        }
    }

    @Test
    void aPasswordIsNotToldToAProxyThatWantsToKnowItsUsersInAnotherWay() throws IOException {
        try (ConnectProxy proxy = leading(ConnectProxy.asking("jane", PASSWORD, "NTLM"))) {
            assertThat(Secured.reason(tenant.get(through(proxy, login(PASSWORD)), URL)))
                    .startsWith("The proxy 127.0.0.1:" + proxy.port() + " wants to know its users by NTLM, and")
                    .doesNotContain("s3cr3t");
            assertThat(proxy.heads()).noneMatch(head -> head.contains("Proxy-Authorization"));
        }
    }

    @Test
    void aTenantThatPretendsToBeAProxyIsNotToldThePassword() throws Exception {
        tenant.server.enqueue(Wire.response(407, "{}", "Proxy-Authenticate", "Basic realm=\"me\"")
                .build());
        try (ConnectProxy proxy = leading(ConnectProxy.of("jane", PASSWORD))) {
            assertThat(tenant.get(through(proxy, login(PASSWORD)), URL))
                    .isInstanceOfSatisfying(
                            Result.Refused.class,
                            refused -> assertThat(refused.error().status()).isEqualTo(407));
            assertThat(tenant.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void aProxyThatDoesNotLeadThereIsNamed() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.open()) {
            assertThat(Secured.reason(tenant.get(through(proxy, Optional.empty()), URL)))
                    .isEqualTo("The proxy 127.0.0.1:" + proxy.port() + " does not lead to " + TENANT
                            + ":443 (HTTP 403): have it allow that, or name another one by auth0.proxyId");
        }
    }

    /** Whoever may only go through the proxy is not to be sent another way. */
    @Test
    void whereTheProxyIsGoneNothingIsCalledDirectly() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        ProxyServer gone = new ProxyServer("127.0.0.1", port, Optional.empty());

        assertThat(Secured.reason(tenant.get(
                        Secured.transport(tenant.trust(directory), gone),
                        "https://localhost:" + tenant.server.getPort() + "/")))
                .startsWith("localhost:" + tenant.server.getPort() + ", called through the proxy 127.0.0.1:" + port
                        + ", cannot be reached, or broke off: ");
        assertThat(tenant.server.getRequestCount()).isZero();
    }

    @Test
    void aProxyWhoseNameIsUnknownIsToldAsThat() {
        ProxyServer unknown = new ProxyServer("proxy.example.invalid", 8080, Optional.empty());

        assertThat(Secured.reason(tenant.get(Secured.transport(Trust.OF_JDK, unknown), URL)))
                .contains("called through the proxy proxy.example.invalid:8080,", "and the proxy");
    }

    /** A proxy would read them. */
    @Test
    void whatIsNotEncryptedNeverGoesThroughAProxy() throws Exception {
        try (Wire plain = new Wire().answering(200, "hello");
                ConnectProxy proxy = ConnectProxy.open()) {
            assertThat(tenant.get(
                            through(proxy, Optional.empty()),
                            plain.server.url("/api/v2/").toString()))
                    .isEqualTo(new Result.Success<>("hello"));
            assertThat(proxy.heads()).isEmpty();
        }
    }

    @Test
    void nothingOfTheJvmIsAskedOrChanged() throws Exception {
        Properties properties = (Properties) System.getProperties().clone();
        Authenticator authenticator = Authenticator.getDefault();
        ProxySelector selector = ProxySelector.getDefault();
        SSLContext context = SSLContext.getDefault();
        Object sockets = HttpsURLConnection.getDefaultSSLSocketFactory();
        Object verifier = HttpsURLConnection.getDefaultHostnameVerifier();
        tenant.answering("hello").answering("again");

        try (ConnectProxy proxy = leading(ConnectProxy.of("jane", PASSWORD));
                ConnectProxy ofJvm = ConnectProxy.open()) {
            System.setProperty("https.proxyHost", "127.0.0.1");
            System.setProperty("https.proxyPort", String.valueOf(ofJvm.port()));
            assertThat(tenant.get(through(proxy, login(PASSWORD)), URL)).isInstanceOf(Result.Success.class);
            // by itself, this client does not know of them: whoever makes it decides
            assertThat(Secured.reason(tenant.get(Secured.transport(Trust.OF_JDK), URL)))
                    .contains("the name " + TENANT + " is unknown", "or whether a proxy has to be named");
            assertThat(ofJvm.heads()).isEmpty();
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }

        assertThat(System.getProperties()).isEqualTo(properties);
        assertThat(Authenticator.getDefault()).isSameAs(authenticator);
        assertThat(ProxySelector.getDefault()).isSameAs(selector);
        assertThat(SSLContext.getDefault()).isSameAs(context);
        assertThat(HttpsURLConnection.getDefaultSSLSocketFactory()).isSameAs(sockets);
        assertThat(HttpsURLConnection.getDefaultHostnameVerifier()).isSameAs(verifier);
    }
}
