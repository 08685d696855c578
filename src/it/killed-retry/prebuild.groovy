import io.github.auth0maven.it.Kills
import io.github.auth0maven.it.Moment
import io.github.auth0maven.it.Tenants
import java.time.Duration

// Jobs of a dozen users, of a list that an import left: half as many builds are killed over it as over an import.
context.kills = Kills.wanted().intdiv(2)
context.users = context.kills < 10 ? 240 : 450
Kills.writeUsers(new File(basedir, 'target/auth0/failed-users.json'), context.users)

def before = (0..<5).collect { """{"email":"user-${it * 40}@example.com","email_verified":true}""".toString() }
def chance = new Random()
context.moment = new Moment({ call -> true })
Tenants.start(basedir, context) { settings ->
    settings
        .withUsers('Username-Password-Authentication', before as String[])
        .withJobDuration { users -> Duration.ofMillis(300 + chance.nextInt(500)) }
        .withFaults(context.moment)
}

// Each of them finds the list as long as it was.
Kills.runOver(context.users, basedir, context, localRepositoryPath)
