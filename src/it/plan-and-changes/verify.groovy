import groovy.json.JsonSlurper
import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def log = new File(basedir, 'build.log').text

    assert log.count('No changes. The tenant has what the users file says.') == 3
    build.says('Plan: 1 to create, 1 to change, 1 that an import cannot change.')
    build.hasLine('.*~ app_metadata.plan: "free" -> "gold"')
    build.hasLine('.*[+] blocked: [(]none[)] -> true +# no import changes it; auth0.changes=only does')
    build.says('2 users: 1 inserted, 1 updated, 0 failed')
    build.says('1 user changed one by one')
    build.says('Plan: 0 to create, 1 to change, 0 that an import cannot change. The tenant is not as the users file says')

    // the first import, and that of the changes: the third sends nothing
    assert build.tenant().jobs()*.upsert() == [false, true]
    assert build.user('bob@example.com').blocked
    assert build.user('ada@example.com').app_metadata == [plan: 'gold']
    assert build.users().size() == 4

    def plan = new JsonSlurper().parse(new File(basedir, 'target/drift/plan.json'))
    assert plan.users == [create: 0, change: 1, unchanged: 2, unchangeable: 0, tenantOnly: 1]
    assert new JsonSlurper().parse(new File(basedir, 'target/exported.json'))*.email.sort() ==
        ['ada@example.com', 'bob@example.com', 'cyd@example.com', 'dan@example.com']
}
