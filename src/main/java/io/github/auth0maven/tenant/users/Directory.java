package io.github.auth0maven.tenant.users;

import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.connections.Connections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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

    /** The user with this id, in whatever connection. */
    public Optional<StoredUser> byId(String userId) {
        return users.values().stream()
                .flatMap(stored -> stored.find(Identifier.USER_ID, userId).stream())
                .findFirst();
    }

    /** Changes the user with this id, if there is one, and returns what became of it. */
    public Optional<StoredUser> change(String userId, UnaryOperator<StoredUser> change) {
        return users.values().stream()
                .flatMap(stored -> stored.change(userId, change).stream())
                .findFirst();
    }

    /** The users with this identifier, in whatever connection. */
    Stream<StoredUser> found(Identifier identifier, String value) {
        return users.values().stream().flatMap(stored -> stored.findAll(identifier, value).stream());
    }

    /** Removes the user with this id, if there is one. */
    public void remove(String userId) {
        users.values().forEach(stored -> stored.remove(Identifier.USER_ID, userId));
    }

    /** All whole users, connection by connection. */
    public Stream<StoredUser> all() {
        return users.values().stream().flatMap(StoredUsers::all);
    }

    public int userCount() {
        return users.values().stream().mapToInt(StoredUsers::size).sum();
    }
}
