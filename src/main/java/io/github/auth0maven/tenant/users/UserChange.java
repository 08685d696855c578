package io.github.auth0maven.tenant.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Json;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A change that the Management API makes to a user.
 *
 * <p>Documented: properties are replaced, but metadata is merged at its first level: what is null is removed, and an empty
 * object removes all.
 *
 * @param body what is changed
 * @param hash the hash of a new password
 */
record UserChange(ObjectNode body, Optional<String> hash, Clock clock) {

    private static final List<String> REPLACED = List.of(
            "email",
            "email_verified",
            "username",
            "phone_number",
            "phone_verified",
            "blocked",
            "given_name",
            "family_name",
            "name",
            "nickname",
            "picture");

    private static final List<String> MERGED = List.of("user_metadata", "app_metadata");

    StoredUser of(StoredUser user) {
        ObjectNode profile = user.profile();
        String now = Profiles.timestamp(clock.instant());
        boolean otherEmail = body.has("email")
                && !body.path("email").asText().equals(profile.path("email").asText());
        if (otherEmail) {
            profile.put("email_verified", false);
        }
        REPLACED.stream().filter(body::hasNonNull).forEach(name -> profile.set(name, body.path(name)));
        REPLACED.stream().filter(name -> body.path(name).isNull()).forEach(profile::remove);
        MERGED.stream().filter(body::has).forEach(name -> merge(name, profile));
        profile.put("updated_at", now);
        if (hash.isEmpty()) {
            return user;
        }
        profile.put("last_password_reset", now);
        return user.withPasswordHash(hash.get());
    }

    private void merge(String name, ObjectNode profile) {
        JsonNode changes = body.path(name);
        ObjectNode merged = changes.isEmpty() || !profile.path(name).isObject()
                ? Json.object()
                : ((ObjectNode) profile.path(name)).deepCopy();
        changes.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                merged.remove(member.getKey());
            } else {
                merged.set(member.getKey(), member.getValue());
            }
        });
        profile.set(name, merged);
    }

    /** Leaves everything out: it is a user's. */
    @Override
    public String toString() {
        return "UserChange[…]";
    }
}
