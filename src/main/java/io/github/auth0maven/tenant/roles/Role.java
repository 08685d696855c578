package io.github.auth0maven.tenant.roles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Json;

/** A role that users may have. */
record Role(String id, String name, String description) {

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("name", name);
        return description.isEmpty() ? json : json.put("description", description);
    }

    Role changed(ObjectNode changes) {
        return new Role(
                id,
                changes.path("name").asText(name),
                changes.path("description").asText(description));
    }
}
