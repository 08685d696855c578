import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    assert new File(basedir, 'build.log').text.count('Skipped (auth0.skip)') == 11
    assert build.report('target/not-skipped/dry-run').status == 'succeeded'
    assert build.report().status == 'skipped'
    assert build.report().users == [total: 0, inserted: 0, updated: 0, failed: 0, invalid: 0, unsent: 0, pending: 0]
    assert build.tenant().requests() == []
}
