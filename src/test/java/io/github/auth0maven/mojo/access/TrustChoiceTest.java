package io.github.auth0maven.mojo.access;

import static io.github.auth0maven.mojo.access.NetworkSettings.BROKEN;
import static io.github.auth0maven.mojo.access.NetworkSettings.ENCRYPTED;
import static io.github.auth0maven.mojo.access.NetworkSettings.SECRET;
import static io.github.auth0maven.mojo.access.NetworkSettings.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.management.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a server of settings.xml has us trust. */
class TrustChoiceTest {

    @TempDir
    Path directory;

    private final NetworkSettings settings = new NetworkSettings();
    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private String bundle;
    private String store;

    @BeforeEach
    void write() throws Exception {
        bundle = Files.writeString(directory.resolve("ca.pem"), authority.certificatePem())
                .toString();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setCertificateEntry("ours", authority.certificate());
        Path file = directory.resolve("trust.p12");
        try (var out = Files.newOutputStream(file)) {
            keys.store(out, SECRET.toCharArray());
        }
        store = file.toString();
    }

    private Trust trust(ServerEntry server) throws MojoExecutionException {
        return new TrustChoice(settings.decryption(), settings.log).trust(Optional.of(server));
    }

    @Test
    void whereNothingIsSaidTheJdkDecides() throws Exception {
        assertThat(trust(server())).isSameAs(Trust.OF_JDK);
        assertThat(new TrustChoice(settings.decryption(), settings.log).trust(Optional.empty()))
                .isSameAs(Trust.OF_JDK);
        assertThat(settings.log.lines).isEmpty();
    }

    @Test
    void aBundleIsTrustedBesideTheJdksAndTold() throws Exception {
        assertThat(trust(server("caBundle", "\n  " + bundle + "\n")).additional())
                .isEqualTo(1);
        assertThat(settings.log.lines).containsExactly("info Certificates trusted beside the JDK's: 1 of " + bundle);
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, ENCRYPTED})
    void aTrustStoreIsOpenedByItsPasswordEncryptedOrNot(String password) throws Exception {
        assertThat(trust(server("trustStore", store, "trustStorePassword", password))
                        .additional())
                .isEqualTo(1);
        assertThat(settings.log.lines).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void aBundleAndATrustStoreAddUp() throws Exception {
        assertThat(trust(server("caBundle", bundle, "trustStore", store, "trustStorePassword", SECRET))
                        .additional())
                .isEqualTo(2);
    }

    @Test
    void whatCannotBeUsedIsToldInOneLineWithoutThePassword() throws IOException {
        String nothing = directory.resolve("nothing.pem").toString();
        assertRefused(
                server("caBundle", nothing), "<server> \"auth0\": " + nothing + " does not exist: check the path");
        assertRefused(
                server("caBundle", "ca.pem"),
                "The <caBundle> of the <server> \"auth0\" in settings.xml is no absolute path");
        assertRefused(
                server("caBundle", authority.certificatePem()),
                "The <caBundle> of the <server> \"auth0\" in settings.xml holds the certificate itself");
        assertRefused(
                server("trustStore", store, "trustStorePassword", SECRET + "!"),
                "<server> \"auth0\": " + store + " cannot be opened with this password");
        assertRefused(
                server("trustStorePassword", SECRET),
                "The <server> \"auth0\" in settings.xml has a <trustStorePassword> and no <trustStore>");
        assertRefused(
                server("trustStore", store, "trustStorePassword", BROKEN),
                "The <trustStorePassword> of the <server> \"auth0\" in settings.xml is encrypted and cannot be decrypted");
        assertRefused(
                server("trustStore", store, "trustStorePassword", "${env.STORE_PASSWORD}"),
                "The <trustStorePassword> of the <server> \"auth0\" in settings.xml refers to the environment variable"
                        + " STORE_PASSWORD");
    }

    private void assertRefused(ServerEntry server, String message) {
        assertThatThrownBy(() -> trust(server))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining(SECRET)
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("COQLCE6D");
    }
}
