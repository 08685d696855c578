import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def file = 'src/test/resources/auth0/users.json'

    build.failedBecauseOfTheUsers()
    build.says("[ERROR] $file:[3,14] email: \"grace.example.com\" is not an e-mail address")
    build.says("[ERROR] $file:[18,20] custom_password_hash.algorithm: \"bcript\" is not an algorithm Auth0 accepts; did you mean \"bcrypt\"? [ENUM_MISMATCH]")
    build.says('6 of 7 users are invalid: nothing has been sent')
    assert build.tenant().requests() == []

    def report = build.report()
    assert report.status == 'failed'
    assert report.users == [total: 7, inserted: 0, updated: 0, failed: 0, invalid: 6, unsent: 1, pending: 0]
    assert report.jobs == []
    assert report.failures.every { it.file == file }
    assert report.failures.collect { [it.index, it.line, it.column, it.attribute, it.code] } == [
        [1, 3, 14, 'email', 'INVALID_FORMAT'],
        [2, 6, 23, 'email_verified', 'INVALID_TYPE'],
        [2, 7, 17, 'nickname', 'MIN_LENGTH'],
        [2, 8, 5, 'favourite_colour', 'OBJECT_ADDITIONAL_PROPERTIES'],
        [3, 10, 3, 'email', 'ANY_OF_MISSING'],
        [4, 13, 22, 'password_hash', 'PATTERN'],
        [5, 18, 20, 'custom_password_hash.algorithm', 'ENUM_MISMATCH'],
        [6, 22, 14, 'email', 'DUPLICATED_USER'],
    ]
    assert build.failedUsers()*.email == [
        'grace.example.com', 'linus@example.com', null, 'katherine@example.com', 'dorothy@example.com', 'ADA@example.com']
}
