package io.github.auth0maven.users;

/** A user as written in the users file, and where; valid until its reader is asked for the next one. */
public final class User {

    private final String file;
    private final Json json;
    private long index;
    private Lines start = new Lines();

    User(String file, Json json) {
        this.file = file;
        this.json = json;
    }

    /** A user of its own, for code that has no file. */
    public static User of(String file, byte[] json) throws UsersFileException {
        return JsonArrayReader.single(file, json);
    }

    /** What is written of the user. */
    public Json json() {
        return json;
    }

    /** The user's place in the file's list, from 0. */
    public long index() {
        return index;
    }

    /** Where the user begins. */
    public Position position() {
        return new Position(file, index, start.line(), start.column(json.start));
    }

    /** Where a token of the user begins; of a string or a name, its opening quote. */
    public Position positionOf(int token) {
        Json.Kind kind = json.kind(token);
        boolean quoted = kind == Json.Kind.STRING || kind == Json.Kind.NAME;
        return positionAt(json.from(token) - (quoted ? 1 : 0));
    }

    /** Where this byte of the user stands, given as an index into its {@link #json()}. */
    public Position positionAt(int byteIndex) {
        Lines lines = start.copy();
        lines.pass(json.bytes, json.start, byteIndex);
        return new Position(file, index, lines.line(), lines.column(byteIndex));
    }

    void begin(long index, Lines start) {
        this.index = index;
        this.start = start;
    }

    /** The place only: the rest may hold secrets. */
    @Override
    public String toString() {
        return position().toString();
    }
}
