package io.github.auth0maven.tenant.passwords;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PBKDF2 (RFC 8018, section 5.2) with any digest, over bytes.
 *
 * <p>The JDK's own takes characters and knows the SHA family alone.
 */
final class Pbkdf2 {

    private static final Pattern PHC = Pattern.compile(
            "\\$pbkdf2-([A-Za-z0-9/_-]+)\\$(?:([il]=[0-9]+(?:,[il]=[0-9]+)?)\\$)?([A-Za-z0-9+/]*)\\$([A-Za-z0-9+/]+)");
    private static final Pattern ITERATIONS = Pattern.compile("i=([0-9]+)");
    private static final Pattern LENGTH = Pattern.compile("l=([0-9]+)");

    private Pbkdf2() {}

    /** Whether the hash, a PHC string, is that of the password; documented: i and l default to 100000 and 64. */
    static boolean matches(byte[] password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            return false;
        }
        String options = parts.group(2) == null ? "" : parts.group(2);
        byte[] salt = Base64.getDecoder().decode(parts.group(3));
        int length = number(LENGTH, options, 64);
        byte[] derived =
                derived(Digests.of(parts.group(1)).hmac(password), salt, number(ITERATIONS, options, 100_000), length);
        return MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts.group(4)));
    }

    private static int number(Pattern pattern, String options, int otherwise) {
        Matcher matcher = pattern.matcher(options);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
    }

    private static byte[] derived(Digests.Keyed mac, byte[] salt, int iterations, int length) {
        byte[] key = new byte[0];
        for (int block = 1; key.length < length; block++) {
            byte[] numbered =
                    ByteBuffer.allocate(salt.length + 4).put(salt).putInt(block).array();
            byte[] last = mac.of(numbered);
            byte[] sum = last.clone();
            for (int round = 1; round < iterations; round++) {
                last = mac.of(last);
                for (int at = 0; at < sum.length; at++) {
                    sum[at] ^= last[at];
                }
            }
            int filled = key.length;
            key = Arrays.copyOf(key, Math.min(length, filled + sum.length));
            System.arraycopy(sum, 0, key, filled, key.length - filled);
        }
        return key;
    }
}
