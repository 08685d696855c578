import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def file = 'src/test/resources/auth0/users.json'
    def exists = [code: 'DUPLICATED_USER', message: 'The user already exist and upsert parameter is false', attribute: null]

    build.failedBecauseOfTheUsers()
    build.says("[ERROR] $file:[3,3] $exists.message [DUPLICATED_USER]")
    build.says("[ERROR] $file:[9,37] $exists.message [DUPLICATED_USER]")
    build.says('2 of 4 users were not imported')
    build.says('Report: target/auth0/import-report.json; users to be mended: target/auth0/failed-users.json')

    def report = build.report()
    assert report.status == 'failed'
    assert !report.dryRun
    assert report.domain == "http://127.0.0.1:${build.tenant().url().port}"
    assert report.connection == 'Username-Password-Authentication'
    assert report.users == [total: 4, inserted: 2, updated: 0, failed: 2, invalid: 0, unsent: 0, pending: 0]
    assert report.jobs*.id == build.tenant().jobs()*.id()
    assert report.failures == [
        [file: file, index: 1, line: 3, column: 3] + exists,
        [file: file, index: 3, line: 9, column: 37] + exists,
    ]
    assert build.failedUsers() == [
        [
            email: 'Grace@Example.com',
            password_hash: '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
            app_metadata: [balance: 1.10],
            mfa_factors: [[totp: [secret: 'JBSWY3DPEHPK3PXPIZUW4ZDN']]],
        ],
        [email: 'margaret@example.com'],
    ]
    assert build.users()*.email as Set ==
        ['ada@example.com', 'grace@example.com', 'linus@example.com', 'margaret@example.com'] as Set
}
