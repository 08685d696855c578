import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('The <password> of the <server> "auth0" in settings.xml refers to the environment variable AUTH0_CLIENT_SECRET, which is not set')

    build.says('2 users: 2 inserted, 0 failed')
    assert build.users()*.email == ['ada@example.com', 'grace@example.com']
}
