package io.github.auth0maven.management;

import java.util.Optional;

/** A proxy that leads to the tenant by the method CONNECT: it sees the tenant's name, and nothing of what is said to it. */
public record ProxyServer(String host, int port, Optional<Login> login) {

    /** What a proxy knows its users by. */
    public record Login(String username, String password) {
        @Override
        public String toString() {
            return "Login[]";
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
