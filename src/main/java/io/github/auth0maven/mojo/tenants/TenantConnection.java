package io.github.auth0maven.mojo.tenants;

import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.connections.ConnectionOptions;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** A database connection of a local tenant, in the configuration of a goal: its name alone, or more. */
public final class TenantConnection {

    private static final ElementReader IN = new ElementReader("connection");
    private static final int LONGEST_USERNAME = 128;

    /** Its name. */
    @Nullable
    String name;

    /** Its id, {@code con_} and 16 letters or digits; by default a new one. */
    @Nullable
    String id;

    /** Where users have usernames, how long these may be. */
    @Nullable
    String usernameMaxLength;

    /** Takes the text of an element that has no others in it. */
    public void set(String text) {
        name = text;
    }

    Connection read(String... clients) throws MojoExecutionException {
        Connection made = Connection.database(IN.text("name", name)).withEnabledClients(clients);
        if (id != null && !Connection.isId(id.strip())) {
            throw IN.wrong("id", id, "con_ and 16 letters or digits");
        }
        Connection known = id == null ? made : made.withId(id.strip());
        return usernameMaxLength == null
                ? known
                : known.withOptions(ConnectionOptions.usernames(
                        IN.number("usernameMaxLength", usernameMaxLength, 1, LONGEST_USERNAME)));
    }
}
