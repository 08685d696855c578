import io.github.auth0maven.it.Tenants
import io.github.auth0maven.tenant.connections.Connection
import io.github.auth0maven.tenant.connections.ConnectionOptions
import io.github.auth0maven.tenant.connections.IdentifierAttributes
import io.github.auth0maven.tenant.connections.IdentifierAttributes.Usernames

Tenants.start(basedir, context) { settings ->
    def usernames = new Usernames(1, 64, ['email'] as Set)
    settings.withConnections(
        Connection.database('Families').withOptions(
            ConnectionOptions.flexible(new IdentifierAttributes(false, false, usernames))),
        Connection.database('Callers').withOptions(
            ConnectionOptions.flexible(new IdentifierAttributes(false, false, usernames, ['phone_number'] as Set))),
        Connection.database('Members').withOptions(ConnectionOptions.usernames(15)))
}
