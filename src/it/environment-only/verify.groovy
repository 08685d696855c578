import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('The environment has both AUTH0_CLIENT_SECRET and AUTH0_API_TOKEN, which contradict each other')
    build.doesNotSay('a-token-that-is-not-used')

    build.says('(the command line); connection: Username-Password-Authentication (by default); credentials: client id and secret (the environment, AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET)')
    build.says('2 users: 2 inserted, 0 failed')
    assert build.tenant().requestCounts()['POST /oauth/token 200'] == 1
}
