package io.github.auth0maven.restorations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What has to be changed of a user to make it what it was. Only what an import changes is put back; hashes and factors that it has
 * replaced cannot be, for Auth0 tells nobody what they were.
 */
final class Restoration {

    private static final List<String> ATTRIBUTES =
            List.of("email_verified", "family_name", "given_name", "name", "nickname", "picture");

    private static final List<String> METADATA = List.of("app_metadata", "user_metadata");

    private Restoration() {}

    /** The attributes to be changed; empty if the user is what it was. */
    static Optional<ObjectNode> of(JsonNode before, JsonNode now) {
        ObjectNode changes = BackupFile.JSON.createObjectNode();
        for (String attribute : ATTRIBUTES) {
            if (!before.path(attribute).equals(now.path(attribute))) {
                changes.set(attribute, before.has(attribute) ? before.get(attribute) : changes.nullNode());
            }
        }
        for (String attribute : METADATA) {
            metadata(before.path(attribute), now.path(attribute)).ifPresent(all -> changes.set(attribute, all));
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes);
    }

    /** A change merges metadata into what is there: what was not there before has to be taken away by its name. */
    private static Optional<ObjectNode> metadata(JsonNode before, JsonNode now) {
        ObjectNode changes = BackupFile.JSON.createObjectNode();
        now.fieldNames().forEachRemaining(name -> {
            if (!before.has(name)) {
                changes.putNull(name);
            }
        });
        before.properties().forEach(member -> {
            if (!member.getValue().equals(now.path(member.getKey()))) {
                changes.set(member.getKey(), member.getValue());
            }
        });
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes);
    }
}
