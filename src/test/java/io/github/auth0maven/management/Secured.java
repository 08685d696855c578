package io.github.auth0maven.management;

import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import okhttp3.Request;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server on loopback that speaks TLS with a certificate of a CA that nobody knows, and what is needed to trust it. */
final class Secured implements AutoCloseable {

    final HeldCertificate authority;
    final MockWebServer server = new MockWebServer();
    final RecordedCalls calls = new RecordedCalls();

    private Secured(HeldCertificate authority, HeldCertificate certificate) throws IOException {
        this.authority = authority;
        QueueDispatcher script = new QueueDispatcher();
        script.setFailFast(true);
        server.setDispatcher(script);
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    }

    /** A server whose certificate is for this name. */
    static Secured named(String name) throws IOException {
        HeldCertificate authority = authority();
        return new Secured(authority, certificate(name).signedBy(authority).build());
    }

    /** A server whose certificate was valid yesterday. */
    static Secured expired() throws IOException {
        HeldCertificate authority = authority();
        long now = System.currentTimeMillis();
        return new Secured(
                authority,
                certificate("localhost")
                        .validityInterval(now - TimeUnit.DAYS.toMillis(9), now - TimeUnit.DAYS.toMillis(1))
                        .signedBy(authority)
                        .build());
    }

    static HeldCertificate authority() {
        return new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("A CA of a company")
                .build();
    }

    private static HeldCertificate.Builder certificate(String name) {
        return new HeldCertificate.Builder().commonName(name).addSubjectAlternativeName(name);
    }

    Secured answering(String body) {
        server.enqueue(Wire.response(200, body).build());
        return this;
    }

    /** The certificate of the CA in a file. */
    Path bundle(Path directory) throws IOException {
        return Files.writeString(directory.resolve("ca.pem"), "# Our CA\n" + authority.certificatePem());
    }

    /** The certificate of the CA in a trust store. */
    Path store(Path directory, String type, String password) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry("ours", authority.certificate());
        Path file = directory.resolve("trust." + type);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    Trust trust(Path directory) {
        try {
            return Trust.alsoBundle(bundle(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Transport transport(Trust trust) {
        return new Transport("1.2.3", Timeouts.USUAL, trust, Optional.empty());
    }

    static Transport transport(Trust trust, ProxyServer proxy) {
        return new Transport("1.2.3", Timeouts.USUAL, trust, Optional.of(proxy));
    }

    /** Asks it, by the name localhost. */
    Result<String> get(Transport transport) {
        return get(transport, "https://localhost:" + server.getPort() + "/api/v2/jobs/job_1");
    }

    Result<String> get(Transport transport, String url) {
        try (Http http = new Http(transport, url.startsWith("http:"), calls, new MovableClock())) {
            return http.call(new Request.Builder().url(url).build(), Repeat.ALWAYS, Wire.text());
        }
    }

    /** Why it could not be asked. */
    String failure(Transport transport) {
        return reason(get(transport));
    }

    static String reason(Result<String> answer) {
        return ((Result.NotTaken<String>) answer).reason();
    }

    @Override
    public void close() {
        server.close();
    }
}
