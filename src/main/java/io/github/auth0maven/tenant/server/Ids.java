package io.github.auth0maven.tenant.server;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes the identifiers and secrets that Auth0 makes, in Auth0's alphabets. */
public final class Ids {

    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();

    /** A random text of ASCII letters and digits. */
    public String alphanumeric(int length) {
        return random.ints(length, 0, ALPHANUMERIC.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHANUMERIC.charAt(at)), StringBuilder::append)
                .toString();
    }

    /** A random text of hexadecimal digits, two for each byte. */
    public String hex(int bytes) {
        return HexFormat.of().formatHex(bytes(bytes));
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
