package io.github.auth0maven.tenant.tokens;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the assertions of a client that authenticates with a private key.
 *
 * <p>Documented: signed RS256, RS384 or PS256, iss = sub = client id, aud = the tenant's URL, a lifetime of at most five
 * minutes, and a jti that was not used before.
 */
public final class ClientAssertions {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration LONGEST_LIFETIME = Duration.ofMinutes(5);

    private final Client client;
    private final URI tenant;
    private final Clock clock;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    public ClientAssertions(Client client, URI tenant, Clock clock) {
        this.client = client;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** Whether the assertion proves, for the first time, that the caller holds the client's private key. */
    public boolean proves(String type, @Nullable String assertion) {
        PublicKey key = client.key();
        return type.equals(TYPE)
                && assertion != null
                && key != null
                && JsonWebToken.read(assertion)
                        .filter(token -> aboutClient(token) && timely(token) && signedWith(key, token))
                        .filter(token -> !token.claim("jti").isEmpty() && used.add(token.claim("jti")))
                        .isPresent();
    }

    private boolean aboutClient(JsonWebToken token) {
        return token.claim("iss").equals(client.id())
                && token.claim("sub").equals(client.id())
                && token.claim("aud").equals(tenant.toString());
    }

    private boolean timely(JsonWebToken token) {
        Instant now = clock.instant();
        Instant end = Instant.ofEpochSecond(token.claims().path("exp").asLong());
        return end.isAfter(now) && !end.isAfter(now.plus(LONGEST_LIFETIME));
    }

    private static boolean signedWith(PublicKey key, JsonWebToken token) {
        try {
            Signature signature = verifier(token.header().path("alg").asText());
            signature.initVerify(key);
            signature.update(token.signed().getBytes(StandardCharsets.US_ASCII));
            return signature.verify(token.signatureBytes());
        } catch (GeneralSecurityException notSigned) {
            return false;
        }
    }

    private static Signature verifier(String algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case "RS256" -> Signature.getInstance("SHA256withRSA");
            case "RS384" -> Signature.getInstance("SHA384withRSA");
            case "PS256" -> {
                Signature signature = Signature.getInstance("RSASSA-PSS");
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
                yield signature;
            }
            default -> throw new GeneralSecurityException("Not a supported algorithm: " + algorithm);
        };
    }
}
