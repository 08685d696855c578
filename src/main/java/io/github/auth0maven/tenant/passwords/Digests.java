package io.github.auth0maven.tenant.passwords;

import com.appmattus.crypto.Algorithm;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A digest by the name that hashes have for it: the JDK's, or of a library for those that the JDK has not. */
sealed interface Digests {

    /** The digest of these bytes. */
    byte[] digest(byte[] input);

    /** HMAC (RFC 2104) over this digest with a key. */
    Keyed hmac(byte[] key);

    /** Authenticates bytes with a key. */
    interface Keyed {

        byte[] of(byte[] input);
    }

    /** The digest of this name, in any case. */
    static Digests of(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace("/", "");
        String ofJdk = OfJdk.NAMES.get(plain);
        if (ofJdk != null) {
            return new OfJdk(ofJdk);
        }
        return switch (plain) {
            case "md4" -> new OfLibrary(Algorithm.MD4.INSTANCE);
            case "ripemd160", "rmd160", "ripemd" -> new OfLibrary(Algorithm.RipeMD160.INSTANCE);
            case "whirlpool" -> new OfLibrary(Algorithm.Whirlpool.INSTANCE);
            default -> throw new IllegalArgumentException("Not a digest that Auth0 names");
        };
    }

    /** A digest of the JDK, by its name there. */
    record OfJdk(String name) implements Digests {

        private static final Map<String, String> NAMES = Map.of(
                "md5", "MD5",
                "sha", "SHA-1",
                "sha1", "SHA-1",
                "sha224", "SHA-224",
                "sha256", "SHA-256",
                "sha384", "SHA-384",
                "sha512", "SHA-512",
                "sha512224", "SHA-512/224",
                "sha512256", "SHA-512/256");

        @Override
        public byte[] digest(byte[] input) {
            try {
                return MessageDigest.getInstance(name).digest(input);
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }

        @Override
        public Keyed hmac(byte[] key) {
            try {
                Mac mac = Mac.getInstance("Hmac" + name.replace("SHA-", "SHA"));
                // An empty key is no key for the JDK; one of a zero byte is the same, for short keys are filled with
                // zeros.
                mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "RAW"));
                return mac::doFinal;
            } catch (NoSuchAlgorithmException | InvalidKeyException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }

    /** A digest of the library that has what the JDK has not. */
    record OfLibrary(Algorithm algorithm) implements Digests {

        @Override
        public byte[] digest(byte[] input) {
            return algorithm.createDigest().digest(input);
        }

        @Override
        public Keyed hmac(byte[] key) {
            com.appmattus.crypto.Digest<?> hmac = ((com.appmattus.crypto.Hmac) algorithm).createHmac(key, null);
            return hmac::digest;
        }
    }
}
