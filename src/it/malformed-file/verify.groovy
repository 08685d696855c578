import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.failedBecauseOfTheUsers()
    build.says('src/test/resources/auth0/users.json:[3,49] ')
    assert build.tenant().requests() == []
}
