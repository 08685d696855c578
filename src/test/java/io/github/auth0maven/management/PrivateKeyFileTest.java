package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One key in every form that OpenSSL 3 writes it in. */
class PrivateKeyFileTest {

    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<String> PASSPHRASE = Optional.of("open sesame");

    @TempDir
    Path temporary;

    static Path key(String name) {
        try {
            return Path.of(PrivateKeyFileTest.class
                    .getResource("keys/" + name + ".pem")
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theSameKeyIsReadFromPkcs8AndFromPkcs1() throws Exception {
        assertThat(PrivateKeyFile.read(key("pkcs1"), NONE)).isEqualTo(PrivateKeyFile.read(key("pkcs8"), NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkcs8-aes-256",
                "pkcs8-aes-128-sha1",
                "pkcs8-pbe-sha1-3des",
                "pkcs1-aes128",
                "pkcs1-aes192",
                "pkcs1-aes256",
                "pkcs1-des3"
            })
    void aKeyThatAPassphraseProtectsIsOpenedByItAndByNoOther(String name) throws Exception {
        assertThat(PrivateKeyFile.read(key(name), PASSPHRASE)).isEqualTo(PrivateKeyFile.read(key("pkcs8"), NONE));
        assertThat(refusal(key(name), Optional.of("open barley")))
                .endsWith(name + ".pem cannot be decrypted: the <passphrase> is not that of this key")
                .doesNotContain("barley");
        assertThat(refusal(key(name), NONE)).contains(" is encrypted: add its <passphrase> to the <server>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkcs8-scrypt", "pkcs1-camellia"})
    void anEncryptionThatJavaDoesNotKnowIsToldWithWhatToDo(String name) {
        assertThat(refusal(key(name), PASSPHRASE)).contains("openssl pkcs8 -topk8 -v2 aes-256-cbc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkcs8", "pkcs1"})
    void aPassphraseForAKeyThatIsNotEncryptedIsAContradiction(String name) {
        assertThat(refusal(key(name), PASSPHRASE)).contains("is not encrypted, and a <passphrase> is given for it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec-sec1", "ec-pkcs8", "rsa-pss", "ed25519"})
    void aKeyThatAuth0DoesNotTakeIsRefused(String name) {
        assertThat(refusal(key(name), NONE)).contains("Auth0 takes RSA keys only (RS256, RS384, PS256)");
    }

    @Test
    void aKeyThatIsTooShortToSignWithIsRefused() {
        assertThat(refusal(key("short"), NONE)).contains("has 1024 bits, and signing needs 2048 or more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|is no private key in PEM",
                "open sesame|is no private key in PEM",
                "-----BEGIN CERTIFICATE-----|holds no private key but a public one",
                "-----BEGIN PRIVATE KEY-----b3BlbiBzZXNhbWU=-----END PRIVATE KEY-----|is damaged",
                "-----BEGIN PRIVATE KEY-----b3BlbiBzZXNhbW-----END PRIVATE KEY-----|is damaged",
                "-----BEGIN RSA PRIVATE KEY-----b3BlbiBzZXNhbWU=-----END RSA PRIVATE KEY-----|is damaged",
                "-----BEGIN PRIVATE KEY-----b3BlbiBzZXNhbWU=-----END RSA PRIVATE KEY-----|is no private key in PEM",
                "-----BEGIN OPENSSH PRIVATE KEY-----b3BlbiBzZXNhbWU=-----END OPENSSH PRIVATE KEY-----|is in OpenSSH's own format: convert a copy of it by ssh-keygen -p -m PEM",
                "-----BEGIN DSA PRIVATE KEY-----b3BlbiBzZXNhbWU=-----END DSA PRIVATE KEY-----|is no RSA key",
            })
    void whatIsNoKeyIsToldAndNotShown(String content, String message) throws IOException {
        Path file = Files.writeString(temporary.resolve("key.pem"), content == null ? "" : content);

        assertThat(refusal(file, NONE))
                .startsWith("The private key " + file + " " + message)
                .doesNotContain("sesame", "b3Blbi", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b3BlbiBzZXNhbWU=", "b3BlbiBzZXNhbW"})
    void whatIsNoEncryptedKeyIsToldAndNotShown(String content) throws IOException {
        for (String block : new String[] {
            "-----BEGIN ENCRYPTED PRIVATE KEY-----" + content + "-----END ENCRYPTED PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,ABC\n\n" + content
                    + "-----END RSA PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,ABCDABCDABCDABCD\n\n"
                    + content + "-----END RSA PRIVATE KEY-----"
        }) {
            Path file = Files.writeString(temporary.resolve("key.pem"), block);

            assertThat(refusal(file, PASSPHRASE)).doesNotContain("sesame", "b3Blbi", "\n");
        }
    }

    @Test
    void aFileThatCannotBeAKeyIsNotRead() throws IOException {
        assertThat(refusal(temporary.resolve("key.pem"), NONE)).endsWith("key.pem does not exist");
        assertThat(refusal(temporary, NONE)).contains("cannot be read");
        Path large = Files.write(temporary.resolve("large.pem"), new byte[(64 << 10) + 1]);
        assertThat(refusal(large, NONE)).endsWith("is too large for a private key");
    }

    @Test
    void whatStandsAroundTheKeyIsLeftOut() throws Exception {
        String around = "Bag Attributes\r\n  localKeyID: 01\r\n"
                + Files.readString(key("pkcs8")).replace("\n", "\r\n")
                + "-----BEGIN CERTIFICATE-----\r\nAA==\r\n-----END CERTIFICATE-----\r\n";
        Path file = Files.writeString(temporary.resolve("key.pem"), around);

        assertThat(PrivateKeyFile.read(file, NONE)).isEqualTo(PrivateKeyFile.read(key("pkcs8"), NONE));
    }

    @Test
    void aShortElementOfDerHasAShortLength() {
        Stream.of(0, 100, 127, 128, 255, 256, 70_000)
                .forEach(size -> assertThat(KeyEncoding.pkcs8(new byte[size])).hasSizeGreaterThan(size + 20));
        assertThat(KeyEncoding.pkcs8(new byte[1])).startsWith(0x30, 21).endsWith(4, 1, 0);
    }

    private static String refusal(Path file, Optional<String> passphrase) {
        String[] message = new String[1];
        assertThatExceptionOfType(ManagementException.class)
                .isThrownBy(() -> PrivateKeyFile.read(file, passphrase))
                .satisfies(e -> message[0] = e.getMessage());
        return message[0];
    }
}
