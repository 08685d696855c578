package io.github.auth0maven.tenant.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Mints access tokens for the Management API, and verifies those that requests bear. */
public final class AccessTokens {

    private static final String ALGORITHM = "HS256";

    private final URI issuer;
    private final Clock clock;
    private final Duration lifetime;
    private final SecretKey key;

    public AccessTokens(URI issuer, Clock clock, Duration lifetime) {
        this.issuer = issuer;
        this.clock = clock;
        this.lifetime = lifetime;
        this.key = new SecretKeySpec(new Ids().bytes(32), "HmacSHA256");
    }

    /** The Management API's identifier: its URL with the trailing slash [D]. */
    public String audience() {
        return issuer + "api/v2/";
    }

    /** How long a token is valid. */
    public Duration lifetime() {
        return lifetime;
    }

    public String mint(String clientId, Collection<String> scopes) {
        Instant now = clock.instant();
        JsonNode header = Json.object().put("alg", ALGORITHM).put("typ", "JWT");
        JsonNode claims = Json.object()
                .put("iss", issuer.toString())
                .put("sub", clientId + "@clients")
                .put("aud", audience())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(lifetime).getEpochSecond())
                .put("scope", scopeText(scopes))
                .put("gty", "client-credentials")
                .put("azp", clientId);
        String signed = JsonWebToken.encoded(header) + "." + JsonWebToken.encoded(claims);
        return signed + "." + JsonWebToken.encoded(signature(signed));
    }

    /** The scopes as one text. */
    public static String scopeText(Collection<String> scopes) {
        return String.join(" ", new TreeSet<>(scopes));
    }

    /** Refuses a request whose token is missing, wrong, or without any of the scopes; the texts are documented. */
    public void verify(Request request, List<String> anyOf) throws Refusal {
        List<String> granted = scopes(request);
        if (anyOf.stream().noneMatch(granted::contains)) {
            throw Refusal.of(
                    403, "Insufficient scope, expected any of: " + String.join(",", anyOf), "insufficient_scope");
        }
    }

    /** The scopes of the token that a request bears. */
    public List<String> scopes(Request request) throws Refusal {
        return scopes(bearer(request.header("Authorization")));
    }

    private static JsonWebToken bearer(Optional<String> authorization) throws Refusal {
        String header = authorization
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .orElseThrow(() -> Refusal.of(401, "Missing authentication"));
        return JsonWebToken.read(header.substring(7).strip())
                .orElseThrow(() -> Refusal.of(400, "Bad HTTP authentication header format", "Bearer"));
    }

    private List<String> scopes(JsonWebToken token) throws Refusal {
        // Which tokens the service calls invalid is not documented; here it is those of another algorithm [I].
        if (!token.header().path("alg").asText().equals(ALGORITHM)) {
            throw Refusal.of(401, "Invalid token");
        }
        if (!MessageDigest.isEqual(signature(token.signed()), token.signatureBytes())) {
            throw Refusal.of(401, "Invalid signature received for JSON Web Token validation");
        }
        if (!Instant.ofEpochSecond(token.claims().path("exp").asLong()).isAfter(clock.instant())) {
            throw Refusal.of(401, "Expired token received for JSON Web Token validation");
        }
        return Arrays.asList(token.claim("scope").split(" ", -1));
    }

    private byte[] signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
