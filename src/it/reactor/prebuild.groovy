import io.github.auth0maven.it.ManyUsers
import io.github.auth0maven.it.Tenants
import io.github.auth0maven.tenant.server.Fault
import io.github.auth0maven.pace.MovableClock
import io.github.auth0maven.tenant.TenantSettings
import io.github.auth0maven.tenant.connections.Connection
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

// Each of them more than one job, so that together they would need more than the tenant's two slots.
['back-office', 'shop'].each { ManyUsers.write(new File(basedir, "${it}/fixtures/users.json"), 2000) }

// Time passes by the requests alone: a job has ended when the fifth of them has asked for it or for another.
def clock = new MovableClock()
def modules = new CountDownLatch(2)
context.activeJobs = Collections.synchronizedList([])
context.together = true
Tenants.start(basedir, context) { settings ->
    settings
        .withConnections(Connection.database('staff'), Connection.database('customers'))
        .withClock(clock)
        .withJobDuration(TenantSettings.pace(Duration.ofSeconds(5), Duration.ZERO))
        .withFaults { call ->
            context.activeJobs << Tenants.of(context).jobs().count { it.status() == 'pending' }
            if (call.path() == '/oauth/token' && call.number() <= 2) {
                // Neither module goes ahead of the other.
                modules.countDown()
                context.together &= modules.await(30, TimeUnit.SECONDS)
            } else if (call.path().startsWith('/api/v2/jobs/job_')) {
                clock.advance(Duration.ofSeconds(1))
            }
            Fault.Connection.KEPT
        }
}
