package io.github.auth0maven.tenant;

import io.github.auth0maven.tenant.TenantSettings.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tenant's connections, each with its users. */
final class Directory {

    private final List<Connection> connections;
    private final Map<String, StoredUsers> users = new LinkedHashMap<>();

    Directory(List<Connection> connections, boolean profilesKept) {
        this.connections = connections;
        connections.forEach(each -> users.put(each.id(), new StoredUsers(each.name(), profilesKept)));
    }

    List<Connection> connections() {
        return connections;
    }

    Optional<Connection> byId(String id) {
        return connections.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Optional<Connection> byName(String name) {
        return connections.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The users of a connection of this tenant. */
    StoredUsers usersOf(Connection connection) {
        StoredUsers stored = users.get(connection.id());
        if (stored == null) {
            throw new IllegalArgumentException("Not a connection of this tenant: " + connection.name());
        }
        return stored;
    }

    int userCount() {
        return users.values().stream().mapToInt(StoredUsers::size).sum();
    }
}
