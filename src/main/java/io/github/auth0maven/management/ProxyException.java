package io.github.auth0maven.management;

import java.io.IOException;

/** A proxy does not lead to the tenant; the message says why and what to do. */
final class ProxyException extends IOException {

    private static final long serialVersionUID = 1L;

    ProxyException(String message) {
        super(message);
    }
}
