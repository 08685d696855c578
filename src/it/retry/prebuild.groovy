import io.github.auth0maven.it.Tenants

Tenants.start(basedir, context) { settings ->
    settings.withUsers('Username-Password-Authentication',
        '{"email":"grace@example.com"}', '{"email":"margaret@example.com"}')
}
