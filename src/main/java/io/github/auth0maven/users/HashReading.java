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
     * What a hash becomes.
     *
     * @param source what it was, as it is counted; nothing if it is told elsewhere
     * @param json an object with the member that takes its place
     */
    record Read(Optional<String> source, String json) {

        /** Never the hash. */
        @Override
        public String toString() {
            return source.orElse("a hash");
        }
    }

    /**
     * Reads one of the two members.
     *
     * @param written its text, or the JSON of an object or a list
     * @return nothing if it is to be left as it is
     */
    Optional<Read> read(String member, String written);
}
