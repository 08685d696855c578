import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def file = 'fixtures/family.json'

    // The options of the one connection allow it all: nothing is said of it, and all are there.
    build.says('4 users: 4 inserted, 0 failed; 1 job')
    assert build.report().warnings == []
    assert build.tenant().users('Families').collect { it.path('username').asText() }.sort() == ['a_very_long_username', 'ann@example.com', 'kid_one', 'kid_two']

    // Those of the other allow none of it, which is known before anything is sent.
    build.says("[ERROR] $file:[3,14] email: \"Family@example.com\" is the same e-mail address, in any case, as that of the user at $file:[2,3]")
    def report = build.report('target/members')
    assert report.users == [total: 4, inserted: 0, updated: 0, failed: 0, invalid: 3, unsent: 1, pending: 0]
    assert report.failures.collect { [it.index, it.attribute, it.code] } == [
        [2, 'email', 'OBJECT_MISSING_REQUIRED_PROPERTY'],
        [2, 'username', 'MAX_LENGTH'],
        [3, 'username', 'NOT_PASSED'],
        [1, 'email', 'DUPLICATED_USER'],
    ]
    assert build.tenant().users('Members').empty

    // The third one demands what nothing in the file indicates.
    build.says("[ERROR] $file:[2,3] phone_number: it is missing, and the connection takes no user without a phone number; give one [OBJECT_MISSING_REQUIRED_PROPERTY]")
    assert build.report('target/callers').users.invalid == 4
    assert build.tenant().users('Callers').empty

    // Without a connection nobody knows.
    build.says("[WARNING] $file:[4,3] email: it is missing, and it is not known whether the connection requires one")
    build.says('4 users: Auth0 would accept all of them, with 4 warnings')

    // What is said is known, and what is ignored is not told.
    build.says("[ERROR] $file:[4,17] username: it has 20 characters, and the connection takes 1 to 15; give another one, or change the connection [MAX_LENGTH]")
    build.says('1 of 4 users is invalid')
    build.says('ignoreWarnings (-Dauth0.ignoreWarnings): "CONNECTION_USERNAME_TYP" is not the code of a warning; did you mean "CONNECTION_USERNAME_TYPE"?')
}
