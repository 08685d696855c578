package io.github.auth0maven.exports;

import java.io.IOException;

/** Users could not be exported; the message is one line that says why and what to do. */
public final class ExportException extends IOException {

    private static final long serialVersionUID = 1L;

    public ExportException(String message) {
        super(message);
    }
}
