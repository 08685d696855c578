import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('Maven is offline, and users cannot be imported into Auth0 offline: run it without -o, or rehearse with -Dauth0.dryRun')
    assert build.tenant().requests() == []

    build.says('[dry run] 2 users: 2 inserted, 0 failed')
    assert build.report('target/auth0/dry-run').status == 'succeeded'
}
