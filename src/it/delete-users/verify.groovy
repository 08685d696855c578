import groovy.json.JsonSlurper
import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('2 users: 2 inserted, 0 failed')
    build.hasLine('.*Users of the import that .*fixtures.journal tells of: 2 deleted')
    build.hasLine('.*The local tenant http://localhost:\\d+/ has stopped: \\d+ requests, 0 logins, 0 users')

    def report = new JsonSlurper().parse(new File(basedir, 'target/auth0/deletion-report.json'))
    assert report.status == 'succeeded'
    assert !report.dryRun
    assert report.users == [deleted: 2, gone: 0, before: 0, changed: 0, linked: 0]
    assert report.deletions*.index == [0, 1]
    assert report.deletions[1].userId == 'auth0|grace'

    def rehearsal = new JsonSlurper().parse(new File(basedir, 'target/auth0/dry-run/deletion-report.json'))
    assert rehearsal.dryRun
    assert rehearsal.users == report.users

    def page = new File(basedir, 'target/auth0/deletion-report.html').text
    assert page.contains('<title>Succeeded: Deletion from ') && page.contains('<dt>deleted</dt><dd>2</dd>')
    assert new File(basedir, 'target/auth0/dry-run/deletion-report.html').text.contains('Nobody has been deleted')
}
