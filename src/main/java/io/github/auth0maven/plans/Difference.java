package io.github.auth0maven.plans;

import java.util.Optional;

/**
 * What differs in one attribute of a user.
 *
 * @param attribute its name; of metadata, with that of the member
 * @param from what the tenant has, as JSON; empty if it has nothing
 * @param to what the tenant would have, as JSON; empty if it would have nothing
 */
public record Difference(String attribute, Optional<String> from, Optional<String> to, Means means) {

    /** What can bring it about. */
    public enum Means {
        /** An import with upsert. */
        UPSERT,
        /** A change of the single user, which puts metadata beside what there is. */
        MERGE,
        /** A change of the single user, for an upsert leaves this attribute alone. */
        PATCH,
        /** Nothing. */
        NOTHING
    }

    /** Without the values: they are a user's. */
    @Override
    public String toString() {
        return "Difference[" + attribute + ", " + means + "]";
    }
}
