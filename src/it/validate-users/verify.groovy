import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('Users file: src/test/resources/auth0/users.json')
    build.hasLine('::warning file=[^,]*validate-users/src/test/resources/auth0/users.json,line=3,col=3,title=NO_PASSWORD_HASH::.*')
    build.says('2 users: Auth0 would accept all of them')
    build.says('Report: target/auth0/validation-report.json')
    assert !build.left('target/auth0/import-report.json')
    assert !build.left('target/auth0/invalid-users.json')
    assert build.left('target/validate-users-1.0.0.jar')

    def quiet = new File(basedir, 'target/quiet.log').readLines().findAll { it.contains('[INFO]') || it.contains('Auth0 would accept') }
    assert quiet.isEmpty()
    assert new File(basedir, 'target/coloured.log').text.contains('\033[')
    def plain = new File(basedir, 'target/plain.log').text
    assert plain.contains('2 users: Auth0 would accept all of them') && !plain.contains('\033[')
}
