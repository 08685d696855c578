import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('src/test/resources/auth0/users.json:[3,14] email: "grace.example.com" is not an e-mail address')
    build.says('src/test/resources/auth0/users.json:[4,3] "linus@example.com": The user already exist and upsert parameter is false')
    build.says('4 users: 2 inserted, 1 failed, 1 invalid and not sent')
    build.says('BUILD SUCCESS')

    def report = build.report()
    assert report.status == 'succeeded'
    assert report.users == [total: 4, inserted: 2, updated: 0, failed: 1, invalid: 1, unsent: 0, pending: 0]
    assert report.failures*.line == [3, 4]
    assert build.failedUsers() == [[email: 'grace.example.com'], [email: 'linus@example.com']]
    assert build.users()*.email as Set == ['ada@example.com', 'linus@example.com', 'margaret@example.com'] as Set
}
