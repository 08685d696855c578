import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def tenant = "The tenant http://127.0.0.1:${build.tenant().url().port} (the command line) is not one that auth0.allowedDomains allows"
    build.says(tenant + ' (staging.eu.auth0.com, dev-*.eu.auth0.com): nothing has been sent.')
    // Maven 4 replaces the property, and nobody can tell what it was.
    build.hasLine('.*(is not one that auth0\\.allowedDomains allows \\(staging\\.eu\\.auth0\\.com\\): nothing has been sent'
        + '|the POM has it as a property, whose value Maven 4 replaces).*')
    build.says('allowedDomains (-Dauth0.allowedDomains) is empty, and so would allow no tenant at all')

    build.says('2 users: 2 inserted, 0 failed')
    assert build.tenant().requestCounts()['POST /oauth/token 200'] == 1
}
