package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Writes a user as JSON, token by token, each with its place in the file: for users that are written there in another form, or
 * that are changed on the way.
 */
final class UserWriter {

    /** Behind the last byte: see {@link Tokenizer}. */
    private static final int PADDING = 16;

    private final Origin origin;
    private final Json json = new Json();
    private final Tokenizer tokenizer = new Tokenizer(json, new Lines());
    private final User user = new User(json, (byteIndex, ignored) -> position(byteIndex));

    private long index;
    private byte[] bytes = new byte[1 << 12];
    private int size;
    private int tokens;
    private int[] starts = new int[64];
    private long[] places = new long[64];
    private boolean comma;

    /** What the numbers mean that tokens are given for their places. */
    @FunctionalInterface
    interface Origin {

        /** The place of a user's token. */
        Position of(long place, long index);
    }

    /** The tokens of a JSON text, for copying them. */
    @FunctionalInterface
    interface Tokens {

        /** The number for the place of this token. */
        long place(int token);

        /**
         * What to write instead of this string's text.
         *
         * @return the token's own text where it is to be left alone
         */
        default String text(Json json, int token) throws UsersFileException {
            return json.text(token);
        }
    }

    UserWriter(Origin origin) {
        this.origin = origin;
    }

    /** A line and a column in one number, for an origin that takes them apart again. */
    static long place(long line, long column) {
        return line << Integer.SIZE | column;
    }

    /** Takes them apart. */
    static Origin linesOf(String file) {
        return (place, index) -> new Position(file, index, place >>> Integer.SIZE, place & 0xFFFFFFFFL);
    }

    /** The user that has been written last; one object for all of them. */
    User user() {
        return user;
    }

    /** Begins the user of this index. */
    void begin(long index) {
        this.index = index;
        size = 0;
        tokens = 0;
        comma = false;
    }

    /** Begins an object or an array. */
    void open(char bracket, long place) throws UsersFileException {
        token(place);
        put(bracket);
        comma = false;
    }

    /** Ends the object or the array. */
    void close(char bracket) {
        room(1);
        put(bracket);
        comma = true;
    }

    void name(String name, long place) throws UsersFileException {
        text(name, place);
        room(1);
        put(':');
        comma = false;
    }

    void text(String text, long place) throws UsersFileException {
        token(place);
        room(text.length() * Escapes.LARGEST + 2);
        put('"');
        size = Escapes.write(text, bytes, size);
        put('"');
        comma = true;
    }

    /** Writes a number, {@code true}, {@code false} or {@code null}. */
    void literal(String literal, long place) throws UsersFileException {
        byte[] written = literal.getBytes(UTF_8);
        raw(written, 0, written.length, place);
    }

    /** Writes a value with all that it holds, as it is written in another JSON text. */
    void copy(Json from, int value, Tokens source) throws UsersFileException {
        switch (from.kind(value)) {
            case OBJECT -> {
                open('{', source.place(value));
                for (int name = from.first(value); name < from.after(value); name = from.after(from.valueOf(name))) {
                    copyMember(from, name, source);
                }
                close('}');
            }
            case ARRAY -> {
                open('[', source.place(value));
                for (int item = from.first(value); item < from.after(value); item = from.after(item)) {
                    copy(from, item, source);
                }
                close(']');
            }
            case STRING -> text(source.text(from, value), source.place(value));
            default -> raw(from.bytes, from.from(value), from.to(value), source.place(value));
        }
    }

    /** Writes a member of an object, as it is written in another JSON text. */
    void copyMember(Json from, int name, Tokens source) throws UsersFileException {
        name(from.text(name), source.place(name));
        copy(from, from.valueOf(name), source);
    }

    /**
     * Ends the user.
     *
     * @throws UsersFileException if it is not JSON after all, for instance because a name stands twice in an object
     */
    User finish() throws UsersFileException {
        room(PADDING);
        Arrays.fill(bytes, size, size + PADDING, (byte) 0);
        try {
            tokenizer.tokenize(bytes, 0, size, true);
        } catch (MalformedJsonException e) {
            throw new UsersFileException(position(e.at()), e.problem());
        }
        user.begin(index);
        return user;
    }

    private void raw(byte[] from, int start, int end, long place) throws UsersFileException {
        token(place);
        room(end - start);
        System.arraycopy(from, start, bytes, size, end - start);
        size += end - start;
        comma = true;
    }

    private void token(long place) throws UsersFileException {
        if (tokens >= Json.MAX_TOKENS || size > JsonWindow.LARGEST_USER) {
            throw new UsersFileException(
                    origin.of(places[0], index),
                    "this user is larger than any that Auth0 takes: its jobs hold 512,000 bytes");
        }
        if (tokens == starts.length) {
            starts = Arrays.copyOf(starts, 2 * tokens);
            places = Arrays.copyOf(places, 2 * tokens);
        }
        room(2);
        if (comma) {
            put(',');
        }
        starts[tokens] = size;
        places[tokens++] = place;
    }

    private Position position(int byteIndex) {
        int at = Arrays.binarySearch(starts, 0, tokens, byteIndex);
        return origin.of(places[at < 0 ? -at - 2 : at], index);
    }

    private void put(char c) {
        bytes[size++] = (byte) c;
    }

    private void room(int count) {
        if (bytes.length < size + count) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
        }
    }
}
