package io.github.auth0maven.tenant.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.connections.ConnectionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges one user of an import file by itself. */
final class UserRules {

    /** Documented: what app_metadata must not hold. */
    private static final Set<String> FORBIDDEN_IN_APP_METADATA = Set.of(
            "__tenant",
            "_id",
            "blocked",
            "clientID",
            "created_at",
            "email_verified",
            "email",
            "globalClientID",
            "global_client_id",
            "identities",
            "lastIP",
            "lastLogin",
            "loginsCount",
            "metadata",
            "multifactor_last_modified",
            "multifactor",
            "updated_at",
            "user_id");

    private final Check schema;
    private final boolean emailOptional;

    /** The rules of a connection. */
    UserRules(ConnectionOptions options) {
        this.schema = ImportSchema.user(options.identifiers());
        this.emailOptional = !options.identifiers().emailRequired();
    }

    List<UserError> errors(JsonNode user) {
        List<UserError> found = new ArrayList<>(schema.errors("", user));
        if (emailOptional && !user.has("email") && !user.has("username") && !user.has("phone_number")) {
            // The code is documented, its text inferred.
            found.add(UserError.of("ANY_OF_MISSING", "Missing any of the properties: email, username, phone_number"));
        }
        boolean bothHashes = user.has("password_hash") && user.has("custom_password_hash");
        boolean forbiddenMetadata = user.path("app_metadata").properties().stream()
                .anyMatch(member -> FORBIDDEN_IN_APP_METADATA.contains(member.getKey()));
        if (bothHashes || forbiddenMetadata) {
            // Recorded for both hashes: it names nothing. That metadata is answered alike is inferred.
            found.add(UserError.of("NOT_PASSED", "Forbidden attribute in appUser: "));
        }
        return found;
    }

    /**
     * Whether the factors, though they fit the schema, cannot be imported: each is to have exactly one kind [D], but the
     * schema lets an empty one pass. That this is then MFA_FACTORS_FAILED is inferred.
     */
    static boolean hasImpossibleFactor(JsonNode user) {
        for (JsonNode factor : user.path("mfa_factors")) {
            if (factor.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The user as the service shows it with its errors: its hashes are replaced [D]. */
    static JsonNode redacted(JsonNode user) {
        if (!(user instanceof ObjectNode whole)) {
            return user;
        }
        ObjectNode copy = whole.deepCopy();
        if (copy.has("password_hash")) {
            copy.put("password_hash", "*****");
        }
        JsonNode custom = copy.path("custom_password_hash");
        if (custom.path("hash") instanceof ObjectNode hash) {
            if (hash.has("value")) {
                hash.put("value", "*****");
            }
        } else if (!custom.isMissingNode()) {
            copy.put("custom_password_hash", "*****");
        }
        return copy;
    }
}
