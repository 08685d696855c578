import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.failedToRun()
    build.says('The client id, or its secret or private key, is not one of this tenant\'s: check <username>, and <password> or <privateKey>, of the <server>')
    assert build.tenant().requestCounts() == ['POST /oauth/token 401': 1]
}
