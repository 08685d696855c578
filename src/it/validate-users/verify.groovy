import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('Users file: target/test-classes/auth0/users.json')
    build.says('2 users: Auth0 would accept all of them')
    assert !build.left('target/auth0')
    assert build.left('target/validate-users-1.0.0.jar')
}
