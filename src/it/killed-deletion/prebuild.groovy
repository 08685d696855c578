import io.github.auth0maven.it.Kills
import io.github.auth0maven.it.Moment
import io.github.auth0maven.it.RunningBuild
import io.github.auth0maven.it.Tenants

// Each user takes two calls of about a millisecond; a build is killed after a dozen of them, and as many as fit into 60 ms.
context.users = Kills.wanted() * 60
new File(basedir, 'target').mkdirs()
new File(basedir, 'target/users.json').text =
    '[' + (0..<context.users).collect { """{"email":"user-${it}@example.com","email_verified":true}""" }.join(',\n') + ']'

def before = (0..<5).collect { """{"email":"user-${it * 7}@example.com","email_verified":true}""".toString() }
context.moment = new Moment({ call -> true })
Tenants.start(basedir, context) { settings ->
    settings.withUsers('Username-Password-Authentication', before as String[]).withFaults(context.moment)
}

assert RunningBuild.start(basedir, context, 'imported', localRepositoryPath).ended() == 0

// The build that follows ends what these have begun.
Kills.runDeletions(basedir, context, localRepositoryPath, 12)
