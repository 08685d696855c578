import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('[dry run] 12 users: 12 inserted, 0 failed; 1 job')
    build.says('Report: target/auth0/dry-run/import-report.json')

    def report = build.report('target/auth0/dry-run')
    assert report.status == 'succeeded'
    assert report.dryRun
    assert report.usersFile == 'src/test/resources/auth0/users.json'
    assert report.users == [total: 12, inserted: 12, updated: 0, failed: 0, invalid: 0, unsent: 0, pending: 0]
    assert report.jobs*.status == ['completed']
    assert report.failures == []
    assert !build.left('target/auth0/dry-run/failed-users.json')
}
