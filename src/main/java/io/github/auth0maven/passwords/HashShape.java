package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.passwords.sources.HashSources;
import io.github.auth0maven.passwords.sources.SourceHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the hashes of many users have in common: the algorithm and its options, as a person would say it. One sample proves all
 * hashes of a shape.
 *
 * @param problem why no password can match, whatever it is
 */
public record HashShape(String text, Optional<String> problem) {

    /** The shape of users without a hash. */
    static final HashShape NONE = new HashShape(
            "no hash", Optional.of("there is no hash, so nobody can log in with it before a new password is chosen"));

    /** The shape of all hashes once there are too many shapes to be told. */
    static final HashShape OTHER = new HashShape("others", Optional.empty());

    private static final HashShape NO_BCRYPT = new HashShape(
            "no bcrypt in password_hash",
            Optional.of("this is no bcrypt hash, and nothing else can stand here; validate-users says more"));

    /** Words that are options; anything else could be a hash that stands in the wrong place. */
    private static final Pattern OPTION = Pattern.compile("[A-Za-z0-9/_-]{0,12}|[{][A-Za-z0-9-]{1,12}[}]");

    /** Whether these users have no hash. */
    public boolean isNone() {
        return equals(NONE);
    }

    static HashShape of(JsonNode user) {
        if (user.path("password_hash").isTextual()) {
            return ofPasswordHash(user.path("password_hash").asText());
        }
        JsonNode custom = user.path("custom_password_hash");
        if (!custom.isObject()) {
            return NONE;
        }
        List<String> parts = new ArrayList<>();
        parts.add(option(custom.path("algorithm").asText()));
        parts.addAll(options(custom));
        JsonNode salt = custom.path("salt");
        if (salt.isObject()) {
            parts.add("salt " + option(salt.path("encoding").asText("utf8")) + " "
                    + option(salt.path("position").asText("prefix")));
        }
        if (custom.path("password").has("encoding")) {
            parts.add("password "
                    + option(custom.path("password").path("encoding").asText()));
        }
        return new HashShape(String.join(", ", parts), Optional.empty());
    }

    private static HashShape ofPasswordHash(String hash) {
        if (Verifier.isBcrypt(hash)) {
            return new HashShape("bcrypt in password_hash", Optional.empty());
        }
        return HashSources.read(hash) instanceof SourceHash.Refused refused
                ? new HashShape(refused.source(), Optional.of(refused.reason()))
                : NO_BCRYPT;
    }

    private static List<String> options(JsonNode custom) {
        JsonNode hash = custom.path("hash");
        String value = hash.path("value").asText();
        String encoding = option(hash.path("encoding").asText());
        return switch (custom.path("algorithm").asText()) {
            case "bcrypt" -> List.of("cost " + option(value.replaceAll("^\\$2[aby]?\\$([0-9]{2})\\$.*", "$1")));
            case "argon2" -> List.of(option(value.replaceAll("^\\$(argon2i?d?)\\$.*", "$1")));
            case "pbkdf2" -> Pbkdf2Hash.read(value).map(HashShape::pbkdf2).orElse(List.of("?"));
            case "ldap" -> List.of(option(value.replaceAll("[^}]*$", "")));
            case "scrypt" -> scrypt(custom, encoding);
            case "hmac" -> hmac(hash, encoding);
            default -> List.of(encoding);
        };
    }

    private static List<String> pbkdf2(Pbkdf2Hash hash) {
        return List.of(option(hash.digest()), "i=" + hash.iterations(), "l=" + hash.length());
    }

    private static List<String> hmac(JsonNode hash, String encoding) {
        return List.of(
                encoding,
                option(hash.path("digest").asText()),
                "key " + option(hash.path("key").path("encoding").asText("utf8")));
    }

    private static List<String> scrypt(JsonNode custom, String encoding) {
        return List.of(
                encoding,
                "N=" + option(custom.path("cost").asText("16384")),
                "r=" + option(custom.path("blockSize").asText("8")),
                "p=" + option(custom.path("parallelization").asText("1")),
                "keylen=" + option(custom.path("keylen").asText()));
    }

    private static String option(String text) {
        return OPTION.matcher(text).matches() ? text : "?";
    }

    @Override
    public String toString() {
        return text;
    }
}
