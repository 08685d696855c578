package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.JsonNode;
import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.ScryptFunction;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether Auth0 would let a user in with a password: each algorithm as Auth0 computes it, which was found out with published
 * hashes.
 *
 * <p>Digests are of the salt and the password, the salt being UTF-8 text in front unless it says otherwise; the salts in PHC
 * strings are decoded; bcrypt sees 72 bytes.
 */
final class Verifier {

    private static final int BCRYPT_BYTES = 72;
    private static final Pattern LDAP = Pattern.compile("\\{([A-Za-z0-9-]+)\\}([A-Za-z0-9+/=]+)");
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]?\\$([0-9]{2}\\$[./A-Za-z0-9]{53})");

    private Verifier() {}

    /** Whether this is a bcrypt hash. */
    static boolean isBcrypt(String text) {
        return BCRYPT.matcher(text).matches();
    }

    /** Whether a bcrypt hash in {@code password_hash} is that of the password. */
    static boolean isBcryptOf(byte[] password, String hash) {
        Matcher form = BCRYPT.matcher(hash);
        if (!form.matches()) {
            return false;
        }
        String known = "$2b$" + form.group(1);
        byte[] seen = Arrays.copyOf(password, Math.min(password.length, BCRYPT_BYTES));
        return BcryptFunction.getInstanceFromHash(known).check(seen, Bytes.ascii(known));
    }

    /** Whether a {@code custom_password_hash} is that of the password. */
    static boolean matches(KnownPassword password, JsonNode custom) {
        byte[] bytes = password.bytes(encoding(custom));
        try {
            return matches(bytes, custom);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Whether it is that of these bytes of a password. */
    static boolean matches(byte[] password, JsonNode custom) {
        String value = custom.path("hash").path("value").asText();
        try {
            return switch (custom.path("algorithm").asText()) {
                case "bcrypt" -> isBcryptOf(salted(password, custom.path("salt")), value);
                case "argon2" -> Argon2Function.getInstanceFromHash(value).check(password, Bytes.ascii(value));
                case "pbkdf2" ->
                    Pbkdf2Hash.read(value)
                            .filter(hash -> hash.matches(password))
                            .isPresent();
                case "ldap" -> isLdapOf(password, value);
                case "scrypt" -> isScryptOf(password, custom);
                case "hmac" -> is(hmac(salted(password, custom.path("salt")), custom.path("hash")), custom);
                default -> is(digest(password, custom), custom);
            };
        } catch (IllegalArgumentException notSuchAHash) {
            return false;
        }
    }

    private static byte[] digest(byte[] password, JsonNode custom) {
        return Digest.named(custom.path("algorithm").asText())
                .orElseThrow(() -> new IllegalArgumentException("not a digest"))
                .of(salted(password, custom.path("salt")));
    }

    private static boolean is(byte[] computed, JsonNode custom) {
        Optional<byte[]> wanted = wanted(custom);
        return wanted.isPresent() && MessageDigest.isEqual(wanted.get(), computed);
    }

    private static Optional<byte[]> wanted(JsonNode custom) {
        JsonNode hash = custom.path("hash");
        return Bytes.of(
                hash.path("value").asText(), hash.path("encoding").asText().toLowerCase(Locale.ROOT));
    }

    static byte[] salted(byte[] password, JsonNode salt) {
        byte[] bytes = bytes(salt);
        return salt.path("position").asText().equals("suffix")
                ? Bytes.joined(password, bytes)
                : Bytes.joined(bytes, password);
    }

    private static byte[] bytes(JsonNode encoded) {
        return Bytes.of(encoded.path("value").asText(), encoded.path("encoding").asText("utf8"))
                .orElseThrow(() -> new IllegalArgumentException("not in its encoding"));
    }

    /** A hash of another length than is said is none, and not computed. */
    private static boolean isScryptOf(byte[] password, JsonNode custom) {
        int length = custom.path("keylen").asInt();
        Optional<byte[]> wanted = wanted(custom);
        return wanted.isPresent()
                && wanted.get().length == length
                && MessageDigest.isEqual(
                        wanted.get(),
                        ScryptFunction.getInstance(
                                        custom.path("cost").asInt(16_384),
                                        custom.path("blockSize").asInt(8),
                                        custom.path("parallelization").asInt(1),
                                        length)
                                .hash(password, bytes(custom.path("salt")))
                                .getBytes());
    }

    private static byte[] hmac(byte[] password, JsonNode hash) {
        return Digest.named(hash.path("digest").asText())
                .orElseThrow(() -> new IllegalArgumentException("not a digest"))
                .hmac(bytes(hash.path("key")))
                .apply(password);
    }

    /** RFC 2307, with the salt behind the digest for the salted schemes. */
    private static boolean isLdapOf(byte[] password, String value) {
        Matcher form = LDAP.matcher(value);
        if (!form.matches()) {
            return false;
        }
        String scheme = form.group(1).toLowerCase(Locale.ROOT);
        boolean salted = scheme.startsWith("ssha") || scheme.equals("smd5");
        Optional<Digest> digest = Digest.named(salted ? scheme.substring(1) : scheme);
        byte[] bytes = Base64.getDecoder().decode(form.group(2));
        if (digest.isEmpty()
                || bytes.length < digest.get().length()
                || (!salted && bytes.length > digest.get().length())) {
            return false;
        }
        int length = digest.get().length();
        byte[] salt = Arrays.copyOfRange(bytes, length, bytes.length);
        return MessageDigest.isEqual(Arrays.copyOf(bytes, length), digest.get().of(Bytes.joined(password, salt)));
    }

    private static Charset encoding(JsonNode custom) {
        return switch (custom.path("password").path("encoding").asText()) {
            case "utf16le", "ucs2" -> StandardCharsets.UTF_16LE;
            case "latin1", "binary", "ascii" -> StandardCharsets.ISO_8859_1;
            default -> StandardCharsets.UTF_8;
        };
    }
}
