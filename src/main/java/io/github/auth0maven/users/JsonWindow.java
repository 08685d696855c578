package io.github.auth0maven.users;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads users, which are JSON objects (RFC 8259, UTF-8), through a window that slides over the file.
 *
 * <p>The window always holds the whole of the user at hand. When a user turns out to go on beyond it, the window moves up to
 * the user's start, takes in another block, and the user is tokenized again: rare enough to cost nothing, and the tokenizer
 * need not be able to stop in the middle.
 */
final class JsonWindow implements Closeable {

    /** A user that is written in more bytes than this cannot fit into a job, however it is written. */
    static final int LARGEST_USER = 8 << 20;

    /** Behind the last byte: the end mark, and room to read eight bytes at once. */
    private static final int PADDING = 16;

    private final String file;
    private final ByteSource bytes;
    private final UserCount count;
    private final Json json = new Json();
    private final Lines lines = new Lines();
    /** Where the user at hand begins. */
    private final Lines start = new Lines();

    private final Tokenizer tokenizer = new Tokenizer(json, lines);
    private final UserSkipper skipper = new UserSkipper(json, lines);
    private final User user;

    private byte[] window = new byte[2 * Blocks.SIZE + PADDING];
    private int from;
    private int limit;
    private boolean last;

    JsonWindow(String file, ByteSource bytes, UserCount count) {
        this.file = file;
        this.bytes = bytes;
        this.count = count;
        user = new User(json, new WrittenPlaces(file, json, start), this::tokenizeSkipped);
    }

    User user() {
        return user;
    }

    Fingerprint fingerprint() {
        return bytes.pass().fingerprint();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** Passes a byte order mark, and refuses any encoding but UTF-8. */
    void begin() throws IOException {
        while (limit - from < Encoding.AHEAD && !last) {
            more();
        }
        Encoding.refuseOther(window, from, limit, position(from));
        if (Encoding.isMarked(window, from, limit)) {
            from += Encoding.MARK;
            lines.count(Encoding.MARK);
        }
    }

    /** The next byte that is not white space; 0, and {@link #atEnd}, at the end of the file. */
    byte nextByte() throws IOException {
        while (true) {
            from = tokenizer.skipSpace(window, from);
            if (from < limit || last) {
                return window[from];
            }
            more();
        }
    }

    /** Whether nothing is left; known once {@link #nextByte} has been asked. */
    boolean atEnd() {
        return from >= limit;
    }

    /** Passes the byte at hand. */
    void pass() {
        from++;
    }

    /** The line at hand. */
    long line() {
        return lines.line();
    }

    /** What is at hand, for a message: all of it, wherever a block ends. */
    String found() throws IOException {
        while (limit - from < EscapedText.LONGEST && !last) {
            more();
        }
        return EscapedText.at(window, from, limit);
    }

    /** Fails unless what has been read already ends with the user at hand; the user stays where it is. */
    void refuseMore(String problem) throws IOException {
        from = tokenizer.skipSpace(window, from);
        if (from < limit) {
            throw malformed(problem + ", found " + found());
        }
    }

    /** Reads the user that begins at hand. */
    void readUser() throws IOException {
        start.set(lines);
        if (bytes.pass().isRepeated() && passUser()) {
            return;
        }
        while (true) {
            try {
                int after = tokenizer.tokenize(window, from, limit, last);
                if (after != Tokenizer.MORE && after - from <= LARGEST_USER) {
                    take(after, json.isWrittenShortest() && UserSkipper.endsLine(window, after));
                    return;
                }
            } catch (MalformedJsonException e) {
                lines.set(start);
                lines.pass(window, from, e.at());
                throw new UsersFileException(position(e.at()), e.problem());
            }
            lines.set(start);
            if (limit - from > LARGEST_USER) {
                throw malformed("this user is larger than any that Auth0 takes: its jobs hold 512,000 bytes");
            }
            more();
            start.set(lines);
        }
    }

    /** Passes over the user that begins at hand: it is a user, as the pass before has found. */
    private boolean passUser() {
        boolean onLine = bytes.pass().isNextOnLine();
        int after = onLine ? skipper.line(window, from, limit) : skipper.skip(window, from, limit);
        if (after == UserSkipper.TOKENIZE) {
            lines.set(start);
            return false;
        }
        take(after, onLine);
        return true;
    }

    private void take(int after, boolean onLine) {
        bytes.pass().user(onLine);
        user.begin(count.take());
        from = after;
    }

    /** Finds the tokens of the user that was read last, if it has been passed over, now that somebody asks for them. */
    private void tokenizeSkipped() {
        if (json.tokens == 0 && user.writtenSize() > 0) {
            Lines now = lines.copy();
            try {
                tokenizer.tokenize(window, json.start, from, true);
            } catch (MalformedJsonException e) {
                throw new IllegalStateException(user + " was a user in the pass before", e);
            }
            lines.set(now);
        }
    }

    UsersFileException malformed(String problem) {
        return new UsersFileException(position(from), problem);
    }

    /** Moves the window up to {@link #from} and takes in another block behind what it holds. */
    private void more() throws IOException {
        int kept = limit - from;
        byte[] source = window;
        if (window.length < kept + Blocks.SIZE + PADDING) {
            window = new byte[2 * window.length];
        }
        System.arraycopy(source, from, window, 0, kept);
        lines.shift(from);
        from = 0;
        int read = bytes.read(window, kept);
        limit = kept + read;
        last = read < Blocks.SIZE;
        Arrays.fill(window, limit, Math.min(window.length, limit + PADDING), (byte) 0);
    }

    private Position position(int at) {
        return new Position(file, count.next(), lines.line(), lines.column(at));
    }
}
