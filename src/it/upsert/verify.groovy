import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('2 users: 1 inserted, 1 updated, 0 failed')
    assert build.report().users == [total: 2, inserted: 1, updated: 1, failed: 0, invalid: 0, unsent: 0, pending: 0]
    assert build.tenant().jobs()*.upsert() == [true]
    assert build.report().settings.upsert == 'true'
    assert build.report().settings.Goal == 'import-users (default-cli)'
    assert build.report().settings.Java && !build.report().settings.containsKey('failOnError')
    assert build.report().inputs == [[file: 'src/test/resources/auth0/users.json', users: 2, valid: 2, duplicates: 0, warnings: 3, bytes: 157]]
    assert build.users().size() == 2

    def ada = build.user('ada@example.com')
    assert ada.given_name == 'Ada'
    assert ada.family_name == 'Lovelace'
    assert ada.email_verified
    assert ada.user_metadata == [theme: 'dark']
}
