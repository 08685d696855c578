import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def ada = build.user('ada@example.com')
    assert ada.email_verified
    assert ada.nickname == 'the "new" one'

    def grace = build.user('grace@example.com')
    assert !grace.email_verified
    assert grace.nickname == 'amazing_grace'
}
