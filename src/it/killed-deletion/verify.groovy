import groovy.json.JsonSlurper
import io.github.auth0maven.it.FinishedBuild
import io.github.auth0maven.it.Kills

FinishedBuild.check(basedir, context) { build ->
    def users = context.users
    build.says('Going on with a deletion that has begun before')
    build.says("tells of: ${users - 5} deleted")

    // Whoever was there before is there still, and nobody else.
    def before = (0..<5).collect { "user-${it * 7}@example.com".toString() }
    assert build.users()*.email.sort() == before.sort()

    def journal = new File(basedir, 'target/auth0/default-cli.journal.deletions').readLines().collect { new JsonSlurper().parseText(it) }
    assert journal.findAll { it.event == 'DONE' && it.outcome == 'DELETED' }*.index.sort() ==
        (0..<users).findAll { !(it % 7 == 0 && it < 35) }
    assert journal.last().event == 'FINISHED'
    // Nobody was deleted twice but who was on the way when somebody was killed.
    def deletions = build.tenant().requests().count { it.method() == 'DELETE' }
    assert deletions <= users - 5 + Kills.wanted()
}
