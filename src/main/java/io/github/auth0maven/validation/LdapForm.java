package io.github.auth0maven.validation;

/** How LDAP hashes are written: {@code {SCHEME}} and base64. */
final class LdapForm {

    private LdapForm() {}

    /** The index after the scheme of an ldap hash, {@code {SSHA}}, or {@link Encodings#UNKNOWN} if there is none that Auth0 takes. */
    static int endOfScheme(Text text) {
        int end = endOfBraces(text);
        if (end == Encodings.UNKNOWN) {
            return Encodings.UNKNOWN;
        }
        int from = text.from + 1;
        boolean salted = Encodings.lower(text.bytes[from]) == 's'
                && end - from > 3
                && Encodings.lower(text.bytes[from + 1]) != 'h';
        int name = salted ? from + 1 : from;
        return (Encodings.startsWith(text.bytes, name, end - 1, "md5") && end - 1 == name + 3)
                        || Encodings.startsWith(text.bytes, name, end - 1, "sha")
                ? end
                : Encodings.UNKNOWN;
    }

    static boolean isCrypt(Text text) {
        int end = endOfBraces(text);
        return end != Encodings.UNKNOWN && Encodings.startsWith(text.bytes, text.from + 1, end - 1, "crypt");
    }

    private static int endOfBraces(Text text) {
        if (text.isEmpty() || text.bytes[text.from] != '{') {
            return Encodings.UNKNOWN;
        }
        for (int p = text.from + 1; p < text.to; p++) {
            if (text.bytes[p] == '}') {
                return p + 1;
            }
        }
        return Encodings.UNKNOWN;
    }

    /** How many bytes follow the scheme in base64, or {@link Encodings#UNKNOWN} if it is not base64. */
    static int size(Text text, int afterScheme) {
        return Encodings.base64Size(text.bytes, afterScheme, text.to);
    }

    /** The least bytes that a hash of this scheme has, or 0 if it is not known; with salt there are more. */
    static int digestSize(Text text, int afterScheme) {
        int end = afterScheme - 1;
        int from = text.from + 1;
        if (endsWith(text.bytes, from, end, "md5")) {
            return 16;
        }
        if (endsWith(text.bytes, from, end, "sha") || endsWith(text.bytes, from, end, "sha1")) {
            return 20;
        }
        return endsWith(text.bytes, from, end, "256")
                ? 32
                : endsWith(text.bytes, from, end, "384") ? 48 : endsWith(text.bytes, from, end, "512") ? 64 : 0;
    }

    static boolean isSalted(Text text) {
        byte second = Encodings.lower(text.bytes[text.from + 2]);
        return Encodings.lower(text.bytes[text.from + 1]) == 's' && second != 'h';
    }

    private static boolean endsWith(byte[] bytes, int from, int to, String lowerCase) {
        int start = to - lowerCase.length();
        return start >= from && Encodings.startsWith(bytes, start, to, lowerCase);
    }
}
