package io.github.auth0maven.users;

import java.util.Set;

/**
 * How exports of Auth0's are read.
 *
 * @param mode whether users files are taken for such
 * @param connections the database connections whose users are read; if none is named, those of all
 */
public record ExportOptions(ExportMode mode, Set<String> connections) {

    public ExportOptions {
        connections = Set.copyOf(connections);
        // who asks for some connections would not have a file read whole because it does not look like an export
        mode = mode == ExportMode.AUTO && !connections.isEmpty() ? ExportMode.TRUE : mode;
    }

    /** Of all database connections. */
    public static ExportOptions of(ExportMode mode) {
        return new ExportOptions(mode, Set.of());
    }
}
