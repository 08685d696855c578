import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def users = context.users
    build.says('Going on with the import that was interrupted')
    build.says("${users} users: ${users - 5} inserted, 5 failed")

    // Those who were there stay in the list, with their errors; the others have left it, and everybody is there.
    def there = (0..<5).collect { "user-${it * 40}@example.com".toString() }
    assert build.failedUsers()*.email.sort() == there.sort()
    def errors = new File(basedir, 'target/auth0/failed-users.errors.jsonl').readLines()
    assert errors.size() == 5
    assert errors.every { it.contains('"code":"DUPLICATED_USER"') }
    assert build.users()*.email.sort() == (0..<users).collect { "user-${it}@example.com".toString() }.sort()
    assert new File(basedir, 'target/auth0/retried-users.json').text.count('"email"') == users
}
