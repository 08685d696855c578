package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an application's private key from a PEM file, in any of the forms that OpenSSL writes an RSA key in. */
public final class PrivateKeyFile {

    private static final int LARGEST = 64 << 10;

    /** In bits, for each of the signatures (RFC 7518, sections 3.3 and 3.5). */
    private static final int SHORTEST = 2048;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]*)PRIVATE KEY-----(.*?)-----END \\1PRIVATE KEY-----", Pattern.DOTALL);

    /** What a PEM block of old begins with if it is encrypted (RFC 1421). */
    private static final Pattern ENCRYPTION =
            Pattern.compile("Proc-Type: *4,ENCRYPTED\\s+DEK-Info: *([^,\\s]+),(\\p{XDigit}+)\\s");

    private static final String RSA_ONLY =
            "Auth0 takes RSA keys only (RS256, RS384, PS256): register the public key of an RSA"
                    + " key pair with the application";

    private final Path file;
    private final Optional<String> passphrase;

    private PrivateKeyFile(Path file, Optional<String> passphrase) {
        this.file = file;
        this.passphrase = passphrase;
    }

    /**
     * Reads PKCS#8 or PKCS#1, encrypted or not.
     *
     * @throws ManagementException if there is no such key, with what to do; it never holds any part of the file
     */
    public static RSAPrivateKey read(Path file, Optional<String> passphrase) throws ManagementException {
        return new PrivateKeyFile(file, passphrase).key();
    }

    private RSAPrivateKey key() throws ManagementException {
        String text = text();
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            boolean isPublic = text.contains("BEGIN PUBLIC KEY") || text.contains("BEGIN CERTIFICATE");
            throw wrong(
                    isPublic
                            ? "holds no private key but a public one: name the private key of the pair"
                            : "is no private key in PEM, which begins with -----BEGIN PRIVATE KEY-----");
        }
        return switch (block.group(1)) {
            case "" -> rsa(unencrypted(block.group(2)));
            case "ENCRYPTED " -> rsa(opened(block.group(2)));
            case "RSA " -> rsa(KeyEncoding.pkcs8(ofOld(block.group(2))));
            case "EC " -> throw wrong("is an elliptic curve key. " + RSA_ONLY);
            case "OPENSSH " ->
                throw wrong("is in OpenSSH's own format: convert a copy of it by ssh-keygen -p -m PEM -f COPY");
            default -> throw wrong("is no RSA key. " + RSA_ONLY);
        };
    }

    private String text() throws ManagementException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw wrong("is too large for a private key");
            }
            return new String(content, ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw wrong("does not exist");
        } catch (IOException e) {
            throw e instanceof ManagementException told
                    ? told
                    : wrong("cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private byte[] unencrypted(String body) throws ManagementException {
        if (passphrase.isPresent()) {
            throw wrong(
                    "is not encrypted, and a <passphrase> is given for it: remove the <passphrase>, or encrypt the key");
        }
        return decoded(body);
    }

    /** A block as OpenSSL wrote it before PKCS#8: it may be encrypted, and says so itself. */
    private byte[] ofOld(String body) throws ManagementException {
        Matcher encryption = ENCRYPTION.matcher(body);
        if (!encryption.find()) {
            return unencrypted(body);
        }
        byte[] encrypted = decoded(body.substring(encryption.end()));
        String secret = secret();
        try {
            return KeyEncryption.openOld(encryption.group(1), encryption.group(2), encrypted, secret);
        } catch (GeneralSecurityException e) {
            throw unopened(e);
        }
    }

    private byte[] opened(String body) throws ManagementException {
        byte[] encrypted = decoded(body);
        String secret = secret();
        try {
            return KeyEncryption.open(encrypted, secret);
        } catch (IOException | GeneralSecurityException e) {
            throw unopened(e);
        }
    }

    private String secret() throws ManagementException {
        return passphrase.orElseThrow(
                () -> wrong("is encrypted: add its <passphrase> to the <server>, which may be encrypted itself"));
    }

    private ManagementException unopened(Exception e) {
        boolean unknown = e instanceof NoSuchAlgorithmException || e instanceof IOException;
        return wrong(
                unknown
                        ? "is encrypted in a way that Java does not know: encrypt it anew by openssl pkcs8 -topk8 -v2 aes-256-cbc"
                                + " -in OLD -out NEW"
                        : "cannot be decrypted: the <passphrase> is not that of this key");
    }

    private byte[] decoded(String body) throws ManagementException {
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
    }

    private RSAPrivateKey rsa(byte[] pkcs8) throws ManagementException {
        try {
            if (KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8))
                    instanceof RSAPrivateKey key) {
                return longEnough(key);
            }
        } catch (InvalidKeySpecException e) {
            // told below
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
        if (KeyEncoding.isOfAnotherKind(pkcs8)) {
            throw wrong("is no RSA key. " + RSA_ONLY);
        }
        // A wrong passphrase may, by chance, leave something that looks decrypted.
        throw passphrase.isPresent() ? unopened(new InvalidKeySpecException()) : damaged();
    }

    private RSAPrivateKey longEnough(RSAPrivateKey key) throws ManagementException {
        int bits = key.getModulus().bitLength();
        if (bits < SHORTEST) {
            throw wrong("has " + bits + " bits, and signing needs " + SHORTEST + " or more: make a new key pair");
        }
        return key;
    }

    private ManagementException damaged() {
        return wrong("is damaged: it has the form of a private key in PEM, and holds none");
    }

    private ManagementException wrong(String what) {
        return new ManagementException("The private key " + file + " " + what);
    }
}
