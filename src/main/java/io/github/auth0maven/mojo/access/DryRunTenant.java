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
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A fresh local tenant for a dry run, with the one connection that the users are meant for. */
public final class DryRunTenant implements AutoCloseable {

    private static final Pattern CONNECTION_ID = Pattern.compile("con_[A-Za-z0-9]{16}");

    private final LocalTenant tenant;

    private DryRunTenant(LocalTenant tenant) {
        this.tenant = tenant;
    }

    public static DryRunTenant start(String connection) throws IOException {
        TenantSettings settings = TenantSettings.defaults().withProfilesKept(false);
        Connection database = CONNECTION_ID.matcher(connection).matches()
                ? Connection.database("the-connection").withId(connection)
                : Connection.database(connection);
        return new DryRunTenant(LocalTenant.start(settings.withConnections(
                database.withEnabledClients(settings.client().id()))));
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
