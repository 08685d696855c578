package io.github.auth0maven.users;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** The characters of a text in UTF-8; whatever is not such a text is refused with its place. */
final class Utf8Reader extends Reader {

    private static final int LONGEST = 4;
    private static final int PADDING = 8;

    private final String file;
    private final ByteSource bytes;
    private final UserCount count;
    private final IntPredicate allowed;

    private final byte[] buffer = new byte[Blocks.SIZE + LONGEST + PADDING];
    private int from;
    private int limit;
    private boolean last;
    private boolean begun;
    private int pending = -1;

    private long line = 1;
    private long column = 1;
    /** Characters read since the user began; far below zero if nobody tells where users begin. */
    private long sinceUser = Long.MIN_VALUE;

    /**
     * @param allowed the characters (code points) that the text may have
     */
    Utf8Reader(String file, ByteSource bytes, UserCount count, IntPredicate allowed) {
        this.file = file;
        this.bytes = bytes;
        this.count = count;
        this.allowed = allowed;
    }

    /** A user begins; from now on, one that is too large is refused, lest it fill the memory. */
    void userBegins() {
        sinceUser = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!begun) {
            begin();
        }
        int n = 0;
        while (n < length) {
            if (pending >= 0) {
                target[offset + n++] = (char) pending;
                pending = -1;
            } else {
                int c = next();
                if (c < 0) {
                    break;
                }
                target[offset + n++] = c > Character.MAX_VALUE ? Character.highSurrogate(c) : (char) c;
                if (c > Character.MAX_VALUE) {
                    pending = Character.lowSurrogate(c);
                }
            }
        }
        sinceUser += n;
        if (sinceUser > JsonWindow.LARGEST_USER) {
            throw malformed("this user is larger than any that Auth0 takes: its jobs hold 512,000 bytes");
        }
        return n == 0 && length > 0 ? -1 : n;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private void begin() throws IOException {
        begun = true;
        fill();
        Encoding.refuseOther(buffer, from, limit, position());
        if (Encoding.isMarked(buffer, from, limit)) {
            from += Encoding.MARK;
        }
    }

    /** The next character, or -1 at the end. */
    private int next() throws IOException {
        if (limit - from < LONGEST && !last) {
            fill();
        }
        if (from >= limit) {
            return -1;
        }
        int c = buffer[from];
        if (c < 0) {
            c = multibyte();
        } else {
            from++;
        }
        if (!allowed.test(c)) {
            throw malformed(String.format("the character U+%04X may not stand here", c));
        }
        if (c == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
        return c;
    }

    private int multibyte() throws UsersFileException {
        int size = Utf8.sizeAt(buffer, from);
        if (size == 0) {
            throw malformed(Utf8.problem(buffer[from]));
        }
        int c = buffer[from] & (0xFF >> (size + 1));
        for (int i = 1; i < size; i++) {
            c = c << 6 | (buffer[from + i] & 0x3F);
        }
        from += size;
        return c;
    }

    private void fill() throws IOException {
        int kept = limit - from;
        System.arraycopy(buffer, from, buffer, 0, kept);
        from = 0;
        int read = bytes.read(buffer, kept);
        limit = kept + read;
        last = read < Blocks.SIZE;
        Arrays.fill(buffer, limit, limit + PADDING, (byte) 0);
    }

    private Position position() {
        return new Position(file, count.next(), line, column);
    }

    private UsersFileException malformed(String problem) {
        return new UsersFileException(position(), problem);
    }
}
