package io.github.auth0maven.users;

/** Tells from the first bytes of a text how it is encoded. */
final class Encoding {

    /** The size of UTF-8's byte order mark. */
    static final int MARK = 3;

    /** How many bytes tell any encoding. */
    static final int AHEAD = 4;

    private Encoding() {}

    /** Whether the text begins with UTF-8's byte order mark. */
    static boolean isMarked(byte[] bytes, int from, int limit) {
        return limit - from >= MARK
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
    }

    /** Fails if the text is encoded in UTF-16 or UTF-32. */
    static void refuseOther(byte[] bytes, int from, int limit, Position position) throws UsersFileException {
        if (limit - from < 2) {
            return;
        }
        byte a = bytes[from];
        byte b = bytes[from + 1];
        boolean marked = (a == (byte) 0xFE && b == (byte) 0xFF) || (a == (byte) 0xFF && b == (byte) 0xFE);
        boolean utf16 = marked || a == 0 || b == 0;
        boolean zerosFollow = limit - from >= AHEAD && bytes[from + 2] == 0 && bytes[from + 3] == 0;
        boolean utf32 = (a == 0 && b == 0) || (utf16 && zerosFollow);
        if (utf16) {
            throw new UsersFileException(
                    position, "the file is encoded in " + (utf32 ? "UTF-32" : "UTF-16") + "; save it as UTF-8");
        }
    }
}
