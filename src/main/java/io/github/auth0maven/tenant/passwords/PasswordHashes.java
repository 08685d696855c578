package io.github.auth0maven.tenant.passwords;

import com.fasterxml.jackson.databind.JsonNode;
import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.ScryptFunction;
import com.password4j.types.Bcrypt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Tells whether a password is that of a user, whatever algorithm its hash was made with.
 *
 * <p>How Auth0 computes each was proved on published hashes: a digest takes the salt as UTF-8 text in front of the password unless
 * it is told otherwise, and salts within PHC strings are decoded.
 */
public final class PasswordHashes {

    private static final int BCRYPT_ROUNDS = 10;
    private static final int BCRYPT_LIMIT = 72;

    /** The bcrypt hash of a new password. */
    public String hash(String password) {
        return BcryptFunction.getInstance(Bcrypt.B, BCRYPT_ROUNDS)
                .hash(bcryptInput(password.getBytes(StandardCharsets.UTF_8)))
                .getResult();
    }

    /**
     * Whether the password is that of a user with these secrets.
     *
     * @param secrets the user's {@code password_hash} or {@code custom_password_hash}; without either, no password is right
     */
    public boolean matches(String password, JsonNode secrets) {
        byte[] given = password.getBytes(StandardCharsets.UTF_8);
        if (secrets.path("password_hash").isTextual()) {
            return bcrypt(given, secrets.path("password_hash").asText());
        }
        JsonNode custom = secrets.path("custom_password_hash");
        if (!custom.isObject()) {
            return false;
        }
        try {
            return matches(encoded(password, custom), custom);
        } catch (IllegalArgumentException notSuchAHash) {
            return false;
        }
    }

    private static boolean matches(byte[] password, JsonNode custom) {
        String value = custom.path("hash").path("value").asText();
        String algorithm = custom.path("algorithm").asText();
        Salt salt = Salt.of(custom.path("salt"));
        return switch (algorithm) {
            case "bcrypt" -> bcrypt(salt.with(password), value);
            case "argon2" -> Argon2Function.getInstanceFromHash(value).check(password, ascii(value));
            case "pbkdf2" -> Pbkdf2.matches(password, value);
            case "ldap" -> Ldap.matches(password, value);
            case "scrypt" -> isSame(scrypt(password, salt, custom), custom);
            case "hmac" -> isSame(hmac(salt.with(password), custom.path("hash")), custom);
            default -> isSame(Digests.of(algorithm).digest(salt.with(password)), custom);
        };
    }

    private static boolean isSame(byte[] computed, JsonNode custom) {
        JsonNode hash = custom.path("hash");
        return MessageDigest.isEqual(
                computed,
                decoded(hash.path("value").asText(), hash.path("encoding").asText()));
    }

    private static boolean bcrypt(byte[] password, String hash) {
        // The three prefixes name one algorithm; the library wants to be told a variant that it makes itself.
        String known = hash.replaceFirst("^\\$2[abxy]?\\$", "\\$2b\\$");
        return BcryptFunction.getInstanceFromHash(known).check(bcryptInput(password), ascii(known));
    }

    private static byte[] bcryptInput(byte[] password) {
        return Arrays.copyOf(password, Math.min(password.length, BCRYPT_LIMIT));
    }

    private static byte[] scrypt(byte[] password, Salt salt, JsonNode custom) {
        int cost = custom.path("cost").asInt(16_384);
        int blockSize = custom.path("blockSize").asInt(8);
        int parallelization = custom.path("parallelization").asInt(1);
        return ScryptFunction.getInstance(
                        cost, blockSize, parallelization, custom.path("keylen").asInt())
                .hash(password, salt.bytes())
                .getBytes();
    }

    private static byte[] hmac(byte[] password, JsonNode hash) {
        JsonNode key = hash.path("key");
        byte[] bytes = decoded(key.path("value").asText(), key.path("encoding").asText("utf8"));
        return Digests.of(hash.path("digest").asText()).hmac(bytes).of(password);
    }

    private static byte[] encoded(String password, JsonNode custom) {
        return switch (custom.path("password").path("encoding").asText("utf8")) {
            case "utf16le", "ucs2" -> password.getBytes(StandardCharsets.UTF_16LE);
            case "latin1", "binary", "ascii" -> password.getBytes(StandardCharsets.ISO_8859_1);
            default -> password.getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The bytes of a text in this encoding; hex in either case, base64 also in its alphabet for URLs and without padding. */
    static byte[] decoded(String text, String encoding) {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "hex" -> HexFormat.of().parseHex(text);
            case "base64" -> Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A salt, and where it stands. */
    private static final class Salt {

        private final byte[] bytes;
        private final boolean behind;

        private Salt(byte[] bytes, boolean behind) {
            this.bytes = bytes;
            this.behind = behind;
        }

        static Salt of(JsonNode salt) {
            return new Salt(
                    decoded(salt.path("value").asText(), salt.path("encoding").asText("utf8")),
                    salt.path("position").asText().equals("suffix"));
        }

        byte[] bytes() {
            return bytes;
        }

        byte[] with(byte[] password) {
            byte[] first = behind ? password : bytes;
            byte[] second = behind ? bytes : password;
            byte[] all = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, all, first.length, second.length);
            return all;
        }
    }
}
