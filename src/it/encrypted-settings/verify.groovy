import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('2 users: 2 inserted, 0 failed')
    assert build.users()*.email == ['ada@example.com', 'grace@example.com']
}
