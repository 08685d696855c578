package io.github.auth0maven.deletions;

import java.io.IOException;

/** Nothing is deleted, for it is not certain enough that it should be. */
public final class DeletionRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    DeletionRefusedException(String message) {
        super(message + "; nothing has been deleted");
    }
}
