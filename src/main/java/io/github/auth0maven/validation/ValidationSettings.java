package io.github.auth0maven.validation;

import io.github.auth0maven.attributes.RootAttributes;
import java.util.Optional;

/**
 * What a validator cannot know from the users file.
 *
 * @param capacity the largest number of bytes that a user may have, written compactly, alone in a job
 * @param rootAttributes what is given to the users that lack it
 * @param schema the project's own, which users have to pass on top of Auth0's rules
 * @param raised the warnings that count as errors
 */
public record ValidationSettings(
        long capacity, RootAttributes rootAttributes, Optional<ProjectSchema> schema, RaisedWarnings raised) {

    /** Without raised warnings. */
    public ValidationSettings(long capacity, RootAttributes rootAttributes, Optional<ProjectSchema> schema) {
        this(capacity, rootAttributes, schema, RaisedWarnings.NONE);
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
}
