package io.github.auth0maven.plans;

import java.util.List;
import java.util.Optional;

/**
 * What is planned for a user.
 *
 * @param email the address, or what else the user is known by
 * @param userId the tenant's id of the user, with its prefix; empty if the tenant has no such user
 * @param place where the user stands in the users files; empty if it stands in none
 * @param index the user's number among those of the users files; -1 if it is none of them
 */
public record PlannedUser(
        Action action,
        String email,
        Optional<String> userId,
        Optional<String> place,
        long index,
        List<Difference> differences) {

    /** What an import with upsert would do. */
    public enum Action {
        CREATE("create"),
        CHANGE("change"),
        UNCHANGED("unchanged"),
        /** It differs, and an import could do nothing about that. */
        UNCHANGEABLE("unchangeable"),
        /** It is in the tenant alone. */
        TENANT_ONLY("tenantOnly");

        private final String key;

        Action(String key) {
            this.key = key;
        }

        /** What it is called in files. */
        public String key() {
            return key;
        }
    }

    public PlannedUser {
        differences = List.copyOf(differences);
    }

    /** Whether something is planned that is done by these means. */
    public boolean needs(Difference.Means means) {
        return differences.stream().anyMatch(difference -> difference.means() == means);
    }

    /** Without the user. */
    @Override
    public String toString() {
        return "PlannedUser[" + action + ", " + index + "]";
    }
}
