package io.github.auth0maven.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server that speaks TLS under a name of its own, with a certificate of a CA of its own, and passes calls on to a local tenant. */
public final class TlsFront implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "content-length", "transfer-encoding", "connection", "date");

    private final URI tenant;
    private final HttpsServer server;
    private final HeldCertificate authority = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("A CA of a company")
            .build();

    private TlsFront(URI tenant, String name) throws IOException {
        this.tenant = tenant;
        HeldCertificate certificate = new HeldCertificate.Builder()
                .commonName(name)
                .addSubjectAlternativeName(name)
                .signedBy(authority)
                .build();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext()));
        server.createContext("/", this::passOn);
        server.start();
    }

    /** In front of the tenant, under this name. */
    public static TlsFront of(URI tenant, String name) throws IOException {
        return new TlsFront(tenant, name);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Writes the certificate of its CA as PEM. */
    public void writeBundle(Path file) throws IOException {
        Files.writeString(file, authority.certificatePem());
    }

    /** Writes the certificate of its CA into a PKCS#12 trust store. */
    public void writeTrustStore(Path file, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", authority.certificate());
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }

    private void passOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpURLConnection call = (HttpURLConnection)
                    tenant.resolve(exchange.getRequestURI()).toURL().openConnection(Proxy.NO_PROXY);
            call.setRequestMethod(exchange.getRequestMethod());
            exchange.getRequestHeaders().forEach((name, values) -> set(call, name, values));
            if (!exchange.getRequestMethod().equals("GET")) {
                call.setDoOutput(true);
                exchange.getRequestBody().transferTo(call.getOutputStream());
            }
            int status = call.getResponseCode();
            call.getHeaderFields().forEach((name, values) -> {
                if (name != null && isOfTheCall(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] body = body(status < 400 ? call.getInputStream() : call.getErrorStream());
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] body(InputStream in) throws IOException {
        return in == null ? new byte[0] : in.readAllBytes();
    }

    private static void set(HttpURLConnection call, String name, List<String> values) {
        if (isOfTheCall(name)) {
            call.setRequestProperty(name, String.join(", ", values));
        }
    }

    private static boolean isOfTheCall(String header) {
        return OF_THE_CONNECTION.stream().noneMatch(header::equalsIgnoreCase);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
