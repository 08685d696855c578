package io.github.auth0maven.management;

import com.auth0.jwt.JWT;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.interfaces.Claim;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.DateTimeException;
import java.time.Instant;
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

    static TokenClaims of(String token) {
        try {
            DecodedJWT jwt = JWT.decode(token);
            Claim scope = jwt.getClaim("scope");
            return new TokenClaims(
                    Optional.ofNullable(jwt.getExpiresAtAsInstant()),
                    Optional.ofNullable(jwt.getIssuer()),
                    Optional.ofNullable(jwt.getAudience()).orElseGet(List::of),
                    Optional.ofNullable(scope.asString())
                            .map(text -> Set.copyOf(List.of(text.strip().split(" +", -1)))));
        } catch (JWTDecodeException | DateTimeException e) {
            return new TokenClaims(Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        }
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
