package io.github.auth0maven.management;

import java.io.IOException;

/** The Management API cannot be used as it was meant to be; the message is one line that says why and what to do. */
public final class ManagementException extends IOException {

    private static final long serialVersionUID = 1L;

    ManagementException(String message) {
        super(message);
    }
}
