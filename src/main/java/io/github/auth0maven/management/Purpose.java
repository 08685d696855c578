package io.github.auth0maven.management;

import java.util.List;

/**
 * What a tenant is opened for.
 *
 * @param what a goal does there, in words
 * @param scopes that it cannot do without
 * @param sendsUsers whether the connection has to take imports
 */
public record Purpose(String what, List<String> scopes, boolean sendsUsers) {

    /** Importing users. */
    public static final Purpose IMPORT = new Purpose("an import", List.of("create:users"), true);

    /** Deleting users. */
    public static final Purpose DELETION = new Purpose("deleting users", List.of("read:users", "delete:users"), false);

    /** Keeping what users are. */
    public static final Purpose BACKUP = new Purpose("keeping a backup", List.of("read:users"), false);

    /** Putting users back to what they were. */
    public static final Purpose RESTORATION =
            new Purpose("putting users back", List.of("read:users", "update:users"), false);

    public Purpose {
        scopes = List.copyOf(scopes);
    }
}
