package io.github.auth0maven.validation;

/** A set of ASCII characters, asked byte by byte. */
final class Characters {

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    static final Characters DIGITS = of("0123456789");
    static final Characters HEX = of("0123456789abcdefABCDEF");
    static final Characters BASE32 = of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    /** Both the standard alphabet and the one for URLs. */
    static final Characters BASE64 = of(LETTERS_AND_DIGITS + "+/-_");
    /** Of PHC strings, with the two characters that bcrypt's dialect adds. */
    static final Characters STANDARD_BASE64 = of(LETTERS_AND_DIGITS + "+/");

    static final Characters B64 = of(LETTERS_AND_DIGITS + "+/.-");

    static final Characters BCRYPT = of(LETTERS_AND_DIGITS + "./");
    static final Characters LETTERS = of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    static final Characters LABEL = of(LETTERS_AND_DIGITS + "-");
    static final Characters LOCAL_PART = of(LETTERS_AND_DIGITS + "!#$%&'*+-/=?^_`{|}~");
    static final Characters USERNAME = of(LETTERS_AND_DIGITS + "@^$.!`-#+'~_");
    /** Of what is shown even where a secret could have been put by mistake. */
    static final Characters PLAIN_NAME = of(LETTERS_AND_DIGITS + "_-");

    private final boolean[] members = new boolean[256];

    private Characters() {}

    private static Characters of(String all) {
        Characters characters = new Characters();
        for (int i = 0; i < all.length(); i++) {
            characters.members[all.charAt(i)] = true;
        }
        return characters;
    }

    boolean has(byte c) {
        return members[c & 0xFF];
    }

    boolean has(int c) {
        return c < 128 && members[c];
    }

    /** Whether all bytes between two indexes are in the set. */
    boolean all(byte[] bytes, int from, int to) {
        return firstOther(bytes, from, to) == to;
    }

    /** The index of the first byte that is not in the set, or the end. */
    int firstOther(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && members[bytes[i] & 0xFF]) {
            i++;
        }
        return i;
    }
}
