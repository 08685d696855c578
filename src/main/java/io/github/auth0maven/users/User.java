package io.github.auth0maven.users;

/** A user as written in the users file, and where; valid until its reader is asked for the next one. */
public final class User {

    private final Json json;
    private final Places places;
    private long index;

    User(Json json, Places places) {
        this.json = json;
        this.places = places;
    }

    /** A user of its own, for code that has no file. */
    public static User of(String file, byte[] json) throws UsersFileException {
        return JsonArrayReader.single(file, json);
    }

    /** What is written of the user. */
    public Json json() {
        return json;
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
