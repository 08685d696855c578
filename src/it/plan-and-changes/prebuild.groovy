import io.github.auth0maven.it.Tenants

Tenants.start(basedir, context)
