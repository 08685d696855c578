import io.github.auth0maven.it.Tenants
import io.github.auth0maven.tenant.TenantSettings.Connection

Tenants.start(basedir, context) { settings ->
    settings.withConnections(Connection.database('staff'), Connection.database('customers'))
}
