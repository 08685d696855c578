package io.github.auth0maven.tenant.connections;

import io.github.auth0maven.tenant.connections.IdentifierAttributes.Usernames;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a database connection.
 *
 * @param requiresUsername whether users sign up with a username; then its length is limited
 * @param usernameMaxLength the longest username where usernames are required: 15 by default, up to 128
 * @param customDatabase whether the users live in a database of the customer's own
 * @param importMode whether users of a custom database are imported to Auth0
 * @param attributes the flexible identifiers, if it has them
 */
public record ConnectionOptions(
        boolean requiresUsername,
        int usernameMaxLength,
        boolean customDatabase,
        boolean importMode,
        Optional<IdentifierAttributes> attributes) {

    private static final int LONGEST = 128;

    /** Auth0's own database, without usernames. */
    public static ConnectionOptions plain() {
        return new ConnectionOptions(false, 15, false, false, Optional.empty());
    }

    /** Auth0's own database, with usernames of up to so many characters. */
    public static ConnectionOptions usernames(int maxLength) {
        return new ConnectionOptions(true, maxLength, false, false, Optional.empty());
    }

    /** A custom database, with or without import mode. */
    public static ConnectionOptions custom(boolean importMode) {
        return new ConnectionOptions(false, 15, true, importMode, Optional.empty());
    }

    /** Auth0's own database, with flexible identifiers. */
    public static ConnectionOptions flexible(IdentifierAttributes attributes) {
        return new ConnectionOptions(false, 15, false, false, Optional.of(attributes));
    }

    /**
     * What holds of identifiers. Without flexible ones, every user needs an e-mail address that no other has, and a username is
     * none; where usernames are not required, their length is limited by the service alone [I].
     */
    public IdentifierAttributes identifiers() {
        return attributes.orElseGet(() -> new IdentifierAttributes(
                true, true, new Usernames(1, requiresUsername ? usernameMaxLength : LONGEST, Set.of("phone_number"))));
    }
}
