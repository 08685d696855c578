import groovy.json.JsonSlurper
import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def reports = new File(basedir, 'target/auth0')
    build.says('Failures by code: 2 × DUPLICATED_USER')
    build.says('Report: target/auth0/import-report.json; users to be mended: target/auth0/failed-users.csv')
    build.says('[dry run] Report: target/auth0/dry-run/import-report.json')
    build.says('Failures by code: 1 × INVALID_FORMAT')
    build.says('Report: target/auth0/validation-report.json; users to be mended: target/auth0/invalid-users.yaml')
    build.says('The users file target/auth0/failures.jsonl would be lost: this run writes ')

    // The fourth was refused, and the fifth imported nobody: so the sixth had them all.
    build.says('2 users: 0 inserted, 2 failed')
    build.says('2 users: 0 inserted, 2 updated, 0 failed')
    build.says('The list as it was, which places lead into: target/auth0/retried-users.csv')
    assert build.user('grace@example.com').name == 'Hopper, Grace'
    assert new File(reports, 'retried-users.csv').text ==
        'email,email_verified,name\ngrace@example.com,TRUE,"Hopper, Grace"\nmargaret@example.com,true,\n'
    assert !build.left('target/auth0/failed-users.csv')
    assert !build.left('target/auth0/failed-users.errors.jsonl')
    assert build.report().status == 'succeeded'
    assert build.report('target/auth0/dry-run').users.inserted == 3

    assert new File(reports, 'invalid-users.yaml').text == '- "email": "nobody"\n  "email_verified": true\n'
    def error = new JsonSlurper().parse(new File(reports, 'invalid-users.errors.jsonl'))
    assert [error.index, error.line, error.errors*.code] == [0, 1, ['INVALID_FORMAT']]
    def validation = new JsonSlurper().parse(new File(reports, 'validation-report.json'))
    assert validation.status == 'failed'
    assert validation.users == [total: 2, valid: 1, invalid: 1]
    assert validation.failureCounts == [INVALID_FORMAT: 1]
    assert validation.failures*.line == [3]
}
