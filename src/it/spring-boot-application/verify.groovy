import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('4 users: 4 inserted, 0 failed')
    build.hasLine('.*The local tenant http://localhost:\\d+/ has stopped: \\d+ requests, 3 logins, 4 users')
    build.hasLine('.*The local tenant https://localhost:\\d+/ has stopped: \\d+ requests, 1 login, 4 users')
    build.hasLine('.*Tests run: 6, Failures: 0, Errors: 0, Skipped: 0.*')
}
