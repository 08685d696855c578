package io.github.auth0maven.users;

/** The bytes in which tokens are looked for, and what is said where they are not JSON. */
final class JsonInput {

    /** The bytes end before the object does, and more may come. */
    static final int MORE = -1;

    byte[] bytes = new byte[0];
    private int limit;
    private boolean last;

    /**
     * Takes the bytes before the limit.
     *
     * @param last whether no more bytes will come after it
     */
    void take(byte[] bytes, int limit, boolean last) {
        this.bytes = bytes;
        this.limit = limit;
        this.last = last;
    }

    boolean atEnd(int p) {
        return p >= limit;
    }

    /** Whether the character that begins here goes on behind the limit. */
    boolean isCutOff(int p) {
        return Utf8.isCutOff(bytes, p, limit);
    }

    /** The bytes end here: fails at {@code begin} with the message, unless more may come. */
    int end(int begin, String message) throws MalformedJsonException {
        if (last) {
            throw new MalformedJsonException(begin, message);
        }
        return MORE;
    }

    /** The bytes end here, at such a place: the file is cut off, unless more may come. */
    int endWithin(String place, int p) throws MalformedJsonException {
        return end(p, "the file ends in the middle of " + place + "; it seems to be cut off");
    }

    int fail(int p, String expected) throws MalformedJsonException {
        return fail(p, expected, p);
    }

    /** Fails at {@code p} for what is, or is missing, at {@code found}, unless not all of that is there yet. */
    int fail(int p, String expected, int found) throws MalformedJsonException {
        if (!last && found + EscapedText.LONGEST > limit) {
            return MORE;
        }
        if (!atEnd(found)) {
            throw new MalformedJsonException(
                    p, "expected " + expected + ", found " + EscapedText.at(bytes, found, limit));
        }
        return endWithin("a user: expected " + expected, found);
    }
}
