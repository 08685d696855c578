package io.github.auth0maven.users;

/** The form of UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {

    private Utf8() {}

    /** The size of the character of several bytes that begins here, or 0 if it is malformed. */
    static int sizeAt(byte[] bytes, int at) {
        int size = expectedSize(bytes[at]);
        if (size < 2) {
            return 0;
        }
        for (int i = 1; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int lead = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        boolean malformed = (lead == 0xE0 && second < 0xA0)
                || (lead == 0xED && second > 0x9F)
                || (lead == 0xF0 && second < 0x90)
                || (lead == 0xF4 && second > 0x8F);
        return malformed ? 0 : size;
    }

    /** The size that the first byte of a character announces; 1 for a byte that no character begins with. */
    static int expectedSize(byte first) {
        int lead = first & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return 1;
        }
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    /** Whether the character that begins here goes on behind the limit. */
    static boolean isCutOff(byte[] bytes, int at, int limit) {
        if (at + expectedSize(bytes[at]) <= limit) {
            return false;
        }
        for (int i = at + 1; i < limit; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes between two indexes go on with a character. */
    static int continuations(byte[] bytes, int from, int to) {
        int continuations = 0;
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xC0) == 0x80) {
                continuations++;
            }
        }
        return continuations;
    }

    static String problem(byte found) {
        return String.format(
                "the byte 0x%02X is not UTF-8 here; the file seems to have another encoding: save it as UTF-8",
                found & 0xFF);
    }
}
