import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.failedToRun()
    build.says('dryRun (-Dauth0.dryRun): "ture" is not true or false')
    build.says('invalidUsers (-Dauth0.invalidUsers): "skp" is not fail or skip')
    build.says('There is no users file "user.json"; set auth0.usersFile, or put it into one of these places:')
    assert build.tenant().requests() == []
}
