package io.github.auth0maven.passwords.sources;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A credential of Keycloak's realm export, or the list of a user's: an object whose two data members hold JSON as text. */
final class KeycloakCredential {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String SOURCE = "Keycloak's ";

    private KeycloakCredential() {}

    static Optional<SourceHash> read(String text) {
        if (!(text.startsWith("{") || text.startsWith("[")) || !text.contains("\"secretData\"")) {
            return Optional.empty();
        }
        try {
            Map<String, String> values = new HashMap<>();
            collect(text, values);
            return Optional.of(made(values));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.of(HashForm.damaged(SOURCE + "credential"));
        }
    }

    private static SourceHash made(Map<String, String> values) {
        String algorithm = needed(values, "algorithm");
        byte[] salt = B64.decoded(needed(values, "salt"));
        byte[] key = B64.decoded(needed(values, "value"));
        int count = Integer.parseInt(needed(values, "hashIterations"));
        String json;
        if (algorithm.equals("argon2")) {
            json = Auth0Form.argon2("$argon2" + values.getOrDefault("type", "id") + "$v="
                    + (values.getOrDefault("version", "1.3").equals("1.0") ? 16 : 19) + "$m=" + needed(values, "memory")
                    + ",t=" + count + ",p=" + needed(values, "parallelism") + "$" + B64.encoded(salt) + "$"
                    + B64.encoded(key));
        } else if (algorithm.matches("pbkdf2(-sha256|-sha512)?")) {
            String digest = algorithm.equals("pbkdf2") ? "sha1" : algorithm.substring("pbkdf2-".length());
            json = Auth0Form.pbkdf2(digest, count, salt, key);
        } else if (algorithm.equals("bcrypt")) {
            json = Auth0Form.bcrypt(new String(key, java.nio.charset.StandardCharsets.US_ASCII));
        } else {
            return new SourceHash.Refused(
                    "a credential of Keycloak's with another algorithm",
                    "it is a credential of Keycloak's with an algorithm that Keycloak itself does not"
                            + " have; if you know how it is computed, write it as custom_password_hash");
        }
        return new SourceHash.Converted(SOURCE + (algorithm.equals("argon2") ? "argon2" : "pbkdf2"), json);
    }

    private static String needed(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("lacks " + name);
        }
        return value;
    }

    /** Takes the texts and numbers of a JSON text, by their names, and of the two members that are JSON themselves. */
    private static void collect(String text, Map<String, String> values) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            Optional<String> name = Optional.empty();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    name = Optional.of(json.currentName());
                } else if (token.isScalarValue() && name.isPresent()) {
                    String value = json.getText();
                    if (name.get().endsWith("Data") && value.startsWith("{")) {
                        collect(value, values);
                    } else if (!isOfCredential(name.get(), json)) {
                        values.putIfAbsent(name.get(), value);
                    }
                }
            }
        }
    }

    /** Whether this is the credential's own type, {@code password}, and not that of argon2. */
    private static boolean isOfCredential(String name, JsonParser json) throws IOException {
        return name.equals("type") && json.getText().equals("password");
    }
}
