package io.github.auth0maven.tenant.users;

import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.connections.Connections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tenant's connections, each with its users. */
public final class Directory {

    private final Connections connections;
    private final Map<String, StoredUsers> users = new LinkedHashMap<>();

    public Directory(Connections connections, boolean profilesKept) {
        this.connections = connections;
        connections.all().forEach(each -> users.put(each.id(), new StoredUsers(each.name(), profilesKept)));
    }

    public Connections connections() {
        return connections;
    }

    /** The users of a connection of this tenant. */
    public StoredUsers usersOf(Connection connection) {
        StoredUsers stored = users.get(connection.id());
        if (stored == null) {
            throw new IllegalArgumentException("Not a connection of this tenant: " + connection.name());
        }
        return stored;
    }

    public int userCount() {
        return users.values().stream().mapToInt(StoredUsers::size).sum();
    }
}
