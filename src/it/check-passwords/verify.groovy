import groovy.json.JsonSlurper
import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def file = 'src/test/resources/auth0/users.json'
    def told = 'custom_password_hash: does not match the known password; with salt.position "suffix" it does: set it for all 2 users of this shape (1 of 1 other sample of it matches so) [PASSWORD_MISMATCH]'

    build.says("[ERROR] $file:[2,82] $told")
    build.says("[ERROR] $file:[3,82] $told")
    build.says('9 of 11 samples match')
    build.says('bcrypt in password_hash: 1 user, 1 sample, 1 matched, 0 not matched')
    build.says('2 samples of 11 do not match: these users could not log in after an import')
    build.says('11 of 11 samples match')
    build.says('[dry run] 11 users: 11 inserted, 0 failed')
    build.says('Hashes made into what Auth0 takes: ASP.NET Identity\'s hash of version 3 (1), Django\'s pbkdf2 (1)')
    build.doesNotSay('correct horse')
    build.doesNotSay('lètmein')

    def report = new JsonSlurper().parse(new File(basedir, 'target/auth0/password-report.json'))
    assert report.status == 'failed'
    assert report.samples == [total: 11, matched: 9, notMatched: 2, unused: 0]
    assert report.hashes.converted["Keycloak's pbkdf2"] == 1
    assert report.matches.size() == 9
    assert new File(basedir, 'target/auth0/password-report.html').text.contains('PASSWORD_MISMATCH')
    assert new JsonSlurper().parse(new File(basedir, 'target/auth0/dry-run/import-report.json')).status == 'skipped'
    def rehearsed = new JsonSlurper().parse(new File(basedir, 'target/mended/dry-run/import-report.json'))
    assert rehearsed.hashes.converted.values().sum() == 8
    assert !new File(basedir, 'target/auth0/password-report.json').text.contains('correct horse')
    assert new JsonSlurper().parse(new File(basedir, 'target/mended/password-report.json')).status == 'succeeded'
}
return true
