package io.github.auth0maven.management;

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
            ResponseJson claims = parts.length == PARTS
                    ? ResponseJson.read(Base64.getUrlDecoder().decode(parts[1]))
                    : ResponseJson.read(new byte[0]);
            return new TokenClaims(
                    expiry(claims.member("exp")),
                    text(claims, "iss"),
                    audience(claims.member("aud")),
                    scopes(text(claims, "scope")));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return new TokenClaims(Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        }
    }

    private static Optional<String> text(ResponseJson claims, String name) {
        ResponseJson claim = claims.member(name);
        return claim.isText() ? Optional.of(claim.text()) : Optional.empty();
    }

    private static Optional<Instant> expiry(ResponseJson claim) {
        return claim.isNumber() ? Optional.of(Instant.ofEpochSecond(claim.number(0))) : Optional.empty();
    }

    private static Optional<Set<String>> scopes(Optional<String> claim) {
        return claim.isPresent()
                ? Optional.of(Set.copyOf(List.of(claim.get().strip().split(" +", -1))))
                : Optional.empty();
    }

    /** One audience, or several. */
    private static List<String> audience(ResponseJson claim) {
        List<String> audience = new ArrayList<>();
        if (claim.isText()) {
            audience.add(claim.text());
        }
        for (ResponseJson each : claim.items()) {
            audience.add(each.text());
        }
        return audience;
    }

    /** Whether the token says what it may do, and that this is no part of it. */
    boolean lacks(String scope) {
        return scopes.isPresent() && !has(scope);
    }

    /** Whether the token says that it may do this. */
    boolean has(String scope) {
        return scopes.isPresent() && scopes.get().contains(scope);
    }
}
