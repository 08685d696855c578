package io.github.auth0maven.users;

import java.io.IOException;
import java.util.Optional;

/** Reads users of which each is a JSON object on a line of its own; blank lines pass. */
final class NdjsonReader implements UserReader {

    private static final String SEVERAL_LINES =
            "a list without square brackets (NDJSON) has each user on one line, and this one goes on over several;"
                    + " put square brackets around the users, and commas between them: [{…},{…}]";

    private final JsonWindow window;
    private boolean begun;
    /** The line of the user before; 0 before the first. */
    private long line;

    NdjsonReader(JsonWindow window) {
        this.window = window;
    }

    @Override
    public boolean next() throws IOException {
        if (!begun) {
            window.begin();
            begun = true;
        }
        byte c = window.nextByte();
        if (window.atEnd()) {
            return false;
        }
        if (window.line() == line) {
            throw window.malformed("expected the end of the line after a user, found " + window.found()
                    + (c == ',' ? "; with commas between them, users need square brackets around: [{…},{…}]" : ""));
        }
        if (c != '{') {
            throw window.malformed(notAUser(c));
        }
        boolean first = line == 0;
        line = window.line();
        window.readUser();
        if (window.line() != line) {
            Position start = window.user().position();
            window.nextByte();
            throw new UsersFileException(start, first && window.atEnd() ? JsonArrayReader.AN_OBJECT : SEVERAL_LINES);
        }
        return true;
    }

    @Override
    public User user() {
        return window.user();
    }

    @Override
    public Fingerprint fingerprint() {
        return window.fingerprint();
    }

    @Override
    public FileForm form() {
        return new FileForm(UsersFormat.NDJSON, Optional.empty());
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    private String notAUser(byte c) throws IOException {
        String found = switch (c) {
            case '[' -> "an array";
            case '"' -> "a string";
            default -> window.found();
        };
        return "not a list of users: expected a user, which is an object, on each line (NDJSON), found " + found;
    }
}
