package io.github.auth0maven.mojo.access;

import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.Timeouts;
import io.github.auth0maven.management.Transport;
import io.github.auth0maven.management.Trust;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.connections.ConnectionOptions;
import io.github.auth0maven.tenant.connections.IdentifierAttributes;
import io.github.auth0maven.validation.ConnectionRules;
import io.github.auth0maven.validation.ConnectionRules.Length;
import io.github.auth0maven.validation.UsernameType;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A fresh local tenant for a dry run, with the one connection that the users are meant for. */
public final class DryRunTenant implements AutoCloseable {

    private static final Pattern CONNECTION_ID = Pattern.compile("con_[A-Za-z0-9]{16}");

    private final LocalTenant tenant;

    private DryRunTenant(LocalTenant tenant) {
        this.tenant = tenant;
    }

    /**
     * Starts it.
     *
     * @param known what is known of the connection; what is not, its options do not tell, and it takes whatever users have, but an
     *     e-mail address only once: few connections are set to take it twice
     */
    public static DryRunTenant start(String connection, ConnectionRules known) throws IOException {
        TenantSettings defaults = TenantSettings.defaults().withProfilesKept(false);
        TenantSettings settings =
                defaults.withClient(defaults.client().withScopes("create:users", "read:users", "read:connections"));
        Connection database = CONNECTION_ID.matcher(connection).matches()
                ? Connection.database("the-connection").withId(connection)
                : Connection.database(connection);
        return new DryRunTenant(LocalTenant.start(settings.withConnections(
                database.withEnabledClients(settings.client().id())
                        .withOptions(ConnectionOptions.flexible(identifiers(known))))));
    }

    private static IdentifierAttributes identifiers(ConnectionRules known) {
        Length length = known.usernameLength().orElse(Length.WIDEST);
        Set<UsernameType> types = known.usernameTypes().orElse(EnumSet.allOf(UsernameType.class));
        return new IdentifierAttributes(
                known.required().email().orElse(false),
                known.emailUnique().orElse(true),
                new IdentifierAttributes.Usernames(
                        length.least(),
                        length.most(),
                        types.stream().map(UsernameType::inOptions).collect(Collectors.toSet())),
                alsoRequired(known.required()));
    }

    private static Set<String> alsoRequired(ConnectionRules.Required required) {
        Set<String> names = new HashSet<>();
        required.username().filter(needed -> needed).ifPresent(needed -> names.add("username"));
        required.phoneNumber().filter(needed -> needed).ifPresent(needed -> names.add("phone_number"));
        return names;
    }

    /** Access to it, in no more time than the tenant would have: what a rehearsal leaves out, it does not show. */
    public Access access(String version, Timeouts timeouts) {
        return new Access(
                Domain.parse(tenant.url().toString()),
                tenant.audience(),
                new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()),
                new Transport(version, timeouts, Trust.OF_JDK, Optional.empty()));
    }

    @Override
    public void close() {
        tenant.close();
    }
}
