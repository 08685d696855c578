package io.github.auth0maven.validation;

/** How bcrypt hashes are written. */
final class BcryptForm {

    private static final int SIZE = 60;
    private static final int TAIL = 53;

    private BcryptForm() {}

    /** Whether this fits the service's own pattern for password_hash, {@code ^\$2[ab]?\$10+\$[./A-Za-z0-9]{53}$}. */
    static boolean isPasswordHash(Text text) {
        byte[] bytes = text.bytes;
        int p = text.from;
        if (text.size() < SIZE - 1 || bytes[p] != '$' || bytes[p + 1] != '2') {
            return false;
        }
        p += bytes[p + 2] == 'a' || bytes[p + 2] == 'b' ? 3 : 2;
        if (bytes[p] != '$' || bytes[p + 1] != '1' || bytes[p + 2] != '0') {
            return false;
        }
        p += 3;
        while (bytes[p] == '0') {
            p++;
        }
        return bytes[p] == '$' && text.to - p - 1 == TAIL && Characters.BCRYPT.all(bytes, p + 1, text.to);
    }

    /** Whether this begins as bcrypt does in a custom_password_hash: {@code $2a$}, {@code $2b$} or {@code $2y$}. */
    static boolean isBcrypt(Text text) {
        byte[] bytes = text.bytes;
        int p = text.from;
        return text.size() > 3
                && bytes[p] == '$'
                && bytes[p + 1] == '2'
                && (bytes[p + 2] == 'a' || bytes[p + 2] == 'b' || bytes[p + 2] == 'y')
                && bytes[p + 3] == '$';
    }

    /** The rounds of what begins as bcrypt, or {@link Encodings#UNKNOWN} if the rest is not as it should be. */
    static int rounds(Text text) {
        byte[] bytes = text.bytes;
        int p = text.from + 4;
        if (text.size() != SIZE
                || !Characters.DIGITS.all(bytes, p, p + 2)
                || bytes[p + 2] != '$'
                || !Characters.BCRYPT.all(bytes, p + 3, text.to)) {
            return Encodings.UNKNOWN;
        }
        return (bytes[p] - '0') * 10 + bytes[p + 1] - '0';
    }
}
