import groovy.json.JsonSlurper
import io.github.auth0maven.it.Moment
import io.github.auth0maven.it.RunningBuild
import io.github.auth0maven.it.Tenants
import io.github.auth0maven.pace.MovableClock
import io.github.auth0maven.tenant.TenantSettings
import java.time.Duration

def clock = new MovableClock()
def moment = new Moment({ call -> call.path().startsWith('/api/v2/jobs/job_') }).after(2)
Tenants.start(basedir, context) { settings ->
    settings
        .withClock(clock)
        .withJobDuration(TenantSettings.pace(Duration.ofHours(1), Duration.ZERO))
        .withFaults(moment)
}
def report = { new JsonSlurper().parse(new File(basedir, 'target/auth0/import-report.json')) }

// Another build in the same directory finds the journal taken, and touches nothing.
def first = RunningBuild.start(basedir, context, 'first', localRepositoryPath)
assert moment.comesBeforeTheEndOf(first)
first.tellsNothingInTheMiddle(basedir, context)
def second = RunningBuild.start(basedir, context, 'second', localRepositoryPath)
assert second.ended() == 1
assert second.log().contains('Another import is running with the journal')
assert second.log().contains('default-cli.journal: wait until it has ended')
assert !new File(basedir, 'target/auth0/import-report.json').exists()

// Ctrl-C.
assert first.signal('INT') != 0
def job = Tenants.of(context).jobs().first().id()
def said = "The import was interrupted; still running at Auth0: ${job}. The same command goes on from there"
assert first.log().contains(said)
assert report().status == 'failed'
assert report().problem == said
assert report().jobs*.id == [job]

// What a CI service does to a build whose time is up. It has followed the job, and sent nothing.
moment.after(2)
def third = RunningBuild.start(basedir, context, 'third', localRepositoryPath)
assert moment.comesBeforeTheEndOf(third)
assert third.signal('TERM') != 0
assert third.log().contains("Job ${job}, which an earlier run submitted, is followed: 2 users")
assert third.log().contains(said)
assert report().problem == said

clock.advance(Duration.ofMinutes(61))
true
