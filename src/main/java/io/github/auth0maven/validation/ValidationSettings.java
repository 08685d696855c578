package io.github.auth0maven.validation;

import java.util.Set;

/**
 * What a validator cannot know from the users file.
 *
 * @param capacity the largest number of bytes that a user may have, written compactly, alone in a job
 * @param addedBytes the largest number of bytes that root attributes add to a user
 * @param provided the names of the attributes that root attributes give to the users that lack them
 * @param raised the warnings that count as errors
 */
public record ValidationSettings(long capacity, int addedBytes, Set<String> provided, RaisedWarnings raised) {

    /** Without raised warnings. */
    public ValidationSettings(long capacity, int addedBytes, Set<String> provided) {
        this(capacity, addedBytes, provided, RaisedWarnings.NONE);
    }

    public ValidationSettings {
        if (capacity <= 0 || addedBytes < 0) {
            throw new IllegalArgumentException("capacity " + capacity + ", added bytes " + addedBytes);
        }
        provided = Set.copyOf(provided);
    }
}
