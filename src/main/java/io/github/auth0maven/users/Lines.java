package io.github.auth0maven.users;

/** Lines and columns, kept while bytes pass by: nothing is counted twice. */
final class Lines {

    private long line;
    /** The index, relative to the buffer, at which the column would be 0, were every character one byte. */
    private long origin;

    Lines() {
        this(1, -1);
    }

    private Lines(long line, long origin) {
        this.line = line;
        this.origin = origin;
    }

    /** A line begins at this index. */
    void begin(int at) {
        line++;
        origin = at - 1L;
    }

    /** So many lines have begun, the last of them at this index. */
    void begin(int lines, int at) {
        line += lines;
        origin = at - 1L;
    }

    /** Bytes that are no characters of their own have passed. */
    void count(int continuationBytes) {
        origin += continuationBytes;
    }

    /** The bytes of the buffer move towards its start. */
    void shift(int bytes) {
        origin -= bytes;
    }

    /** Goes back to how things stood. */
    void set(Lines other) {
        line = other.line;
        origin = other.origin;
    }

    Lines copy() {
        return new Lines(line, origin);
    }

    /** Counts whatever stands between two indexes. */
    void pass(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                begin(i + 1);
            } else if ((bytes[i] & 0xC0) == 0x80) {
                count(1);
            }
        }
    }

    long line() {
        return line;
    }

    /** The column of an index on this line. */
    long column(int at) {
        return at - origin;
    }
}
