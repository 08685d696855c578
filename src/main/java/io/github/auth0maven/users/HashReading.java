package io.github.auth0maven.users;

import java.util.Optional;

/** Makes of passwords and their hashes, as their sources wrote them, what Auth0 takes. */
@FunctionalInterface
public interface HashReading {

    /** The member that hashes of any source may stand in. */
    String PASSWORD_HASH = "password_hash";

    /** The member that hashes, or passwords where these are wanted, may stand in, too. */
    String PASSWORD = "password";

    /**
     * What a hash is, and becomes.
     *
     * @param source what it is, as it is counted
     * @param refused whether Auth0 can verify it in no form
     * @param json an object with the member that takes its place; nothing if it is left as it is, for those who judge it
     */
    record Read(String source, boolean refused, Optional<String> json) {

        /** A hash that becomes another. */
        public static Read converted(String source, String json) {
            return new Read(source, false, Optional.of(json));
        }

        /** Never the hash. */
        @Override
        public String toString() {
            return source;
        }
    }

    /**
     * Reads one of the two members.
     *
     * @param written its text, or the JSON of an object or a list
     * @return nothing if it is no such hash
     */
    Optional<Read> read(String member, String written);
}
