package io.github.auth0maven.users;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads a JSON array of users. */
final class JsonArrayReader implements UserReader {

    static final String EMPTY =
            "the file is empty; it must hold a JSON array of users, such as [{\"email\":\"jane@example.com\"}]";
    static final String AN_OBJECT =
            "not a list of users: expected a JSON array, found an object. Put square brackets around the users: [{…},{…}]";

    private enum At {
        START,
        FIRST,
        BETWEEN,
        END
    }

    private final JsonWindow window;
    private At at = At.START;

    JsonArrayReader(String file, ByteSource bytes) {
        this(new JsonWindow(file, bytes, new UserCount()));
    }

    JsonArrayReader(JsonWindow window) {
        this.window = window;
    }

    /** The user that is all there is in these bytes, without a list around it. */
    static User single(String file, byte[] object) throws UsersFileException {
        try (JsonArrayReader reader =
                new JsonArrayReader(file, new Blocks(file, new ByteArrayInputStream(object), null))) {
            JsonWindow window = reader.window;
            byte c = window.nextByte();
            if (c != '{') {
                throw window.malformed(reader.notAUser(c));
            }
            window.readUser();
            window.refuseMore("nothing may follow the user");
            return reader.user();
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
        byte c = window.nextByte();
        if (c == ']') {
            window.pass();
            end();
            return false;
        }
        if (at == At.BETWEEN) {
            c = afterComma(c);
        }
        if (c != '{') {
            throw window.malformed(notAUser(c));
        }
        window.readUser();
        at = At.BETWEEN;
        return true;
    }

    private byte afterComma(byte c) throws IOException {
        if (c != ',') {
            throw window.malformed(
                    c == '{' ? "expected a comma between two users" : expected("a comma or \"]\" after a user"));
        }
        window.pass();
        byte next = window.nextByte();
        if (next == ']') {
            throw window.malformed(
                    "expected a user after the comma, found \"]\": remove the comma after the last user");
        }
        return next;
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
    public void close() throws IOException {
        window.close();
    }

    private void start() throws IOException {
        window.begin();
        byte c = window.nextByte();
        if (c != '[') {
            throw window.malformed(notAList(c));
        }
        window.pass();
        at = At.FIRST;
    }

    private void end() throws IOException {
        window.nextByte();
        if (!window.atEnd()) {
            throw window.malformed("nothing may follow the list of users, found " + window.found());
        }
        at = At.END;
    }

    private String notAList(byte c) throws IOException {
        if (window.atEnd()) {
            return EMPTY;
        }
        return switch (c) {
            case '{' -> AN_OBJECT;
            case '"' -> "not a list of users: expected a JSON array, found a string";
            default -> "not a list of users: expected a JSON array, found " + window.found();
        };
    }

    private String notAUser(byte c) throws IOException {
        if (window.atEnd()) {
            return "the file ends in the middle of the list of users; it seems to be cut off";
        }
        String found = switch (c) {
            case '[' -> "an array";
            case '"' -> "a string";
            default -> window.found();
        };
        return "not a list of users: expected a user, which is an object, found " + found;
    }

    private String expected(String what) throws IOException {
        return window.atEnd()
                ? "the file ends in the middle of the list of users; it seems to be cut off"
                : "expected " + what + ", found " + window.found();
    }
}
