import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.failedToRun()
    build.says('There is no <server> "auth0-staging" in settings.xml')
    build.says('<id>auth0-staging</id>')
    assert build.tenant().requests() == []
}
