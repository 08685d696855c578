import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('Users files: src/test/resources/users/admins.yaml, src/test/resources/users/regions/europe.csv,'
            + ' src/test/resources/users/export.ndjson')
    assert build.users().size() == 5

    assert build.user('ada@example.com').family_name == 'No'
    def grace = build.user('grace@example.com')
    assert grace.phone_number == '+33612345678'
    assert grace.app_metadata == [roles: ['admin']]

    def alan = build.user('alan@example.com')
    assert alan.email_verified
    assert alan.name == 'Turing, Alan'
    assert alan.user_metadata == [city: 'London']
    assert alan.app_metadata == [plan: 'gold']

    assert build.user('barbara@example.com').user_id == 'auth0|5f7c8ec7c33c6c004bbafe82'
    def remark = "Auth0's export: 1 user of other than database connections left out, \"auth0|\" stripped from 1 user id," +
            ' dropped created_at (1), identities (1), logins_count (1)'
    build.says(remark)
    assert build.report().remarks == [remark.toString()]
}
