import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('dryRun (-Dauth0.dryRun): "ture" is not true or false')
    build.says('invalidUsers (-Dauth0.invalidUsers): "skp" is not fail or skip')
    build.says('There is no users file "user.json"; set auth0.usersFile, or put it into one of these places:')

    build.says('auth0.dryrun (the command line) is no property of this plugin; did you mean auth0.dryRun? What belongs to another tool can be named in auth0.otherProperties')
    build.says('auth0.userFile (the POM) is no property of this plugin; did you mean auth0.usersFile?')
    build.says('auth0.upsrt (the profile "in-settings" of settings.xml) is no property of this plugin; did you mean auth0.upsert?')
    build.says('<dryrun> in the <configuration> of this plugin is no parameter of any goal; did you mean dryRun?')
    build.says('<dryRun> in the <configuration> of the execution "judge" is no parameter of its goals, but of delete-users, import-users, restore-users.')

    build.says('[dry run] 2 users: 2 inserted, 0 failed')
    build.says('connection (-Dauth0.connection) is ${customers.connection} in the POM, and nothing defines customers.connection:')
    assert build.tenant().requests() == []
}
