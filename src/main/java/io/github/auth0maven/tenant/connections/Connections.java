package io.github.auth0maven.tenant.connections;

import java.util.List;
import java.util.Optional;

/** The connections of a tenant. */
public record Connections(List<Connection> all) {

    /** Copies the list. */
    public Connections {
        all = List.copyOf(all);
    }

    /** The connection with this id. */
    public Optional<Connection> byId(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The connection of this name. */
    public Optional<Connection> byName(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
