package io.github.auth0maven.tenant.connections;

import java.util.Set;

/**
 * Which identifiers users of a connection need, and what these may be: the flexible identifiers [R].
 *
 * @param emailRequired whether a user needs an e-mail address
 * @param emailUnique whether no two users may have the same one
 * @param usernames how usernames look
 * @param alsoRequired what else a user needs: a username or a phone number, by their names in a user
 */
public record IdentifierAttributes(
        boolean emailRequired, boolean emailUnique, Usernames usernames, Set<String> alsoRequired) {

    /** Copies the attributes. */
    public IdentifierAttributes {
        alsoRequired = Set.copyOf(alsoRequired);
    }

    /** With nothing but an e-mail address required. */
    public IdentifierAttributes(boolean emailRequired, boolean emailUnique, Usernames usernames) {
        this(emailRequired, emailUnique, usernames, Set.of());
    }

    /** With an e-mail address for everybody, and usernames of up to 128 characters. */
    public static IdentifierAttributes usual() {
        return new IdentifierAttributes(true, true, new Usernames(1, 128, Set.of("phone_number")));
    }

    /**
     * How usernames look.
     *
     * @param least the smallest number of characters
     * @param most the largest, up to 128
     * @param types what they may look like: {@code email}, {@code phone_number}
     */
    public record Usernames(int least, int most, Set<String> types) {

        /** Copies the types. */
        public Usernames {
            types = Set.copyOf(types);
        }
    }
}
