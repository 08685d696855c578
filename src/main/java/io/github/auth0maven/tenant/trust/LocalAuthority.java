package io.github.auth0maven.tenant.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A CA that lives as long as a tenant does, and the certificate that it gave it; neither key is ever written anywhere. */
public final class LocalAuthority {

    private static final int DAYS = 30;

    private final HeldCertificate root;
    private final HeldCertificate server;

    private LocalAuthority(HeldCertificate root, HeldCertificate server) {
        this.root = root;
        this.server = server;
    }

    /** Makes a CA, and a certificate for the names of this machine. */
    public static LocalAuthority make() {
        HeldCertificate root = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("CA of a local tenant of auth0-maven-plugin")
                .duration(DAYS, TimeUnit.DAYS)
                .ecdsa256()
                .build();
        HeldCertificate server = new HeldCertificate.Builder()
                .signedBy(root)
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .duration(DAYS, TimeUnit.DAYS)
                .ecdsa256()
                .build();
        return new LocalAuthority(root, server);
    }

    /** What a server answers TLS with. */
    public SSLContext serverContext() {
        return new HandshakeCertificates.Builder()
                .heldCertificate(server)
                .build()
                .sslContext();
    }

    /** The CA's certificate in PEM. */
    public String pem() {
        return root.certificatePem();
    }

    /** A PKCS#12 store that holds nothing but the CA's certificate, as Java wants it for a trust store. */
    public byte[] trustStore(char[] password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("local-tenant", root.certificate());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            return bytes.toByteArray();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
