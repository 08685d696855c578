package io.github.auth0maven.tenant.users;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The users of one connection: always their identifiers, their profiles only if wanted. */
public final class StoredUsers {

    private final String connection;
    private final boolean profilesKept;
    private final Map<Identifier, Fingerprints> identifiers = new EnumMap<>(Identifier.class);
    private final Fingerprints importedHashes = new Fingerprints();
    private final Map<String, String> profiles = new LinkedHashMap<>();
    private final Map<String, List<String>> idsByEmail = new HashMap<>();
    private int size;

    StoredUsers(String connection, boolean profilesKept) {
        this.connection = connection;
        this.profilesKept = profilesKept;
    }

    public synchronized boolean holds(Identifier identifier, String value) {
        Fingerprints known = identifiers.get(identifier);
        return known != null && known.contains(value);
    }

    /** Whether the user's password hash came with an import. */
    public synchronized boolean hasImportedHash(String email) {
        return importedHashes.contains(email);
    }

    /** Adds a user whose identifiers are all new. */
    public synchronized void insert(Identity identity, ObjectNode profile, boolean hashImported) {
        identity.values()
                .forEach((identifier, value) -> identifiers
                        .computeIfAbsent(identifier, unused -> new Fingerprints())
                        .add(value));
        if (hashImported) {
            importedHashes.add(identity.email());
        }
        if (profilesKept) {
            profiles.put(identity.userId(), Json.text(profile));
            idsByEmail
                    .computeIfAbsent(identity.email(), unused -> new ArrayList<>())
                    .add(identity.userId());
        }
        size++;
    }

    /** Sets properties of the user with this e-mail address, each as a whole. */
    public synchronized void update(String email, ObjectNode changes) {
        if (profilesKept) {
            for (String id : idsByEmail.getOrDefault(email, List.of())) {
                ObjectNode profile = parsed(String.valueOf(profiles.get(id)));
                profile.setAll(changes);
                profiles.put(id, Json.text(profile));
            }
        }
    }

    /**
     * The users with this e-mail address, several only where it need not be unique; without kept profiles, nothing but the address
     * and the connection.
     */
    synchronized List<ObjectNode> byEmail(String email) {
        if (!holds(Identifier.EMAIL, email)) {
            return List.of();
        }
        if (profilesKept) {
            return idsByEmail.getOrDefault(email, List.of()).stream()
                    .map(id -> parsed(String.valueOf(profiles.get(id))))
                    .toList();
        }
        ObjectNode user = Json.object().put("email", email);
        user.putArray("identities").addObject().put("provider", "auth0").put("connection", connection);
        return List.of(user);
    }

    /** All kept profiles, oldest first. */
    public synchronized List<JsonNode> all() {
        return profiles.values().stream().<JsonNode>map(StoredUsers::parsed).toList();
    }

    synchronized int size() {
        return size;
    }

    private static ObjectNode parsed(String profile) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(profile);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
