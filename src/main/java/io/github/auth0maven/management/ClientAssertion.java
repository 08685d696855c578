package io.github.auth0maven.management;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.SignatureGenerationException;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Signs what proves to a tenant that the caller holds an application's private key. */
final class ClientAssertion {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** Auth0 takes five minutes at most; the clocks may differ. */
    private static final Duration LIFE = Duration.ofMinutes(2);

    private static final int SHA256_SIZE = 32;

    private ClientAssertion() {}

    /**
     * An assertion that counts once.
     *
     * @param audience the tenant's root, with a slash at its end
     */
    static String signed(Credentials.PrivateKeyJwt credentials, String audience, Instant now) {
        return JWT.create()
                .withIssuer(credentials.clientId())
                .withSubject(credentials.clientId())
                .withAudience(audience)
                .withIssuedAt(now)
                .withExpiresAt(now.plus(LIFE))
                .withJWTId(UUID.randomUUID().toString())
                .sign(algorithm(credentials));
    }

    private static Algorithm algorithm(Credentials.PrivateKeyJwt credentials) {
        return switch (credentials.signature()) {
            case RS256 -> Algorithm.RSA256(null, credentials.key());
            case RS384 -> Algorithm.RSA384(null, credentials.key());
            case PS256 -> new Pss(credentials.key());
        };
    }

    /** PS256, which the library lacks and the JDK has. */
    private static final class Pss extends Algorithm {

        private final RSAPrivateKey key;

        Pss(RSAPrivateKey key) {
            super("PS256", "RSASSA-PSS");
            this.key = key;
        }

        @Override
        public byte[] sign(byte[] content) {
            try {
                Signature signature = Signature.getInstance("RSASSA-PSS");
                signature.setParameter(
                        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SHA256_SIZE, 1));
                signature.initSign(key);
                signature.update(content);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new SignatureGenerationException(this, e);
            }
        }

        @Override
        public void verify(DecodedJWT jwt) {
            throw new SignatureVerificationException(this);
        }
    }
}
