package io.github.auth0maven.tenant;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes the identifiers and secrets that Auth0 makes, in Auth0's alphabets. */
final class Ids {

    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();

    /** A random text of ASCII letters and digits. */
    String alphanumeric(int length) {
        return random.ints(length, 0, ALPHANUMERIC.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHANUMERIC.charAt(at)), StringBuilder::append)
                .toString();
    }

    /** A random text of hexadecimal digits, two for each byte. */
    String hex(int bytes) {
        return HexFormat.of().formatHex(bytes(bytes));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
