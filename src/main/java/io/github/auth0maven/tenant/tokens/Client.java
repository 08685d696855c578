package io.github.auth0maven.tenant.tokens;

import java.security.PublicKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application with a grant for the Management API.
 *
 * @param id the client id
 * @param secret the client secret
 * @param scopes the scopes granted; none means that the client has no grant at all
 * @param key the RSA key that client assertions are verified with, or null if the client has only its secret
 */
public record Client(
        String id,
        String secret,
        Set<String> scopes,
        @Nullable PublicKey key) {

    private static final Set<String> ALL_SCOPES = Set.of(
            "create:users",
            "read:users",
            "update:users",
            "delete:users",
            "read:connections",
            "read:connections_options",
            "update:users_app_metadata",
            "create:roles",
            "read:roles",
            "update:roles",
            "delete:roles",
            "read:role_members",
            "create:role_members",
            "create:user_tickets",
            "read:clients",
            "read:client_keys");

    /** Copies the scopes. */
    public Client {
        scopes = Set.copyOf(scopes);
    }

    /** A client with every scope that the local tenant knows, and no key. */
    public static Client of(String id, String secret) {
        return new Client(id, secret, ALL_SCOPES, null);
    }

    /** This client with a grant of these scopes; of none, it has no grant. */
    public Client withScopes(String... others) {
        return new Client(id, secret, Set.of(others), key);
    }

    /** This client with a key that its assertions are verified with. */
    public Client withKey(PublicKey other) {
        return new Client(id, secret, scopes, other);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "Client[id=" + id + ", scopes=" + scopes + "]";
    }
}
