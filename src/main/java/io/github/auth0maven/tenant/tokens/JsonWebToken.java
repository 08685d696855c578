package io.github.auth0maven.tenant.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.server.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A JSON Web Token taken apart, its signature not yet verified.
 *
 * @param signed the part that the signature covers
 * @param signature the signature, still in base64url
 */
public record JsonWebToken(JsonNode header, JsonNode claims, String signed, String signature) {

    /** Takes a compact token apart; empty if the text is no token. */
    public static Optional<JsonWebToken> read(String compact) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode header = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[0]));
            JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
            Base64.getUrlDecoder().decode(parts[2]);
            return header.isObject() && claims.isObject()
                    ? Optional.of(new JsonWebToken(header, claims, parts[0] + "." + parts[1], parts[2]))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    public static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static String encoded(JsonNode node) {
        return encoded(Json.text(node).getBytes(StandardCharsets.UTF_8));
    }

    String claim(String name) {
        return claims.path(name).asText();
    }

    byte[] signatureBytes() {
        return Base64.getUrlDecoder().decode(signature);
    }

    /** Leaves everything out: a token is a secret. */
    @Override
    public String toString() {
        return "JsonWebToken[…]";
    }
}
