package io.github.auth0maven.management;

import java.io.IOException;

/** What was answered is no JSON. It is not quoted: it may hold a token, or a user. */
final class NoJsonException extends IOException {

    private static final long serialVersionUID = 1L;

    NoJsonException() {
        super("no JSON");
    }
}
