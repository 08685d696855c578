import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('Users files: src/test/resources/users/admins.yaml, src/test/resources/users/regions/europe.csv,'
            + ' src/test/resources/users/regions/germany.csv, src/test/resources/users/export-of-hashes.ndjson,'
            + ' src/test/resources/users/export.csv, src/test/resources/users/export.ndjson')
    assert build.users().size() == 9

    assert build.user('ada@example.com').family_name == 'No'
    def grace = build.user('grace@example.com')
    assert grace.phone_number == '+33612345678'
    assert grace.app_metadata == [roles: ['admin']]

    def alan = build.user('alan@example.com')
    assert alan.email_verified
    assert alan.name == 'Turing, Alan'
    assert alan.user_metadata == [city: 'London']
    assert alan.app_metadata == [plan: 'gold']

    def konrad = build.user('konrad@example.com')
    assert konrad.email_verified
    assert konrad.given_name == 'Konrad'
    assert konrad.user_metadata == [age: 85, tags: ['z3', 'z4'], floor: '3']
    def emmy = build.user('emmy@example.com')
    assert !emmy.email_verified
    assert emmy.family_name == "O'Noether; Dr."
    assert emmy.user_metadata == null
    build.says('src/test/resources/users/regions/germany.csv:[2,63] user_metadata.floor: the only value of this column looks'
            + ' like a number, and is imported as a text: name the column user_metadata.floor:number, or, if texts are meant,'
            + ' user_metadata.floor:text [COLUMN_OF_TEXTS]')

    def kristen = build.user('kristen@example.com')
    assert kristen.user_id == 'auth0|5f7c8ec7c33c6c004bbafe83'
    assert kristen.name == 'Kristen "KN" O\'Nygaard'
    assert kristen.user_metadata == [country: 'NL', age: 72]
    assert build.user('ole@example.com').user_id == 'auth0|5f7c8ec7c33c6c004bbafe84'
    assert build.user('barbara@example.com').user_id == 'auth0|5f7c8ec7c33c6c004bbafe82'
    def remark = "Auth0's export: users of Customers (2), Username-Password-Authentication (1), 2 users of other than database connections left out," +
            ' "auth0|" stripped from 2 user ids,' +
            ' the apostrophe before each text stripped (9), passwordHash taken as password_hash (1), _id taken as user_id (1),' +
            ' dropped connection (1), created_at (2), identities (2), logins_count (1), tenant (1), version (1)'
    build.says(remark)
    build.says('identities[0].connection: the users of this export are of 2 database connections, Customers (2),'
            + ' Username-Password-Authentication (1), and all of them go to one: name in auth0.exportConnections whose are'
            + ' meant [SEVERAL_CONNECTIONS]')
    assert build.report().remarks == [remark.toString()]
}
