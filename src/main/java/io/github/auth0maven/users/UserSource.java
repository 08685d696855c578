package io.github.auth0maven.users;

import java.io.IOException;
import java.util.List;

/** Where users are read from, as often as need be: one users file, or several. */
public interface UserSource {

    /** What messages call it. */
    String name();

    /** What messages call each of the files. */
    default List<String> names() {
        return List.of(name());
    }

    /** Begins to read the users. */
    UserReader open() throws IOException;

    /**
     * Begins another pass over the users.
     *
     * @param expected what the bytes were in the pass before; reading anything else fails before it is handed on
     */
    UserReader openUnchanged(Fingerprint expected) throws IOException;
}
