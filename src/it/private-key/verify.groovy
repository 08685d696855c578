import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('(<server> "auth0" of settings.xml); connection: Staff (<server> "auth0" of settings.xml); credentials: client id and private key (<server> "auth0" of settings.xml)')
    build.says('2 users: 2 inserted, 0 failed')
    build.doesNotSay('open sesame')
    build.doesNotSay('PRIVATE KEY--')
    assert build.tenant().users('Staff')*.path('email')*.asText() == ['ada@example.com', 'grace@example.com']
    assert build.tenant().requestCounts()['POST /oauth/token 200'] == 1
}
