package io.github.auth0maven.tenant.connections;

import io.github.auth0maven.tenant.server.Ids;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A connection of the tenant.
 *
 * @param id {@code con_} and 16 letters or digits
 * @param name the name that people know it by
 * @param strategy {@code auth0} for a database connection
 * @param enabledClients ids of the applications it is enabled for; none means that it is disabled
 * @param options what an import may depend on
 */
public record Connection(
        String id, String name, String strategy, List<String> enabledClients, ConnectionOptions options) {

    private static final Pattern ID = Pattern.compile("con_[A-Za-z0-9]{16}");

    /** Checks the id and copies the list. */
    public Connection {
        if (!isId(id)) {
            throw new IllegalArgumentException("Not a connection id: " + id);
        }
        enabledClients = List.copyOf(enabledClients);
    }

    /** Whether a connection can have this id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** A database connection with a random id, enabled for one application. */
    public static Connection database(String name) {
        return new Connection(
                "con_" + new Ids().alphanumeric(16),
                name,
                "auth0",
                List.of(new Ids().alphanumeric(32)),
                ConnectionOptions.plain());
    }

    /** This connection with another id. */
    public Connection withId(String other) {
        return new Connection(other, name, strategy, enabledClients, options);
    }

    /** This connection with another strategy. */
    public Connection withStrategy(String other) {
        return new Connection(id, name, other, enabledClients, options);
    }

    /** This connection enabled for these applications; for none, it is disabled. */
    public Connection withEnabledClients(String... others) {
        return new Connection(id, name, strategy, List.of(others), options);
    }

    /** This connection with other options. */
    public Connection withOptions(ConnectionOptions other) {
        return new Connection(id, name, strategy, enabledClients, other);
    }
}
