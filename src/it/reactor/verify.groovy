import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    // Two modules imported at once, and never asked for more slots than there are.
    assert context.together
    assert context.activeJobs.max() == 2
    assert build.tenant().requestCounts().keySet().findAll { it.endsWith(' 429') }.isEmpty()

    // What the parent says holds in both modules, each with its own file, report and journal.
    assert build.tenant().jobs()*.externalId().countBy { it } == ['back-office': 2, shop: 4]
    assert build.report('back-office/target/auth0').users.inserted == 2000
    assert build.left('back-office/target/auth0/users.journal')

    // Each execution has its server, which leads into its connection.
    assert build.tenant().users('staff').size() == 2001
    assert build.tenant().users('customers').size() == 2002
    assert build.report('shop/target/clerks').connection == 'staff'
    assert build.left('shop/target/clerks/clerks.journal')
    assert build.left('shop/target/auth0/users.journal')
    assert build.left('shop/target/auth0/vips.journal')

    // One page leads to the reports of a build that leaves several; where one replaced another, it leads to the one that is there.
    def index = new File(basedir, 'target/auth0.html').text
    assert index.contains('<a href="../back-office/target/auth0/import-report.html">Succeeded')
    assert index.contains('<a href="../shop/target/clerks/import-report.html">Succeeded')
    assert index.count('>Succeeded<') == 3 && index.count('\nSucceeded\n') == 1
    // The last build had a single report.
    assert !new File(basedir, 'shop/target/auth0.html').exists()

    // The second build has touched one module, and none of its journals had become another's.
    assert new File(basedir, 'build.log').text.count('These users have been imported before, and nothing has changed since') == 3
    build.says('Skipped: there is no users file (auth0.failIfNoUsersFile)')
    build.says('2,000 users: Auth0 would accept all of them')
    build.hasNoLine('\\[ERROR\\].*')
    assert build.report('shop/target/auth0').status == 'skipped'
    assert build.report('shop/target/clerks').status == 'skipped'
    assert build.report('back-office/target/auth0').status == 'succeeded'
    assert new File(basedir, 'target/auth0').list() == ['validation-report.json']
    assert new File(basedir, 'target/auth0/validation-report.json').text.contains('"status": "skipped"')
}
