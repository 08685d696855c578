package io.github.auth0maven.tenant.tokens;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier.BaseVerification;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.auth0.jwt.interfaces.Verification;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.tenant.applications.Api;
import io.github.auth0maven.tenant.applications.Application;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs the tokens of a tenant, in the form that Auth0 gives them. */
public final class TokenMint {

    /** Documented: an id token is valid for ten hours. */
    private static final Duration ID_TOKEN_LIFETIME = Duration.ofHours(10);

    private final URI issuer;
    private final SigningKey key;
    private final Clock clock;
    private final UserClaims claims;

    /** A mint for the tenant at this URL, which ends with a slash. */
    public TokenMint(URI issuer, SigningKey key, Clock clock, UserClaims claims) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
        this.claims = claims;
    }

    /** An access token for the API that was granted, on behalf of a user. */
    public String accessToken(Granted granted, Api api, Login login, String grantType) {
        Map<String, Object> body = body(login.userId(), api.lifetime());
        body.put("aud", granted.has("openid") ? List.of(api.audience(), issuer + "userinfo") : api.audience());
        body.put("scope", granted.scopeText());
        if (grantType.equals("password") || grantType.equals(Application.PASSWORD_REALM)) {
            body.put("gty", "password");
        }
        body.put("azp", granted.application().id());
        body.putAll(plain(claims.ofAccess(login.profile())));
        return signed(body, key.algorithm());
    }

    /** An access token with which an application acts for itself. */
    public String accessToken(Granted granted, Api api) {
        Map<String, Object> body = body(granted.application().id() + "@clients", api.lifetime());
        body.put("aud", api.audience());
        if (!granted.scopes().isEmpty()) {
            body.put("scope", granted.scopeText());
        }
        body.put("gty", "client-credentials");
        body.put("azp", granted.application().id());
        return signed(body, key.algorithm());
    }

    /** An id token; the nonce is empty where none was given, and the time of the login is told where it was asked for. */
    public String idToken(Granted granted, Login login, String nonce, boolean tellsTime) {
        Map<String, Object> body = body(login.userId(), ID_TOKEN_LIFETIME);
        Map<String, Object> all = new LinkedHashMap<>(plain(claims.ofIdentity(login.profile(), granted)));
        all.putAll(body);
        all.put("aud", granted.application().id());
        all.put("sid", login.session());
        if (!nonce.isEmpty()) {
            all.put("nonce", nonce);
        }
        if (tellsTime) {
            all.put("auth_time", login.at().getEpochSecond());
        }
        boolean symmetric = granted.application().idTokenAlgorithm().equals("HS256");
        return signed(all, symmetric ? Algorithm.HMAC256(granted.application().secret()) : key.algorithm());
    }

    /** The token, if this tenant signed it with its key for this audience, and it has not ended. */
    public Optional<DecodedJWT> verified(String token, String audience) {
        try {
            Verification rules =
                    JWT.require(key.algorithm()).withIssuer(issuer.toString()).withAnyOfAudience(audience);
            // The only way that the library offers to a clock of the caller's own.
            return Optional.of(((BaseVerification) rules).build(clock).verify(token));
        } catch (JWTVerificationException notOurs) {
            return Optional.empty();
        }
    }

    private Map<String, Object> body(String subject, Duration lifetime) {
        Instant now = clock.instant();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("iss", issuer.toString());
        body.put("sub", subject);
        body.put("iat", now.getEpochSecond());
        body.put("exp", now.plus(lifetime).getEpochSecond());
        return body;
    }

    private String signed(Map<String, Object> body, Algorithm algorithm) {
        Map<String, Object> header =
                algorithm.getName().equals("RS256") ? Map.of("typ", "JWT", "kid", key.id()) : Map.of("typ", "JWT");
        return JWT.create().withHeader(header).withPayload(body).sign(algorithm);
    }

    private static Map<String, Object> plain(Map<String, JsonNode> claims) {
        return Plain.MAPPER.convertValue(claims, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /** Made when the first token is: most of what a start would take is its classes. */
    private static final class Plain {

        static final ObjectMapper MAPPER = new ObjectMapper();
    }
}
