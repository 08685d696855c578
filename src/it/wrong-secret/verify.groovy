import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.failedToRun()
    build.says('The client id or the client secret is wrong: check <username> and <password> of the <server>')
    assert build.tenant().requestCounts() == ['POST /oauth/token 401': 1]
}
