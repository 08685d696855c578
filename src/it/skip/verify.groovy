import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('Skipped (auth0.skip)')
    assert build.report().status == 'skipped'
    assert build.report().users == [total: 0, inserted: 0, updated: 0, failed: 0, invalid: 0, unsent: 0, pending: 0]
    assert build.tenant().requests() == []
}
