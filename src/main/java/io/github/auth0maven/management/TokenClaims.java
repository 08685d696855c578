package io.github.auth0maven.management;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an access token says of itself. Of a token that cannot be read nothing is known; the service will say what it makes of it.
 *
 * @param scopes empty if the token says nothing of them
 */
record TokenClaims(
        Optional<Instant> expiry, Optional<String> issuer, List<String> audience, Optional<Set<String>> scopes) {

    private static final int PARTS = 3;

    static TokenClaims of(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            JsonNode claims = parts.length == PARTS
                    ? JsonTree.read(Base64.getUrlDecoder().decode(parts[1]))
                    : JsonTree.read(new byte[0]);
            return new TokenClaims(
                    Optional.of(claims.path("exp"))
                            .filter(JsonNode::isNumber)
                            .map(at -> Instant.ofEpochSecond(at.asLong())),
                    text(claims, "iss"),
                    audience(claims.path("aud")),
                    text(claims, "scope")
                            .map(text -> Set.copyOf(List.of(text.strip().split(" +", -1)))));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return new TokenClaims(Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        }
    }

    private static Optional<String> text(JsonNode claims, String name) {
        return Optional.of(claims.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** One audience, or several. */
    private static List<String> audience(JsonNode claim) {
        List<String> audience = new ArrayList<>();
        if (claim.isTextual()) {
            audience.add(claim.asText());
        }
        claim.forEach(each -> audience.add(each.asText()));
        return audience;
    }

    /** Whether the token says what it may do, and that this is no part of it. */
    boolean lacks(String scope) {
        return scopes.isPresent() && !has(scope);
    }

    /** Whether the token says that it may do this. */
    boolean has(String scope) {
        return scopes.map(granted -> granted.contains(scope)).orElse(false);
    }
}
