package io.github.auth0maven.users;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads a JSON array of users (RFC 8259, UTF-8) through a window that slides over the file.
 *
 * <p>The window always holds the whole of the user at hand. When a user turns out to go on beyond it, the window moves up to
 * the user's start, takes in another block, and the user is tokenized again: rare enough to cost nothing, and the tokenizer
 * need not be able to stop in the middle.
 */
final class JsonArrayReader implements UserReader {

    /** A user that is written in more bytes than this cannot fit into a job, however it is written. */
    static final int LARGEST_USER = 8 << 20;

    /** Behind the last byte: the tokenizer's end mark, and room for it to read eight bytes at once. */
    private static final int PADDING = 16;

    private static final int AHEAD = 4;

    private enum At {
        START,
        FIRST,
        BETWEEN,
        END
    }

    private final String file;
    private final Blocks blocks;
    private final Json json = new Json();
    private final Lines lines = new Lines();
    private final Tokenizer tokenizer = new Tokenizer(json, lines);
    private final User user;

    private byte[] window = new byte[2 * Blocks.SIZE + PADDING];
    private int from;
    private int limit;
    private boolean last;
    private At at = At.START;
    private long users;

    JsonArrayReader(String file, Blocks blocks) {
        this.file = file;
        this.blocks = blocks;
        user = new User(file, json);
    }

    /** The user that is all there is in these bytes, without a list around it. */
    static User single(String file, byte[] object) throws UsersFileException {
        try (JsonArrayReader reader =
                new JsonArrayReader(file, new Blocks(file, new ByteArrayInputStream(object), null))) {
            byte c = reader.nextByte();
            if (c != '{') {
                throw reader.malformed(reader.notAUser(c));
            }
            reader.readUser();
            reader.from = reader.tokenizer.skipSpace(reader.window, reader.from);
            if (reader.from < reader.limit) {
                throw reader.malformed("nothing may follow the user, found " + reader.found());
            }
            return reader.user;
        } catch (UsersFileException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can always be read", e);
        }
    }

    @Override
    public boolean next() throws IOException {
        if (at == At.START) {
            start();
        }
        if (at == At.END) {
            return false;
        }
        byte c = nextByte();
        if (c == ']') {
            from++;
            end();
            return false;
        }
        if (at == At.BETWEEN) {
            if (c != ',') {
                throw malformed(
                        c == '{' ? "expected a comma between two users" : expected("a comma or \"]\" after a user"));
            }
            from++;
            c = nextByte();
            if (c == ']') {
                throw malformed("expected a user after the comma, found \"]\": remove the comma after the last user");
            }
        }
        if (c != '{') {
            throw malformed(notAUser(c));
        }
        readUser();
        at = At.BETWEEN;
        return true;
    }

    @Override
    public User user() {
        return user;
    }

    @Override
    public Fingerprint fingerprint() {
        return blocks.fingerprint();
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }

    private void start() throws IOException {
        while (limit - from < AHEAD && !last) {
            more();
        }
        refuseOtherEncodings();
        if (limit - from >= 3
                && window[from] == (byte) 0xEF
                && window[from + 1] == (byte) 0xBB
                && window[from + 2] == (byte) 0xBF) {
            from += 3;
            lines.count(3);
        }
        byte c = nextByte();
        if (c != '[') {
            throw malformed(notAList(c));
        }
        from++;
        at = At.FIRST;
    }

    private void end() throws IOException {
        nextByte();
        if (from < limit) {
            throw malformed("nothing may follow the list of users, found " + found());
        }
        at = At.END;
    }

    private void readUser() throws IOException {
        Lines start = lines.copy();
        while (true) {
            try {
                int after = tokenizer.tokenize(window, from, limit, last);
                if (after != Tokenizer.MORE && after - from <= LARGEST_USER) {
                    user.begin(users++, start);
                    from = after;
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
            start = lines.copy();
        }
    }

    /** The next byte that is not white space; 0, with nothing left, at the end of the file. */
    private byte nextByte() throws IOException {
        while (true) {
            from = tokenizer.skipSpace(window, from);
            if (from < limit || last) {
                return window[from];
            }
            more();
        }
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
        int bytes = blocks.read(window, kept);
        limit = kept + bytes;
        last = bytes < Blocks.SIZE;
        Arrays.fill(window, limit, Math.min(window.length, limit + PADDING), (byte) 0);
    }

    private void refuseOtherEncodings() throws UsersFileException {
        if (limit - from < 2) {
            return;
        }
        byte a = window[from];
        byte b = window[from + 1];
        boolean marked = (a == (byte) 0xFE && b == (byte) 0xFF) || (a == (byte) 0xFF && b == (byte) 0xFE);
        boolean utf16 = marked || a == 0 || b == 0;
        boolean zerosFollow = limit - from >= AHEAD && window[from + 2] == 0 && window[from + 3] == 0;
        boolean utf32 = (a == 0 && b == 0) || zerosFollow;
        if (utf16) {
            throw malformed("the file is encoded in " + (utf32 ? "UTF-32" : "UTF-16") + "; save it as UTF-8");
        }
    }

    private String notAList(byte c) throws IOException {
        if (from >= limit) {
            return "the file is empty; it must hold a JSON array of users, such as [{\"email\":\"jane@example.com\"}]";
        }
        String found = switch (c) {
            case '{' -> "an object. Put square brackets around the users: [{…},{…}]";
            case '"' -> "a string";
            default -> found();
        };
        return "not a list of users: expected a JSON array, found " + found;
    }

    private String notAUser(byte c) throws IOException {
        if (from >= limit) {
            return "the file ends in the middle of the list of users; it seems to be cut off";
        }
        String found = switch (c) {
            case '[' -> "an array";
            case '"' -> "a string";
            default -> found();
        };
        return "not a list of users: expected a user, which is an object, found " + found;
    }

    private String expected(String what) throws IOException {
        return from >= limit
                ? "the file ends in the middle of the list of users; it seems to be cut off"
                : "expected " + what + ", found " + found();
    }

    /** What stands at {@link #from}, all of it, wherever a block ends. */
    private String found() throws IOException {
        while (limit - from < Shown.LONGEST && !last) {
            more();
        }
        return Shown.at(window, from, limit);
    }

    /** A problem with what stands at {@link #from}. */
    private UsersFileException malformed(String problem) {
        return new UsersFileException(position(from), problem);
    }

    private Position position(int at) {
        return new Position(file, users, lines.line(), lines.column(at));
    }
}
