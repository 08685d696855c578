import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def emails = { connection -> build.tenant().users(connection)*.path('email')*.asText() }
    assert emails('staff') == ['ada@example.com']
    assert emails('customers') == ['grace@example.org', 'linus@example.org']

    assert build.report('target/auth0-staff').users.inserted == 1
    assert build.report('target/auth0-customers').users.inserted == 2
    assert !build.left('target/auth0')
}
