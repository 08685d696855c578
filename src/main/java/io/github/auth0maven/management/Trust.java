package io.github.auth0maven.management;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted: those that the JDK trusts, and in addition those of a file. Trust can be added, never replaced. */
public final class Trust {

    /** Trusts whom the JDK trusts. */
    public static final Trust OF_JDK = new Trust(List.of());

    private static final int LARGEST = 16 << 20;

    private final List<X509Certificate> additional;

    private Trust(List<X509Certificate> additional) {
        this.additional = additional;
    }

    /**
     * Trusts the certificates of a PEM file, too; of a DER file with one certificate as well.
     *
     * @throws ManagementException if there are none in it, with a line that says why
     */
    public static Trust alsoBundle(Path file) throws ManagementException {
        byte[] content = content(file);
        try {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content));
            return also(file, read);
        } catch (CertificateException e) {
            throw wrong(
                    file,
                    "is no file of certificates: it has to hold those of the CAs in PEM, each between"
                            + " -----BEGIN CERTIFICATE----- and -----END CERTIFICATE-----, and nothing else such as keys");
        }
    }

    /**
     * Trusts the certificates of a trust store, too, a JKS or PKCS#12 file.
     *
     * @throws ManagementException if it cannot be opened, or there are none in it, with a line that says why; never with the password
     */
    public static Trust alsoStore(Path file, Optional<String> password) throws ManagementException {
        content(file);
        char @Nullable [] secret = password.map(String::toCharArray).orElse(null);
        List<Certificate> read = new ArrayList<>();
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), secret);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    read.add(store.getCertificate(alias));
                }
            }
        } catch (IOException e) {
            throw wrong(
                    file,
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "cannot be opened with this password: check <trustStorePassword>"
                            : "cannot be opened: it is damaged, or wants a password in <trustStorePassword>");
        } catch (GeneralSecurityException e) {
            throw wrong(file, "is no trust store: it has to be a JKS or PKCS#12 file; a PEM file goes into <caBundle>");
        }
        if (read.isEmpty()) {
            throw wrong(
                    file,
                    "holds no certificate to be trusted: import the CA's into it by keytool -importcert"
                            + (password.isEmpty() ? ", or give its password in <trustStorePassword>" : ""));
        }
        return also(file, read);
    }

    private static Trust also(Path file, Collection<? extends Certificate> read) throws ManagementException {
        List<X509Certificate> certificates = read.stream()
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .toList();
        if (certificates.isEmpty()) {
            throw wrong(file, "holds no certificate: it has to hold those of the CAs in PEM");
        }
        return new Trust(certificates);
    }

    /** Trusts whom either of them trusts. */
    public Trust and(Trust other) {
        return new Trust(
                Stream.concat(additional.stream(), other.additional.stream()).toList());
    }

    /** How many certificates are trusted in addition to the JDK's. */
    public int additional() {
        return additional.size();
    }

    /** What checks the certificates of a server. */
    X509TrustManager manager() {
        try {
            X509TrustManager ofJdk = manager(null);
            if (additional.isEmpty()) {
                return ofJdk;
            }
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            for (X509Certificate certificate : ofJdk.getAcceptedIssuers()) {
                add(all, certificate);
            }
            for (X509Certificate certificate : additional) {
                add(all, certificate);
            }
            return manager(all);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK can hold certificates in memory", e);
        }
    }

    private static void add(KeyStore store, X509Certificate certificate) throws KeyStoreException {
        store.setCertificateEntry("certificate-" + store.size(), certificate);
    }

    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] content(Path file) throws ManagementException {
        try {
            if (Files.isDirectory(file)) {
                throw wrong(file, "is a directory: name the file in it");
            }
            if (Files.size(file) > LARGEST) {
                throw wrong(file, "is too large to hold certificates");
            }
            return Files.readAllBytes(file);
        } catch (ManagementException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw wrong(file, "does not exist: check the path");
        } catch (IOException e) {
            throw wrong(file, "cannot be read: check who may read it");
        }
    }

    private static ManagementException wrong(Path file, String what) {
        return new ManagementException(OneLine.of(file.toString()) + " " + what);
    }

    @Override
    public String toString() {
        return "Trust[the JDK's and " + additional.size() + " more]";
    }
}
