import io.github.auth0maven.it.Kills
import io.github.auth0maven.it.Moment
import io.github.auth0maven.it.Tenants
import java.time.Duration

// Jobs of a dozen users: several dozen of them.
context.users = Kills.wanted() < 20 ? 480 : 900
Kills.writeUsers(new File(basedir, 'target/users.json'), context.users)

def before = (0..<5).collect { """{"email":"user-${it * 71}@example.com","email_verified":true}""".toString() }
def chance = new Random()
context.moment = new Moment({ call -> true })
Tenants.start(basedir, context) { settings ->
    settings
        .withUsers('Username-Password-Authentication', before as String[])
        .withJobDuration { users -> Duration.ofMillis(300 + chance.nextInt(500)) }
        .withFaults(context.moment)
}

// The build that follows ends what these have begun.
// On a busy machine a job is submitted and asked for once: 40 jobs are 80 calls, beside the four or so with which each build begins.
// Eight times twelve are fewer, or the last of the builds would end the import.
Kills.run(basedir, context, localRepositoryPath, 12)
