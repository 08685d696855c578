import io.github.auth0maven.it.ManyUsers
import io.github.auth0maven.it.Tenants
import io.github.auth0maven.tenant.server.Fault
import io.github.auth0maven.pace.MovableClock
import io.github.auth0maven.tenant.TenantSettings
import java.time.Duration

ManyUsers.write(new File(basedir, 'target/users.json'), 6000)

// Time passes by the requests alone: a job has ended when the fifth of them has asked for it or for another.
def clock = new MovableClock()
context.activeJobs = Collections.synchronizedList([])
Tenants.start(basedir, context) { settings ->
    settings
        // More than the plugin may use, so that nothing but the plugin itself holds the jobs back.
        .withSlots(20)
        .withClock(clock)
        .withJobDuration(TenantSettings.pace(Duration.ofSeconds(5), Duration.ZERO))
        .withFaults { call ->
            context.activeJobs << Tenants.of(context).jobs().count { it.status() == 'pending' }
            if (call.path().startsWith('/api/v2/jobs/job_')) {
                clock.advance(Duration.ofSeconds(1))
            }
            Fault.Connection.KEPT
        }
}
