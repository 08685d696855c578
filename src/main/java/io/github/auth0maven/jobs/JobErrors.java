package io.github.auth0maven.jobs;

import java.util.List;
import java.util.Optional;

/**
 * What the service says of a job's errors.
 *
 * @param users those that it did not import
 * @param details why the whole job failed, if it did and the service says it
 */
public record JobErrors(List<UserError> users, Optional<String> details) {

    /** Nothing. */
    public static final JobErrors NONE = new JobErrors(List.of(), Optional.empty());

    public JobErrors {
        users = List.copyOf(users);
    }

    /**
     * An error of one user; a user may have several.
     *
     * @param identity the user, as far as the service's echo tells
     * @param code Auth0's; the list is open, and some errors have none
     * @param attribute the attribute at fault, as the users file calls it
     */
    public record UserError(Identity identity, String code, String message, Optional<String> attribute) {}

    /** What tells one user from another; each part as it was sent, or as the service stores it. */
    public record Identity(
            Optional<String> email, Optional<String> username, Optional<String> userId, Optional<String> phoneNumber) {

        /** Of a user whose phone number is not told. */
        public Identity(Optional<String> email, Optional<String> username, Optional<String> userId) {
            this(email, username, userId, Optional.empty());
        }
    }
}
