package io.github.auth0maven.passwords.sources;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.regex.Pattern;

/** Writes hashes as Auth0 takes them: a JSON object with the one member that a user gets. */
final class Auth0Form {

    /** What password_hash takes; bcrypt of other rounds or kinds goes elsewhere. */
    private static final Pattern PASSWORD_HASH = Pattern.compile("\\$2[ab]\\$10\\$[./A-Za-z0-9]{53}");

    private static final JsonFactory JSON = new JsonFactory();

    private Auth0Form() {}

    /** A text and how it stands for bytes. */
    record Encoded(String value, String encoding) {

        static Encoded hex(String value) {
            return new Encoded(value, "hex");
        }

        static Encoded base64(byte[] bytes) {
            return new Encoded(Base64.getEncoder().encodeToString(bytes), "base64");
        }

        static Encoded utf8(String value) {
            return new Encoded(value, "utf8");
        }
    }

    /** What scrypt costs: N, r and p. */
    record Cost(long cost, int blockSize, int parallelization) {

        Cost {
            if (Long.bitCount(cost) != 1 || cost < 2 || blockSize < 1 || parallelization < 1) {
                throw new IllegalArgumentException("no cost of scrypt");
            }
        }
    }

    /** Writes members. */
    @FunctionalInterface
    private interface Members {

        void write(JsonGenerator json) throws IOException;
    }

    static String bcrypt(String hash) {
        return PASSWORD_HASH.matcher(hash).matches() ? passwordHash(hash) : text("bcrypt", hash);
    }

    static String passwordHash(String text) {
        return object(json -> json.writeStringField("password_hash", text));
    }

    static String argon2(String phc) {
        return text("argon2", phc);
    }

    static String ldap(String hash) {
        return text("ldap", hash);
    }

    /** pbkdf2, as a PHC string. */
    static String pbkdf2(String digest, long iterations, byte[] salt, byte[] key) {
        if (iterations < 1 || iterations > Integer.MAX_VALUE || key.length == 0) {
            throw new IllegalArgumentException("no pbkdf2");
        }
        return text(
                "pbkdf2",
                "$pbkdf2-" + digest + "$i=" + iterations + ",l=" + key.length + "$" + B64.encoded(salt) + "$"
                        + B64.encoded(key));
    }

    static String scrypt(Encoded hash, Encoded salt, int keyLength, Cost cost) {
        return custom("scrypt", json -> {
            encoded(json, "hash", hash);
            encoded(json, "salt", salt);
            json.writeNumberField("keylen", keyLength);
            json.writeNumberField("cost", cost.cost());
            json.writeNumberField("blockSize", cost.blockSize());
            json.writeNumberField("parallelization", cost.parallelization());
        });
    }

    /** A digest of a salt and a password. */
    static String digest(String algorithm, Encoded hash, String salt, String position) {
        return custom(algorithm, json -> {
            encoded(json, "hash", hash);
            if (!salt.isEmpty()) {
                json.writeObjectFieldStart("salt");
                json.writeStringField("value", salt);
                json.writeStringField("position", position);
                json.writeEndObject();
            }
        });
    }

    /** HMAC over a password. */
    static String hmac(String digest, String key, Encoded hash) {
        return custom("hmac", json -> {
            json.writeObjectFieldStart("hash");
            json.writeStringField("value", hash.value());
            json.writeStringField("encoding", hash.encoding());
            json.writeStringField("digest", digest);
            json.writeObjectFieldStart("key");
            json.writeStringField("value", key);
            json.writeStringField("encoding", "utf8");
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    /** md4 of the password in UTF-16, as Windows makes it. */
    static String ntlm(String hex) {
        return custom("md4", json -> {
            encoded(json, "hash", Encoded.hex(hex));
            json.writeObjectFieldStart("password");
            json.writeStringField("encoding", "utf16le");
            json.writeEndObject();
        });
    }

    /** A hash that is a text as it is. */
    static String text(String algorithm, String value) {
        return custom(algorithm, json -> {
            json.writeObjectFieldStart("hash");
            json.writeStringField("value", value);
            json.writeEndObject();
        });
    }

    private static void encoded(JsonGenerator json, String name, Encoded encoded) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("value", encoded.value());
        json.writeStringField("encoding", encoded.encoding());
        json.writeEndObject();
    }

    private static String custom(String algorithm, Members members) {
        return object(json -> {
            json.writeObjectFieldStart("custom_password_hash");
            json.writeStringField("algorithm", algorithm);
            members.write(json);
            json.writeEndObject();
        });
    }

    private static String object(Members members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be written", e);
        }
        return text.toString();
    }
}
