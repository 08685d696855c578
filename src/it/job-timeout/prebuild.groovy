import io.github.auth0maven.it.Tenants
import io.github.auth0maven.tenant.TenantSettings
import java.time.Duration

Tenants.start(basedir, context) { settings ->
    settings.withJobDuration(TenantSettings.pace(Duration.ofHours(1), Duration.ZERO))
}
