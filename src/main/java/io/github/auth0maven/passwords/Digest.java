package io.github.auth0maven.passwords;

import com.appmattus.crypto.Algorithm;
import com.appmattus.crypto.Hmac;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The digests that hashes are made with, by the names that Auth0 has for them. */
enum Digest {
    MD4("md4", 16, ""),
    MD5("md5", 16, "MD5"),
    SHA1("sha1", 20, "SHA-1"),
    RIPEMD160("ripemd160", 20, ""),
    SHA224("sha224", 28, "SHA-224"),
    SHA256("sha256", 32, "SHA-256"),
    SHA512_256("sha512-256", 32, "SHA-512/256"),
    SHA384("sha384", 48, "SHA-384"),
    SHA512("sha512", 64, "SHA-512"),
    WHIRLPOOL("whirlpool", 64, "");

    private final String auth0;
    private final int length;
    /** Its name in the JDK; empty if the JDK has none. */
    private final String jdk;

    Digest(String auth0, int length, String jdk) {
        this.auth0 = auth0;
        this.length = length;
        this.jdk = jdk;
    }

    /** The library's, for those that the JDK lacks. */
    private Algorithm library() {
        return switch (this) {
            case MD4 -> Algorithm.MD4.INSTANCE;
            case RIPEMD160 -> Algorithm.RipeMD160.INSTANCE;
            case WHIRLPOOL -> Algorithm.Whirlpool.INSTANCE;
            default -> throw new IllegalStateException("The JDK has " + this);
        };
    }

    /** The digest of this name, however it is written: {@code SHA-256}, {@code sha256}, {@code sha512-256}, {@code sha}. */
    static Optional<Digest> named(String name) {
        String bare = bare(name);
        return Arrays.stream(values())
                .filter(each -> bare(each.auth0).equals(bare) || (each == SHA1 && bare.equals("sha")))
                .findFirst();
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_/]", "");
    }

    /** The name that Auth0 has for it. */
    String auth0Name() {
        return auth0;
    }

    /** How many bytes it gives. */
    int length() {
        return length;
    }

    byte[] of(byte[] input) {
        if (jdk.isEmpty()) {
            return library().createDigest().digest(input);
        }
        try {
            return MessageDigest.getInstance(jdk).digest(input);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** HMAC over this digest; what it returns is for one thread. */
    UnaryOperator<byte[]> hmac(byte[] key) {
        if (jdk.isEmpty()) {
            var hmac = ((Hmac) library()).createHmac(key, null);
            return hmac::digest;
        }
        try {
            Mac mac = Mac.getInstance("Hmac" + jdk.replace("SHA-", "SHA"));
            // The JDK refuses an empty key; keys are filled up with zeros, so one zero is the same.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HMAC"));
            return mac::doFinal;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
