import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def users = 'file=[^,]*annotations/src/test/resources/auth0/users.json'
    build.hasLine("::error ${users},line=2,col=[0-9]+,title=OBJECT_ADDITIONAL_PROPERTIES::custom: a user has no attribute .*")
    build.hasLine("::error ${users},line=3,col=13,title=INVALID_FORMAT::email: \"grace.example.com.*")
    build.hasLine("::warning ${users},line=4,col=3,title=NO_PASSWORD_HASH::password_hash: no hash is given.*")
    build.doesNotSay('\n::add-mask')
    build.doesNotSay('##[')
    build.doesNotSay('\u001b[2J')
    build.says('email: "grace.example.com\\u000a::add-mask::grace\\u001b[2J#\\u0023[add-mask]x" is not an e-mail address')

    build.says('users file                           users  valid  invalid  warnings  jobs  bytes   fill')
    build.says('src/test/resources/auth0/users.json      3      1        2         1     1     52  0.0 %')
    build.says('An import of the valid users would take less than a minute')

    def warned = 'file=[^,]*annotations/src/test/resources/auth0/warned.json'
    build.hasLine("::error ${warned},line=4,col=12,title=WHITE_SPACE::name: \"Grace \" begins or ends with white space.*")
    build.hasNoLine("::warning .*WHITE_SPACE.*")
    build.says('2 users: 2 inserted, 0 failed')

    def report = build.report('target/auth0/dry-run')
    assert report.warningCounts == [WHITE_SPACE: 1]
    assert report.warnings*.line == [4]
    assert report.warnings[0].code == 'WHITE_SPACE'
}
