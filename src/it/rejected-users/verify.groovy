import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def file = 'src/test/resources/auth0/users.json'
    def exists = { email -> [code: 'DUPLICATED_USER', attribute: null, message: "\"$email\": The user already exist and upsert" +
        ' parameter is false; set auth0.upsert to update such users, or remove this one. If nobody finds the other in the tenant,' +
        ' it is a ghost: DELETE /api/v2/connections/{id}/users?email=… removes it'] }
    def grace = exists('Grace@Example.com')
    def margaret = exists('margaret@example.com')

    build.failedBecauseOfTheUsers()
    build.says("[ERROR] $file:[3,3] $grace.message [DUPLICATED_USER]")
    build.says("[ERROR] $file:[9,37] $margaret.message [DUPLICATED_USER]")
    build.says('2 of 4 users were not imported')
    build.says('Report: target/auth0/import-report.json; users to be mended: target/auth0/failed-users.json;'
        + ' to look at: target/auth0/import-report.html')

    def report = build.report()
    assert report.status == 'failed'
    assert !report.dryRun
    assert report.domain == "http://127.0.0.1:${build.tenant().url().port}"
    assert report.connection == 'Username-Password-Authentication'
    assert report.users == [total: 4, inserted: 2, updated: 0, failed: 2, invalid: 0, unsent: 0, pending: 0]
    assert report.jobs*.id == build.tenant().jobs()*.id()
    assert report.failures == [
        [file: file, index: 1, line: 3, column: 3] + grace,
        [file: file, index: 3, line: 9, column: 37] + margaret,
    ]
    def page = new File(basedir, 'target/auth0/import-report.html').text
    assert page.contains("<td class=\"place\">$file:[3,3]</td>")
    assert page.contains('id="code-DUPLICATED_USER"')
    def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/auth0/TEST-auth0-import.xml'))
    assert suite.testcase.failure*.@type*.text() == ['DUPLICATED_USER']
    def json = new groovy.json.JsonSlurper()
    assert json.parse(new File(basedir, 'target/auth0/import-report.sarif')).runs[0].results.findAll { it.level == 'error' }*.ruleId
        == ['DUPLICATED_USER'] * 2
    assert json.parse(new File(basedir, 'target/auth0/import-report.gitlab.json'))
        .findAll { it.severity == 'major' }*.location*.lines*.begin == [3, 9]
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
