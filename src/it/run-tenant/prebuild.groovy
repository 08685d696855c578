import io.github.auth0maven.it.RunningBuild
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

def version = new File(localRepositoryPath, 'io/github/auth0maven/auth0-maven-plugin').listFiles().find { it.directory }.name
def goal = "io.github.auth0maven:auth0-maven-plugin:${version}:run-tenant" as String
def file = new File(basedir, 'target/auth0-tenant.properties')

['INT', 'TERM'].each { signal ->
    def build = RunningBuild.start(basedir, signal.toLowerCase(), localRepositoryPath, [
        '-o', '-Daether.offline.protocols=file', goal, '-Dauth0.usersFile=users.json'])
    assert build.writes(file)
    assert PosixFilePermissions.toString(Files.getPosixFilePermissions(file.toPath())) == 'rw-------'

    def told = new Properties()
    file.withInputStream { told.load(it) }
    def form = [
        grant_type: 'password', username: 'ada@example.com', password: 'Secret 123', scope: 'openid',
        client_id: told['auth0.tenant.clientId'], client_secret: told['auth0.tenant.clientSecret']
    ].collect { name, value -> name + '=' + URLEncoder.encode(value, 'UTF-8') }.join('&')
    def request = HttpRequest.newBuilder(URI.create(told['auth0.tenant.url'] + 'oauth/token'))
        .header('Content-Type', 'application/x-www-form-urlencoded')
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build()
    assert HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200

    assert build.signal(signal) != 0
    assert !file.exists()
    def log = build.log()
    assert log =~ /Local tenant: http:\/\/localhost:\d+\/ .*is not Auth0/
    assert log.contains('Log in as ada@example.com')
    assert !log.contains('mallory@example.com')
    assert log =~ /Application: .* \(spa\), client id /
    assert log.contains('POST /oauth/token 200')
}
true
