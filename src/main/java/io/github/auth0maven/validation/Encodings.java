package io.github.auth0maven.validation;

/** Bytes in hex and base64, and what text says of them when it is neither. */
final class Encodings {

    /** Of what is not written in an encoding: how many bytes it is. */
    static final int UNKNOWN = -1;

    private Encodings() {}

    /** How many bytes this is in hex, or {@link #UNKNOWN} if it is not hex. */
    static int hexSize(Text text) {
        boolean hex = !text.isEmpty() && text.size() % 2 == 0 && Characters.HEX.all(text.bytes, text.from, text.to);
        return hex ? text.size() / 2 : UNKNOWN;
    }

    /** How many bytes this is in base64, padded or not, of either alphabet, or {@link #UNKNOWN} if it is not base64. */
    static int base64Size(Text text) {
        return base64Size(text.bytes, text.from, text.to);
    }

    static int base64Size(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && to - end < 2 && bytes[end - 1] == '=') {
            end--;
        }
        boolean padded = end < to;
        int digits = end - from;
        if (digits == 0
                || digits % 4 == 1
                || (padded && (to - from) % 4 != 0)
                || !Characters.BASE64.all(bytes, from, end)) {
            return UNKNOWN;
        }
        return digits * 6 / 8;
    }

    /** Why this is not what its encoding says. */
    static String problem(Text text, boolean hex) {
        boolean other = (hex ? base64Size(text) : hexSize(text)) != UNKNOWN;
        return "it is not " + (hex ? "hex, as its encoding says" : "base64, as its encoding says")
                + (other ? "; it may be " + (hex ? "base64" : "hex") : "; encode its bytes anew");
    }

    static boolean startsWith(byte[] bytes, int from, int to, String lowerCase) {
        if (to - from < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (lower(bytes[from + i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static byte lower(byte c) {
        return c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
    }
}
