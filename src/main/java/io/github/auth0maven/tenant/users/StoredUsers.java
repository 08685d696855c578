package io.github.auth0maven.tenant.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The users of one connection: whole ones, or, for imports of millions, fingerprints of their identifiers alone. */
public final class StoredUsers {

    private final String connection;
    private final boolean profilesKept;
    private final UserTable table = new UserTable();
    private final Map<Identifier, Fingerprints> identifiers = new EnumMap<>(Identifier.class);
    private final Fingerprints importedHashes = new Fingerprints();
    private int fingerprinted;

    StoredUsers(String connection, boolean profilesKept) {
        this.connection = connection;
        this.profilesKept = profilesKept;
    }

    /** Whether there is a user with this identifier. */
    public synchronized boolean holds(Identifier identifier, String value) {
        if (profilesKept) {
            return !table.find(identifier, value).isEmpty();
        }
        Fingerprints known = identifiers.get(identifier);
        return known != null && known.contains(value);
    }

    /** Whether the user's password hash came with an import, and was never used. */
    public synchronized boolean hasImportedHash(String email) {
        return profilesKept
                ? table.find(Identifier.EMAIL, email).stream().anyMatch(StoredUser::hashImported)
                : importedHashes.contains(email);
    }

    /** Adds a user whose identifiers are all new. */
    public synchronized void insert(Identity identity, StoredUser user) {
        if (profilesKept) {
            table.add(user);
            return;
        }
        identity.values()
                .forEach((identifier, value) -> identifiers
                        .computeIfAbsent(identifier, unused -> new Fingerprints())
                        .add(value));
        if (user.hashImported()) {
            importedHashes.add(identity.email());
        }
        fingerprinted++;
    }

    /** Adds a user, unless one of the identifiers is taken. */
    public synchronized boolean insertIfNew(Identity identity, StoredUser user) {
        if (identity.values().entrySet().stream().anyMatch(each -> holds(each.getKey(), each.getValue()))) {
            return false;
        }
        insert(identity, user);
        return true;
    }

    /**
     * Sets properties of the users with this e-mail address, each as a whole, and secrets likewise.
     *
     * <p>Documented: a password_hash is not among what an upsert changes, a custom one is.
     */
    public synchronized void update(String email, ObjectNode changes, ObjectNode secrets) {
        secrets.remove("password_hash");
        table.find(Identifier.EMAIL, email).forEach(user -> {
            user.profile().setAll(changes);
            if (secrets.has("custom_password_hash")) {
                user.secrets().remove("password_hash");
            }
            user.secrets().setAll(secrets);
            table.replace(user);
        });
    }

    /**
     * The users with this e-mail address, several only where it need not be unique; without whole users, nothing but the
     * address and the connection.
     */
    synchronized List<ObjectNode> byEmail(String email) {
        if (profilesKept) {
            return table.find(Identifier.EMAIL, email).stream()
                    .map(StoredUser::profile)
                    .toList();
        }
        if (!holds(Identifier.EMAIL, email)) {
            return List.of();
        }
        ObjectNode user = Json.object().put("email", email);
        user.putArray("identities").addObject().put("provider", "auth0").put("connection", connection);
        return List.of(user);
    }

    /** The first user with this identifier, as it is stored. */
    public synchronized Optional<StoredUser> find(Identifier identifier, String value) {
        return table.find(identifier, value).stream().findFirst();
    }

    synchronized List<StoredUser> findAll(Identifier identifier, String value) {
        return table.find(identifier, value);
    }

    /** Changes the user with this id, if there is one, and returns what became of it. */
    public synchronized Optional<StoredUser> change(String userId, UnaryOperator<StoredUser> change) {
        Optional<StoredUser> changed = find(Identifier.USER_ID, userId).map(change);
        changed.ifPresent(table::replace);
        return changed;
    }

    /** Removes the users with this identifier. */
    public synchronized List<StoredUser> remove(Identifier identifier, String value) {
        List<StoredUser> found = table.find(identifier, value);
        found.forEach(table::remove);
        return found;
    }

    /** All whole users, oldest first, as they are now. */
    public synchronized Stream<StoredUser> all() {
        return table.all();
    }

    synchronized int size() {
        return profilesKept ? table.size() : fingerprinted;
    }
}
