import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('Users file: target/test-classes/auth0/users.json')
    build.says('2 users: Auth0 would accept all of them')
    build.says('Report: target/auth0/validation-report.json')
    assert !build.left('target/auth0/import-report.json')
    assert !build.left('target/auth0/invalid-users.json')
    assert build.left('target/validate-users-1.0.0.jar')
}
