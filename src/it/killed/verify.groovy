import io.github.auth0maven.it.FinishedBuild
import io.github.auth0maven.it.Kills

FinishedBuild.check(basedir, context) { build ->
    def users = context.users
    build.says('Going on with the import that was interrupted')
    build.says("${users} users: ${users - 5} inserted, 5 failed")

    def report = build.report()
    assert report.status == 'succeeded'
    assert report.users == [total: users, inserted: users - 5, updated: 0, failed: 5, invalid: 0, unsent: 0, pending: 0]
    def there = (0..<5).collect { "user-${it * 71}@example.com".toString() }
    assert report.failures*.code.unique() == ['DUPLICATED_USER']
    assert report.failures*.index.sort() == (0..<5).collect { it * 71 }
    assert build.failedUsers()*.email.sort() == there.sort()

    // Everybody is there, once.
    assert build.users()*.email.sort() == (0..<users).collect { "user-${it}@example.com".toString() }.sort()
    // What was sent twice is no more than what was on its way when somebody was killed.
    def jobs = build.tenant().jobs()
    println "${jobs.size()} jobs for ${report.jobs.size()} batches, after ${Kills.wanted()} kills"
    assert report.jobs.size() >= 24
    assert jobs.size() <= report.jobs.size() + Kills.wanted()
}
