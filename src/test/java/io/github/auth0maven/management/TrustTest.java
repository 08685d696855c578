package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS over real sockets: who is trusted, and who is not. */
@Timeout(60)
class TrustTest {

    @TempDir
    Path directory;

    @Test
    void aServerWhoseCaTheJdkDoesNotKnowIsNotTrustedAndItIsSaidWhatToDo() throws IOException {
        try (Secured secured = Secured.named("localhost")) {
            assertThat(secured.failure(Transport.direct("1.2.3")))
                    .isEqualTo("The certificate of localhost:" + secured.server.getPort()
                            + " is from a CA that this JDK does not trust: if it is that of your company, or of its proxy, put"
                            + " the CA's certificate (PEM) into a file and the file's path into <caBundle> in the"
                            + " <configuration> of the <server> in settings.xml");
            assertThat(secured.server.getRequestCount()).isZero();
        }
    }

    @Test
    void aCaOfABundleIsTrusted() throws IOException {
        try (Secured secured = Secured.named("localhost").answering("hello")) {
            Files.writeString(
                    directory.resolve("two.pem"),
                    "Another\n=======\n" + Secured.authority().certificatePem() + "\r\n# Ours\r\n"
                            + secured.authority.certificatePem().replace("\n", "\r\n"));
            Trust trust = Trust.alsoBundle(directory.resolve("two.pem"));

            assertThat(trust.additional()).isEqualTo(2);
            assertThat(secured.get(Secured.transport(trust))).isEqualTo(new Result.Success<>("hello"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void aCaOfATrustStoreIsTrusted(String type) throws Exception {
        try (Secured secured = Secured.named("localhost").answering("hello")) {
            Trust trust = Trust.alsoStore(secured.store(directory, type, "changeit"), Optional.of("changeit"));

            assertThat(secured.get(Secured.transport(trust))).isEqualTo(new Result.Success<>("hello"));
        }
    }

    @Test
    void aTrustStoreThatNeedsNoPasswordIsReadWithoutOne() throws Exception {
        try (Secured secured = Secured.named("localhost")) {
            assertThat(Trust.alsoStore(secured.store(directory, "JKS", "changeit"), Optional.empty())
                            .additional())
                    .isEqualTo(1);
        }
    }

    @Test
    void whomTheJdkTrustsIsTrustedAllTheSame() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        X509TrustManager ofJdk = (X509TrustManager) factory.getTrustManagers()[0];
        HeldCertificate ours = Secured.authority();
        Path file = Files.writeString(directory.resolve("ca.pem"), ours.certificatePem());

        Trust trust = Trust.alsoBundle(file).and(Trust.OF_JDK);

        assertThat(trust.manager().getAcceptedIssuers())
                .contains(ofJdk.getAcceptedIssuers())
                .contains(ours.certificate());
        assertThat(Trust.OF_JDK.manager().getAcceptedIssuers())
                .isNotEmpty()
                .containsExactlyInAnyOrder(ofJdk.getAcceptedIssuers());
    }

    /** 127.0.0.1 is where it is, and not what its certificate is for. */
    @Test
    void aTrustedServerOfAnotherNameIsNotTheOneThatIsMeant() throws IOException {
        try (Secured secured = Secured.named("elsewhere.example.com")) {
            assertThat(secured.failure(Secured.transport(secured.trust(directory))))
                    .isEqualTo("localhost:" + secured.server.getPort()
                            + " shows a certificate for elsewhere.example.com, so it is not the server that is meant; check"
                            + " auth0.domain");
            assertThat(secured.server.getRequestCount()).isZero();
        }
    }

    @Test
    void aCertificateThatHasExpiredIsToldAsThat() throws IOException {
        try (Secured secured = Secured.expired()) {
            assertThat(secured.failure(Secured.transport(secured.trust(directory))))
                    .isEqualTo("The certificate of localhost:" + secured.server.getPort()
                            + " is not valid today: have it renewed, or put this machine's clock right");
        }
    }

    /** It answers in TLS 1.1 to whatever is said; a JDK would have to be told to do that for the whole JVM. */
    @Test
    void aServerThatSpeaksNothingNewerThanTls11IsRefusedAndOfferedNothingOlderThanTls12() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Secured nobody = Secured.named("localhost")) {
            CompletableFuture<byte[]> hello = CompletableFuture.supplyAsync(() -> answerInTls11(server));

            assertThat(Secured.reason(
                            nobody.get(Transport.direct("1.2.3"), "https://127.0.0.1:" + server.getLocalPort() + "/")))
                    .endsWith(" does not speak TLS 1.2 or 1.3, and nothing older is spoken here");
            // supported_versions: 1.3 and 1.2, in this order, and no other
            assertThat(HexFormat.of().formatHex(hello.get())).contains("002b00050403040303");
        }
    }

    private static byte[] answerInTls11(ServerSocket server) {
        try (Socket socket = server.accept()) {
            byte[] header = socket.getInputStream().readNBytes(5);
            byte[] hello = socket.getInputStream().readNBytes(((header[3] & 0xff) << 8) | (header[4] & 0xff));
            String serverHello = "0302" + "5a".repeat(32) + "00" + "002f" + "00";
            String handshake = "020000" + HexFormat.of().toHexDigits((byte) (serverHello.length() / 2)) + serverHello;
            String record = "160302" + "00" + HexFormat.of().toHexDigits((byte) (handshake.length() / 2)) + handshake;
            socket.getOutputStream().write(HexFormat.of().parseHex(record));
            socket.getInputStream().readAllBytes();
            return hello;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no certificates here",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\n!!\n",
                "-----BEGIN PRIVATE KEY-----\nczNjcjN0\n-----END PRIVATE KEY-----\n"
            })
    void aBundleThatIsNoneIsToldInOneLine(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("ca.pem"), content);

        assertThatExceptionOfType(ManagementException.class)
                .isThrownBy(() -> Trust.alsoBundle(file))
                .withMessageStartingWith(file + " ")
                .withMessageContaining("in PEM")
                .withMessageNotContaining("\n")
                .withMessageNotContaining("czNj");
    }

    @Test
    void aFileThatIsNotThereOrIsNoneIsToldAsThat() throws IOException {
        Path missing = directory.resolve("missing.pem");
        Path large = directory.resolve("large.pem");
        try (var out = Files.newByteChannel(
                large, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            out.position(17 << 20).write(java.nio.ByteBuffer.wrap(new byte[1]));
        }

        assertThatExceptionOfType(ManagementException.class)
                .isThrownBy(() -> Trust.alsoBundle(missing))
                .withMessage(missing + " does not exist: check the path");
        assertThatExceptionOfType(ManagementException.class)
                .isThrownBy(() -> Trust.alsoStore(missing, Optional.empty()))
                .withMessage(missing + " does not exist: check the path");
        assertThatExceptionOfType(ManagementException.class)
                .isThrownBy(() -> Trust.alsoBundle(directory))
                .withMessage(directory + " is a directory: name the file in it");
        assertThatExceptionOfType(ManagementException.class)
                .isThrownBy(() -> Trust.alsoBundle(large))
                .withMessage(large + " is too large to hold certificates");
    }

    @Test
    void aTrustStoreThatCannotBeOpenedIsToldWithoutItsPassword() throws Exception {
        try (Secured secured = Secured.named("localhost")) {
            Path store = secured.store(directory, "PKCS12", "right-s3cr3t");
            Path pem = secured.bundle(directory);
            Path empty = directory.resolve("empty.p12");
            KeyStore nothing = KeyStore.getInstance("PKCS12");
            nothing.load(null, null);
            try (var out = Files.newOutputStream(empty)) {
                nothing.store(out, "changeit".toCharArray());
            }

            assertRefused(store, Optional.of("wrong-s3cr3t"), "cannot be opened with this password");
            assertRefused(store, Optional.empty(), "<trustStorePassword>");
            assertRefused(pem, Optional.of("s3cr3t"), "is no trust store: it has to be a JKS or PKCS#12 file; a PEM");
            assertRefused(empty, Optional.of("changeit"), "holds no certificate to be trusted");
        }
    }

    private static void assertRefused(Path file, Optional<String> password, String message) {
        assertThatExceptionOfType(ManagementException.class)
                .isThrownBy(() -> Trust.alsoStore(file, password))
                .withMessageStartingWith(file + " ")
                .withMessageContaining(message)
                .withMessageNotContaining("s3cr3t")
                .withMessageNotContaining("\n");
    }
}
