package io.github.auth0maven.tenant.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.users.Identifier;
import io.github.auth0maven.tenant.users.Identity;
import io.github.auth0maven.tenant.users.Profiles;
import io.github.auth0maven.tenant.users.StoredUser;
import io.github.auth0maven.tenant.users.StoredUsers;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Imports one file's users into one connection. */
public final class Importer {

    private final Connection connection;
    private final StoredUsers stored;
    private final boolean upsert;
    private final Profiles profiles;
    private final UserRules rules;
    private final Ids ids;
    private final Map<Identifier, Set<String>> provided = new EnumMap<>(Identifier.class);
    private final StringBuilder rejected = new StringBuilder();
    private int inserted;
    private int updated;
    private int failed;

    public Importer(Target target, boolean upsert, Clock clock, Ids ids) {
        this.connection = target.connection();
        this.stored = target.users();
        this.upsert = upsert;
        this.profiles = new Profiles(connection.name(), clock);
        this.rules = new UserRules(connection.options());
        this.ids = ids;
    }

    /** Imports a file. One that cannot be parsed to its end imports nothing. */
    public Outcome run(UsersFile file) {
        try {
            int total = file.count();
            file.forEach(this::importOne);
            return new Outcome.Completed(
                    new Summary(total, inserted, updated, failed), failed == 0 ? "" : "[" + rejected + "]");
        } catch (JsonProcessingException unparsable) {
            return Outcome.Failed.unparsable();
        }
    }

    private void importOne(JsonNode user) {
        List<UserError> errors = rules.errors(user);
        if (errors.isEmpty()) {
            errors = tryToStore((ObjectNode) user);
        }
        if (!errors.isEmpty()) {
            reject(user, errors);
        }
    }

    private List<UserError> tryToStore(ObjectNode user) {
        Identity identity = Identity.of(user, ids);
        Optional<Identifier> again = provideAgain(identity);
        if (again.isPresent()) {
            // Documented for email, username and user_id; that a phone number is told in the same words is inferred.
            return List.of(UserError.of(
                    "DUPLICATED_USER", "A user with this " + again.get().property() + " was already provided."));
        }
        if (stored.holds(Identifier.EMAIL, identity.email()) && upsert) {
            return update(identity, user);
        }
        return insert(identity, user);
    }

    /** The first identifier that an earlier user of the file has too; otherwise they all count as provided now. */
    private Optional<Identifier> provideAgain(Identity identity) {
        Optional<Identifier> again = identity.values().entrySet().stream()
                .filter(each -> mustBeUnique(each.getKey()))
                .filter(each -> providedAs(each.getKey()).contains(each.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
        if (again.isEmpty()) {
            identity.values()
                    .forEach((identifier, value) -> providedAs(identifier).add(value));
        }
        return again;
    }

    private boolean mustBeUnique(Identifier identifier) {
        return identifier != Identifier.EMAIL
                || connection.options().identifiers().emailUnique();
    }

    private Set<String> providedAs(Identifier identifier) {
        return provided.computeIfAbsent(identifier, unused -> new HashSet<>());
    }

    /** Documented: only some properties are updated; a hash replaces only an imported one. */
    private List<UserError> update(Identity identity, ObjectNode user) {
        if (user.has("custom_password_hash") && !stored.hasImportedHash(identity.email())) {
            return List.of(new UserError(
                    null, "A custom_password_hash was provided, but the user already has password hash defined", null));
        }
        stored.update(identity.email(), profiles.changes(user), StoredUser.secretsOf(user));
        if (UserRules.hasImpossibleFactor(user)) {
            // Documented: with upsert the rest of the user was applied.
            return impossibleFactors();
        }
        updated++;
        return List.of();
    }

    private List<UserError> insert(Identity identity, ObjectNode user) {
        Optional<Identifier> taken = identity.values().entrySet().stream()
                .filter(each -> mustBeUnique(each.getKey()))
                .filter(each -> stored.holds(each.getKey(), each.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
        if (taken.isPresent()) {
            return List.of(conflict(taken.get()));
        }
        if (UserRules.hasImpossibleFactor(user)) {
            return impossibleFactors();
        }
        stored.insert(identity, StoredUser.imported(profiles.profile(identity, user), user));
        inserted++;
        return List.of();
    }

    /** Recorded without upsert. With upsert, which matches on e-mail only, codes are documented, texts inferred. */
    private UserError conflict(Identifier taken) {
        if (!upsert) {
            return UserError.of("DUPLICATED_USER", "The user already exist and upsert parameter is false");
        }
        return UserError.of(
                taken == Identifier.USERNAME ? "CONFLICT_USERNAME" : "CONFLICT",
                "Another user has this " + taken.property());
    }

    private static List<UserError> impossibleFactors() {
        return List.of(UserError.of("MFA_FACTORS_FAILED", "Unable to import factors"));
    }

    private void reject(JsonNode user, List<UserError> errors) {
        failed++;
        ObjectNode entry = Json.object();
        entry.set("user", UserRules.redacted(user));
        ArrayNode list = entry.putArray("errors");
        errors.forEach(error -> list.add(error.json()));
        rejected.append(rejected.isEmpty() ? "" : ",").append(Json.text(entry));
    }

    /** Where users are imported to. */
    public record Target(Connection connection, StoredUsers users) {}
}
