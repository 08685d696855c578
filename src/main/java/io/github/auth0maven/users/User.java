package io.github.auth0maven.users;

/** A user as written in the users file, and where; valid until its reader is asked for the next one. */
public final class User {

    private final Json json;
    private final Places places;
    private final Runnable tokenizer;
    private long index;

    User(Json json, Places places) {
        this(json, places, () -> {});
    }

    /**
     * @param tokenizer finds the user's tokens, unless that has been done
     */
    User(Json json, Places places, Runnable tokenizer) {
        this.json = json;
        this.places = places;
        this.tokenizer = tokenizer;
    }

    /** A user of its own, for code that has no file. */
    public static User of(String file, byte[] json) throws UsersFileException {
        return JsonArrayReader.single(file, json);
    }

    /** What is written of the user. */
    public Json json() {
        tokenizer.run();
        return json;
    }

    /** The size of the user in bytes, as it is written in the file. */
    public int writtenSize() {
        return json.writtenSize();
    }

    /** The size of the user in bytes, as {@link #writeTo} writes it. */
    public int compactSize() {
        return json.compactSize();
    }

    /** Writes the user as {@link Json#writeTo} does, for which its tokens need not be known. */
    public int writeTo(byte[] target, int at) {
        return json.writeTo(target, at);
    }

    /** The user's place among the users that are read, from 0; it runs on over all files. */
    public long index() {
        return index;
    }

    /** Where the user begins. */
    public Position position() {
        return positionAt(json.start);
    }

    /** Where a token of the user begins; of a string or a name, its opening quote. */
    public Position positionOf(int token) {
        Json.Kind kind = json.kind(token);
        boolean quoted = kind == Json.Kind.STRING || kind == Json.Kind.NAME;
        return positionAt(json.from(token) - (quoted ? 1 : 0));
    }

    /**
     * Where this byte of the user stands, given as an index into its {@link #json()}; in a format other than JSON, where the
     * token begins that it belongs to.
     */
    public Position positionAt(int byteIndex) {
        return places.at(byteIndex, index);
    }

    void begin(long index) {
        this.index = index;
    }

    /** The place only: the rest may hold secrets. */
    @Override
    public String toString() {
        return position().toString();
    }
}
