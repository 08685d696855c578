package io.github.auth0maven.tenant;

import java.security.SecureRandom;

/** Makes the identifiers and secrets that Auth0 makes, in Auth0's alphabets. */
final class Ids {

    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String HEX = "0123456789abcdef";

    private final SecureRandom random = new SecureRandom();

    /** A random text of ASCII letters and digits. */
    String alphanumeric(int length) {
        return text(ALPHANUMERIC, length);
    }

    /** A random text of hexadecimal digits. */
    String hex(int length) {
        return text(HEX, length);
    }

    byte[] key(int length) {
        byte[] key = new byte[length];
        random.nextBytes(key);
        return key;
    }

    private String text(String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .collect(StringBuilder::new, (text, at) -> text.append(alphabet.charAt(at)), StringBuilder::append)
                .toString();
    }
}
