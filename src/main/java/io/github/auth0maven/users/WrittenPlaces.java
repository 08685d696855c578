package io.github.auth0maven.users;

/** The places of a user that stands in its file as JSON: counted from the user's start, when they are asked for. */
final class WrittenPlaces implements Places {

    private final String file;
    private final Json json;
    private final Lines start;

    /**
     * @param start where the user at hand begins
     */
    WrittenPlaces(String file, Json json, Lines start) {
        this.file = file;
        this.json = json;
        this.start = start;
    }

    @Override
    public Position at(int byteIndex, long index) {
        Lines lines = start.copy();
        lines.pass(json.bytes, json.start, byteIndex);
        return new Position(file, index, lines.line(), lines.column(byteIndex));
    }
}
