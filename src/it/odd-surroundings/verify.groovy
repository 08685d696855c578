import groovy.json.JsonSlurper
import io.github.auth0maven.it.FinishedBuild
import java.time.Duration
import java.time.Instant

FinishedBuild.check(basedir, context) { build ->
    // Digits are ASCII's wherever the build runs, and moments are those of the world's clock.
    build.says('1,200 users: 1,200 inserted, 0 failed; 1 job, ')
    build.says('1,200 users: 0 inserted, 1,200 updated, 0 failed; 1 job, ')
    ['ar', 'hi', 'tr'].each {
        def report = new File(basedir, "target/${it}/import-report.json").getText('US-ASCII')
        assert !report.contains('\ufffd')
        def age = Duration.between(Instant.parse(build.report("target/${it}").startedAt), Instant.now())
        assert !age.negative && age.toMinutes() < 30
    }

    // The users are who they were.
    assert build.users().size() == 1200
    assert build.user('info@example.org').given_name == 'Gr\u00e2ce'

    // An address is the same in capitals, though Turkish has another capital for its i.
    build.says('fixtures/twice.json:[3,14] email: ')
    build.says('the same e-mail address, in any case, as that of the user at fixtures/twice.json:[2,3]')
    def failed = new JsonSlurper().parse(new File(basedir, 'target/tr/failed-users.json'), 'UTF-8')
    assert failed*.given_name.unique() == ['Gr\u00e2ce']

    // The goal leaves nothing where the project is; Maven 4 itself does.
    assert context.module.list().sort() - 'target' == ['fixtures', 'pom.xml']
    assert !new File(context.module, 'target/auth0').exists()
    assert new File(context.module, 'fixtures').list().sort() == ['twice.json', 'users.json']
}
