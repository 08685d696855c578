package io.github.auth0maven.users;

/** The places of a user that stands in its file as JSON: counted from the user's start, when they are asked for. */
final class WrittenPlaces implements Places {

    private final String file;
    private final Json json;
    private Lines start = new Lines();

    WrittenPlaces(String file, Json json) {
        this.file = file;
        this.json = json;
    }

    /** The user begins where the lines have been counted to. */
    void begin(Lines start) {
        this.start = start;
    }

    @Override
    public Position at(int byteIndex, long index) {
        Lines lines = start.copy();
        lines.pass(json.bytes, json.start, byteIndex);
        return new Position(file, index, lines.line(), lines.column(byteIndex));
    }
}
