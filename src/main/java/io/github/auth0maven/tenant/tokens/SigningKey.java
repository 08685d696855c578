package io.github.auth0maven.tenant.tokens;

import com.auth0.jwt.algorithms.Algorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The RSA key that a tenant signs its tokens with: made anew at each start, never written anywhere.
 *
 * <p>It is made beside the start, which does not wait for it; whoever needs it first does.
 */
public final class SigningKey {

    private static final int BITS = 2048;

    private final String id;
    private final CompletableFuture<KeyPair> pair = new CompletableFuture<>();

    private SigningKey(String id) {
        this.id = id;
    }

    /** Begins to make a key. */
    public static SigningKey make() {
        byte[] id = new byte[12];
        new SecureRandom().nextBytes(id);
        SigningKey key = new SigningKey(HexFormat.of().formatHex(id));
        Thread maker = new Thread(() -> key.pair.complete(generate()), "local-tenant-key");
        maker.setDaemon(true);
        maker.start();
        return key;
    }

    /** What tokens name the key by. */
    public String id() {
        return id;
    }

    /** RS256 with this key. */
    public Algorithm algorithm() {
        KeyPair made = pair.join();
        return Algorithm.RSA256((RSAPublicKey) made.getPublic(), (RSAPrivateKey) made.getPrivate());
    }

    /** The public half as a JSON Web Key (RFC 7517). */
    public Map<String, String> jsonWebKey() {
        RSAPublicKey key = (RSAPublicKey) pair.join().getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                id,
                "n",
                encoded(key.getModulus()),
                "e",
                encoded(key.getPublicExponent()));
    }

    /** Base64url of the magnitude, without the byte that holds nothing but the sign. */
    private static String encoded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] magnitude = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
