import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def ada = build.user('ada@example.com')
    assert ada.email_verified
    assert ada.nickname == 'the "new" one'
    assert ada.name == 'Ada King "Lovelace"'
    assert ada.picture == 'https://example.com/1815.png?@{size}'

    def grace = build.user('grace@example.com')
    assert !grace.email_verified
    assert grace.nickname == 'amazing_grace'
    assert grace.name != 'Grace'

    def remarks = [
        'rootAttributes: name was left unset for 1 user who lacks given_name or family_name',
        'rootAttributes: picture was left unset for 1 user who lacks user_metadata.face',
    ]
    remarks.each {
        build.says("[WARNING] $it")
        build.says("[WARNING] [dry run] $it")
    }
    assert build.report().remarks == remarks
}
