package io.github.auth0maven.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user as the service has it.
 *
 * @param id with the kind of its connection, as in {@code auth0|1234}
 * @param updatedAt when it was changed last, logins included
 * @param logins how often it has logged in
 * @param json all that the service tells
 */
public record TenantUser(
        String id,
        Optional<String> username,
        Instant createdAt,
        Instant updatedAt,
        long logins,
        List<Identity> identities,
        String json) {

    public TenantUser {
        identities = List.copyOf(identities);
    }

    /**
     * An account that the user has, the first of them by itself, others by linking.
     *
     * @param connection by its name
     * @param userId without the kind of the connection
     */
    public record Identity(String connection, String userId) {}

    /** Whether the user is the account in this connection, and no other is linked to it, nor it to another. */
    public boolean isOnlyIn(String connection) {
        return identities.size() == 1
                && identities.get(0).connection().equals(connection)
                && id.endsWith("|" + identities.get(0).userId());
    }

    /** The id alone: what else there is, is personal. */
    @Override
    public String toString() {
        return "TenantUser[" + id + "]";
    }
}
