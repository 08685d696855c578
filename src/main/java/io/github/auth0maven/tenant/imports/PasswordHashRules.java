package io.github.auth0maven.tenant.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What each algorithm asks of a custom_password_hash, beyond the schema [D].
 *
 * <p>An absent encoding is fine: Auth0's own published examples leave it out. The codes are inferred.
 */
final class PasswordHashRules {

    private static final Set<String> TEXT = Set.of("utf8");
    private static final Set<String> BINARY = Set.of("hex", "base64");
    private static final String BASE64 = "[A-Za-z0-9+/]+";
    private static final Pattern ANYTHING = Pattern.compile("");

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry(
                    "argon2",
                    new Rule(
                            TEXT,
                            false,
                            Pattern.compile("^\\$argon2(id|i|d)(\\$v=\\d+)?\\$[a-z]+=[^$]+\\$" + BASE64 + "\\$" + BASE64
                                    + "$"))),
            Map.entry("bcrypt", new Rule(TEXT, true, Pattern.compile("^\\$2[aby]\\$"))),
            Map.entry("hmac", new Rule(BINARY, true, ANYTHING)),
            Map.entry("ldap", new Rule(TEXT, false, Pattern.compile("(?i)^\\{(s?md5|s?sha[0-9-]*)\\}."))),
            Map.entry("md4", new Rule(BINARY, true, ANYTHING)),
            Map.entry("md5", new Rule(BINARY, true, ANYTHING)),
            Map.entry("sha1", new Rule(BINARY, true, ANYTHING)),
            Map.entry("sha256", new Rule(BINARY, true, ANYTHING)),
            Map.entry("sha512", new Rule(BINARY, true, ANYTHING)),
            Map.entry(
                    "pbkdf2",
                    new Rule(
                            TEXT,
                            false,
                            Pattern.compile("^\\$pbkdf2-[A-Za-z0-9-]+(\\$[il]=\\d+(,[il]=\\d+)*)?\\$" + BASE64 + "\\$"
                                    + BASE64 + "$"))),
            Map.entry("scrypt", new Rule(BINARY, true, ANYTHING)));

    private PasswordHashRules() {}

    /** What is wrong with a custom_password_hash that fits the schema. */
    static List<UserError> errors(String path, JsonNode custom) {
        String algorithm = custom.path("algorithm").asText();
        Rule rule = RULES.getOrDefault(algorithm, new Rule(BINARY, true, ANYTHING));
        List<UserError> found = new ArrayList<>(rule.errors(path, custom));
        if (algorithm.equals("hmac")) {
            found.addAll(hmacErrors(path + ".hash", custom.path("hash")));
        }
        if (algorithm.equals("scrypt")) {
            found.addAll(scryptErrors(path, custom));
        }
        return found;
    }

    private static List<UserError> hmacErrors(String path, JsonNode hash) {
        List<UserError> found = new ArrayList<>();
        for (String name : List.of("digest", "key")) {
            if (!hash.has(name)) {
                found.add(missing(path, name));
            }
        }
        return found;
    }

    private static List<UserError> scryptErrors(String path, JsonNode custom) {
        List<UserError> found = new ArrayList<>();
        if (!custom.has("keylen")) {
            found.add(missing(path, "keylen"));
        }
        for (String name : List.of("keylen", "cost", "blockSize", "parallelization")) {
            int minimum = name.equals("cost") ? 2 : 1;
            double number = custom.path(name).asDouble(minimum);
            if (number < minimum) {
                found.add(UserError.at(
                        path + "." + name,
                        "MINIMUM",
                        "Value " + custom.path(name).asText() + " is less than minimum " + minimum));
            } else if (name.equals("cost") && Long.bitCount((long) number) != 1) {
                found.add(UserError.at(path + "." + name, "NOT_PASSED", "Must be a power of two"));
            }
        }
        return found;
    }

    private static UserError missing(String path, String name) {
        return UserError.at(path, "OBJECT_MISSING_REQUIRED_PROPERTY", "Missing required property: " + name);
    }

    /**
     * What an algorithm allows.
     *
     * @param encodings the encodings of the hash
     * @param salted whether the salt may be given apart from the hash
     * @param value what is to be found in the hash
     */
    private record Rule(Set<String> encodings, boolean salted, Pattern value) {

        List<UserError> errors(String path, JsonNode custom) {
            JsonNode hash = custom.path("hash");
            String encoding = hash.path("encoding").asText();
            List<UserError> found = new ArrayList<>();
            if (!encoding.isEmpty() && !encodings.contains(encoding)) {
                found.add(UserError.at(path + ".hash.encoding", "ENUM_MISMATCH", "No enum match for: " + encoding));
            }
            if (!salted && custom.has("salt")) {
                found.add(UserError.at(path + ".salt", "NOT_PASSED", "Data matches schema from 'not'"));
            }
            if (!value.matcher(hash.path("value").asText()).find()) {
                found.add(UserError.at(
                        path + ".hash.value", "PATTERN", "String does not match pattern " + value.pattern()));
            }
            return found;
        }
    }
}
