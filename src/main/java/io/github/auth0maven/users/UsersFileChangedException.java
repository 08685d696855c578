package io.github.auth0maven.users;

import java.io.IOException;

/** A users file whose bytes are no longer those that were judged; thrown before a changed byte is handed on. */
public final class UsersFileChangedException extends IOException {

    private static final long serialVersionUID = 1L;

    UsersFileChangedException(String file) {
        super(file + " changed while it was being imported: what has been judged is no longer what would be sent."
                + " Let nothing write to it during the build, then run the import again");
    }
}
