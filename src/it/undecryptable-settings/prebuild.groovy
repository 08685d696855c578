import io.github.auth0maven.it.Tenants

Tenants.start(basedir, context)
Tenants.property(basedir, 'settings.security', new File(basedir, 'there-is-none.xml').path)
