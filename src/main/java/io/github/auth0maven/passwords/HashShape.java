package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the hashes of many users have in common: the algorithm and its options, as a person would say it. One sample proves all
 * hashes of a shape.
 */
public record HashShape(String text) {

    /** The shape of users without a hash. */
    static final HashShape NONE = new HashShape("no hash");

    static HashShape of(JsonNode user) {
        if (user.path("password_hash").isTextual()) {
            return new HashShape("bcrypt in password_hash");
        }
        JsonNode custom = user.path("custom_password_hash");
        if (!custom.isObject()) {
            return NONE;
        }
        List<String> parts = new ArrayList<>();
        parts.add(custom.path("algorithm").asText());
        parts.addAll(options(custom));
        JsonNode salt = custom.path("salt");
        if (salt.isObject()) {
            parts.add("salt " + salt.path("encoding").asText("utf8") + " "
                    + salt.path("position").asText("prefix"));
        }
        if (custom.path("password").has("encoding")) {
            parts.add("password " + custom.path("password").path("encoding").asText());
        }
        return new HashShape(String.join(", ", parts));
    }

    private static List<String> options(JsonNode custom) {
        JsonNode hash = custom.path("hash");
        String value = hash.path("value").asText();
        String encoding = hash.path("encoding").asText();
        return switch (custom.path("algorithm").asText()) {
            case "bcrypt" ->
                List.of(value.length() > 7 ? "cost " + value.substring(4, 6).replaceAll("[^0-9]", "?") : "");
            case "argon2" ->
                List.of(value.replaceAll("^\\$(argon2i?d?)\\$.*", "$1").replaceAll("\\$.*", "?"));
            case "pbkdf2" ->
                Optional.of(value).flatMap(Pbkdf2Hash::read).stream()
                        .flatMap(
                                read -> List.of(read.digest(), "i=" + read.iterations(), "l=" + read.length()).stream())
                        .toList();
            case "ldap" ->
                List.of(value.replaceAll("^(\\{[A-Za-z0-9-]+\\}).*", "$1").replaceAll("[^}]*$", ""));
            case "scrypt" -> scrypt(custom, encoding);
            case "hmac" -> hmac(hash, encoding);
            default -> List.of(encoding);
        };
    }

    private static List<String> hmac(JsonNode hash, String encoding) {
        return List.of(
                encoding,
                hash.path("digest").asText(),
                "key " + hash.path("key").path("encoding").asText("utf8"));
    }

    private static List<String> scrypt(JsonNode custom, String encoding) {
        return List.of(
                encoding,
                "N=" + custom.path("cost").asText("16384"),
                "r=" + custom.path("blockSize").asText("8"),
                "p=" + custom.path("parallelization").asText("1"),
                "keylen=" + custom.path("keylen").asText());
    }

    @Override
    public String toString() {
        return text;
    }
}
