package io.github.auth0maven.passwords.sources;

/** What can be made of a hash as its source wrote it; nothing that these print shows a hash. */
public sealed interface SourceHash {

    /**
     * A hash that Auth0 takes, to the byte what its source has.
     *
     * @param source what it was, such as {@code Django's pbkdf2}
     * @param json an object with one member, the {@code password_hash} or the {@code custom_password_hash}
     */
    record Converted(String source, String json) implements SourceHash {

        @Override
        public String toString() {
            return source;
        }
    }

    /**
     * A hash that is known, and that Auth0 cannot use.
     *
     * @param source what it is, such as {@code a Drupal hash}
     * @param reason the same, why not, and what remains
     */
    record Refused(String source, String reason) implements SourceHash {}

    /** No hash of a source that is known. */
    record Unknown() implements SourceHash {}
}
