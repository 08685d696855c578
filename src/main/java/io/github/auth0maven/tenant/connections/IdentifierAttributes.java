package io.github.auth0maven.tenant.connections;

import java.util.Set;

/**
 * Which identifiers users of a connection need, and what these may be: the flexible identifiers [R].
 *
 * @param emailRequired whether a user needs an e-mail address
 * @param emailUnique whether no two users may have the same one
 * @param usernames how usernames look
 */
public record IdentifierAttributes(boolean emailRequired, boolean emailUnique, Usernames usernames) {

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
