package io.github.auth0maven.validation;

import io.github.auth0maven.attributes.RootAttributes;
import java.util.Optional;

/**
 * What a validator cannot know from the users file.
 *
 * @param capacity the largest number of bytes that a user may have, written compactly, alone in a job
 * @param rootAttributes what is given to the users that lack it
 * @param schema the project's own, which users have to pass on top of Auth0's rules
 * @param warnings what becomes of warnings
 * @param connection what is known of the connection that the users go to
 */
public record ValidationSettings(
        long capacity,
        RootAttributes rootAttributes,
        Optional<ProjectSchema> schema,
        WarningPolicy warnings,
        ConnectionRules connection) {

    /** Warnings are warnings, and of the connection nothing is known. */
    public ValidationSettings(long capacity, RootAttributes rootAttributes, Optional<ProjectSchema> schema) {
        this(capacity, rootAttributes, schema, WarningPolicy.NONE, ConnectionRules.UNKNOWN);
    }

    public ValidationSettings {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
    }

    /** Users as they are, and Auth0's rules alone. */
    public ValidationSettings(long capacity) {
        this(capacity, RootAttributes.NONE, Optional.empty());
    }

    /** The same, for a connection of which this is known. */
    public ValidationSettings with(ConnectionRules known) {
        return new ValidationSettings(capacity, rootAttributes, schema, warnings, known);
    }
}
