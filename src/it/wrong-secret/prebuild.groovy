import io.github.auth0maven.it.Tenants
import io.github.auth0maven.tenant.tokens.Client

Tenants.start(basedir, context) { settings ->
    settings.withClient(Client.of(settings.client().id(), 'not-the-secret-of-settings.xml'))
}
