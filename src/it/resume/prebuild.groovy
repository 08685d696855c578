import io.github.auth0maven.it.Tenants
import io.github.auth0maven.tenant.server.Fault
import io.github.auth0maven.pace.MovableClock
import io.github.auth0maven.tenant.TenantSettings
import java.time.Duration

// The job ends between the first build that asks for a token, and the second.
def clock = new MovableClock()
Tenants.start(basedir, context) { settings ->
    settings
        .withClock(clock)
        .withJobDuration(TenantSettings.pace(Duration.ofHours(1), Duration.ZERO))
        .withFaults { call ->
            if (call.path() == '/oauth/token' && call.number() == 2) {
                clock.advance(Duration.ofMinutes(61))
            }
            Fault.Connection.KEPT
        }
}
