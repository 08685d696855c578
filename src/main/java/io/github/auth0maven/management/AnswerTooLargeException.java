package io.github.auth0maven.management;

import java.io.IOException;

/** An answer is larger than a tenant's ever is, and what is left of it is not read. */
final class AnswerTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    AnswerTooLargeException(String message) {
        super(message);
    }
}
