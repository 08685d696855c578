package io.github.auth0maven.tenant.connections;

/**
 * The options of a database connection.
 *
 * @param requiresUsername whether users sign up with a username; then its length is limited
 * @param usernameMaxLength the longest username where usernames are required: 15 by default, up to 128
 * @param customDatabase whether the users live in a database of the customer's own
 * @param importMode whether users of a custom database are imported to Auth0
 */
public record ConnectionOptions(
        boolean requiresUsername, int usernameMaxLength, boolean customDatabase, boolean importMode) {

    /** Auth0's own database, without usernames. */
    public static ConnectionOptions plain() {
        return new ConnectionOptions(false, 15, false, false);
    }

    /** Auth0's own database, with usernames of up to so many characters. */
    public static ConnectionOptions usernames(int maxLength) {
        return new ConnectionOptions(true, maxLength, false, false);
    }

    /** A custom database, with or without import mode. */
    public static ConnectionOptions custom(boolean importMode) {
        return new ConnectionOptions(false, 15, true, importMode);
    }
}
