import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.hasLine('.*Local tenant: http://localhost:\\d+/ .*is not Auth0.*')
    build.hasLine('.*Tenant: http://localhost:\\d+, started by this build; .* credentials: its own')
    build.hasLine('.*Tenant: localhost:\\d+, started by this build; .* credentials: its own')
    build.says('2 users: 2 inserted, 0 failed')
    build.hasLine('.*The local tenant http://localhost:\\d+/ has stopped: \\d+ requests, 1 login, 2 users')
    build.hasLine('.*The local tenant https://localhost:\\d+/ has stopped: \\d+ requests, 1 login, 2 users')
    assert new File(basedir, 'target').list().findAll { it.startsWith('auth0-tenant') } == []
}
