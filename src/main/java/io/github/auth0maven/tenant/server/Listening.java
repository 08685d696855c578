package io.github.auth0maven.tenant.server;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a tenant listens on the loopback interface.
 *
 * @param host the name of this machine in its URL: {@code 127.0.0.1} or {@code localhost}
 * @param port the port; 0 for any that is free
 * @param tls what it answers TLS with; empty for plain HTTP
 */
public record Listening(String host, int port, Optional<SSLContext> tls) {

    /** Plain HTTP on a free port. */
    public static Listening onAnyPort() {
        return new Listening("127.0.0.1", 0, Optional.empty());
    }
}
