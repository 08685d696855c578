package io.github.auth0maven.tenant.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Json;
import java.util.List;

/**
 * A user as it is stored.
 *
 * @param profile what the Management API shows
 * @param secrets what it does not: {@code password_hash} or {@code custom_password_hash}, and {@code mfa_factors}
 * @param hashImported whether the hash came with an import and was never used
 */
public record StoredUser(ObjectNode profile, ObjectNode secrets, boolean hashImported) {

    private static final List<String> SECRETS = List.of("password_hash", "custom_password_hash", "mfa_factors");

    /** A user with a profile, and the secrets that an import file gives. */
    public static StoredUser imported(ObjectNode profile, ObjectNode user) {
        return new StoredUser(profile, secretsOf(user), user.has("password_hash") || user.has("custom_password_hash"));
    }

    /** The secrets among a user's properties. */
    public static ObjectNode secretsOf(ObjectNode user) {
        ObjectNode secrets = Json.object();
        SECRETS.stream().filter(user::has).forEach(name -> secrets.set(name, user.path(name)));
        return secrets;
    }

    /** The id, with the prefix of its provider. */
    public String userId() {
        return profile.path("user_id").asText();
    }

    /** The name of the connection that the user is in. */
    public String connection() {
        return profile.path("identities").path(0).path("connection").asText();
    }

    /** This user with another hash of the password, which replaces any. */
    public StoredUser withPasswordHash(String bcrypt) {
        ObjectNode others = secrets.deepCopy();
        others.remove("custom_password_hash");
        return new StoredUser(profile, others.put("password_hash", bcrypt), false);
    }

    /** Leaves everything out: it is a user's. */
    @Override
    public String toString() {
        return "StoredUser[…]";
    }
}
