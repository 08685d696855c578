import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    assert new File(basedir, 'build.log').text.count('Users file: auth0/users.json') == 3
    build.says('Report: target/auth0/import-report.json')
    build.says('2 users: 2 inserted, 0 failed')
    build.says('2 users: 0 inserted, 2 updated, 0 failed')
    assert build.report().users.updated == 2
    assert build.users()*.email == ['ada@example.com', 'grace@example.com']
}
