package io.github.auth0maven.report;

import java.util.Optional;

/**
 * A user for a list of those who are to be mended.
 *
 * @param index the user's place among the users that were read, from 0
 * @param json without white space
 * @param record the user as a record of the users file, where that is CSV
 */
public record ListedUser(long index, String json, Optional<String> record) {

    /** Never the user: it may hold secrets. */
    @Override
    public String toString() {
        return "ListedUser[" + index + "]";
    }
}
