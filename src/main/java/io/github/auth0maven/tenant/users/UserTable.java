package io.github.auth0maven.tenant.users;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whole users, each as the bytes of its JSON, and found by each of their identifiers. */
final class UserTable {

    private final List<@Nullable Row> rows = new ArrayList<>();
    private final Map<Identifier, RowIndex> indexes = new EnumMap<>(Identifier.class);
    private int size;

    UserTable() {
        for (Identifier identifier : Identifier.values()) {
            indexes.put(identifier, new RowIndex());
        }
    }

    int size() {
        return size;
    }

    void add(StoredUser user) {
        rows.add(Row.of(user));
        index(user, rows.size() - 1);
        size++;
    }

    /** The users with this identifier, oldest first; several only where it need not be unique. */
    List<StoredUser> find(Identifier identifier, String value) {
        return Arrays.stream(index(identifier).rows(value))
                .mapToObj(row -> read(row).orElseThrow())
                .filter(user -> value.equals(Identity.valueOf(identifier, user.profile())))
                .toList();
    }

    /** Puts another state of a user in the place of the one with its id. */
    void replace(StoredUser changed) {
        int row = rowOf(changed.userId());
        read(row).ifPresent(old -> unindex(old, row));
        rows.set(row, Row.of(changed));
        index(changed, row);
    }

    /** Removes a user that is there. */
    void remove(StoredUser user) {
        int row = rowOf(user.userId());
        unindex(user, row);
        rows.set(row, null);
        size--;
    }

    /** All users, oldest first, as they are now. */
    Stream<StoredUser> all() {
        return List.copyOf(rows.stream().filter(Objects::nonNull).toList()).stream()
                .map(Row::read);
    }

    private int rowOf(String userId) {
        return Arrays.stream(index(Identifier.USER_ID).rows(userId))
                .filter(row -> read(row).orElseThrow().userId().equals(userId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such user"));
    }

    private Optional<StoredUser> read(int row) {
        return Optional.ofNullable(rows.get(row)).map(Row::read);
    }

    private RowIndex index(Identifier identifier) {
        return Objects.requireNonNull(indexes.get(identifier));
    }

    private void index(StoredUser user, int row) {
        indexes.forEach((identifier, index) -> {
            String value = Identity.valueOf(identifier, user.profile());
            if (!value.isEmpty()) {
                index.add(value, row);
            }
        });
    }

    private void unindex(StoredUser user, int row) {
        indexes.forEach((identifier, index) -> index.remove(Identity.valueOf(identifier, user.profile()), row));
    }

    /** A user as bytes; of a picture that the service would choose, nothing is kept. */
    private static final class Row {

        private static final byte[] NONE = {};

        private final byte[] profile;
        private final byte[] secrets;
        private final boolean hashImported;

        private Row(byte[] profile, byte[] secrets, boolean hashImported) {
            this.profile = profile;
            this.secrets = secrets;
            this.hashImported = hashImported;
        }

        static Row of(StoredUser user) {
            ObjectNode profile = user.profile();
            if (profile.path("picture").asText().equals(Profiles.picture(profile))) {
                profile = profile.deepCopy();
                profile.remove("picture");
            }
            return new Row(
                    bytes(profile), user.secrets().isEmpty() ? NONE : bytes(user.secrets()), user.hashImported());
        }

        StoredUser read() {
            ObjectNode whole = parsed(profile);
            if (!whole.has("picture")) {
                whole.put("picture", Profiles.picture(whole));
            }
            return new StoredUser(whole, secrets.length == 0 ? Json.object() : parsed(secrets), hashImported);
        }

        private static byte[] bytes(JsonNode json) {
            try {
                return Json.MAPPER.writeValueAsBytes(json);
            } catch (JsonProcessingException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        private static ObjectNode parsed(byte[] json) {
            try {
                return (ObjectNode) Json.MAPPER.readTree(json);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
