package io.github.auth0maven.mojo;

import io.github.auth0maven.mojo.access.BuildTenant;
import io.github.auth0maven.mojo.access.BuildTenants;
import io.github.auth0maven.mojo.parameters.TenantProperty;
import io.github.auth0maven.mojo.tenants.ProjectTenant;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Stops the tenant that {@code start-tenant} has started, and says what it was used for. It is fine if there is none. Its port is
 * free then, its properties and files are gone, and so are its users.
 */
@Mojo(
        name = "stop-tenant",
        defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST,
        requiresProject = false,
        threadSafe = true)
public final class StopTenantMojo extends Goal {

    /** The id of the tenant, if it was started with one. */
    @Parameter(property = "auth0.tenant.id", defaultValue = "")
    @Nullable
    String id;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true)
    File buildDirectory;

    @Override
    Conclusion run() throws MojoExecutionException {
        String tenantId = TenantProperty.id(id == null ? "" : id);
        BuildTenants tenants = BuildTenants.of(session);
        Optional<BuildTenant> left = tenants.leave(tenantId, invocation());
        if (left.isEmpty()) {
            getLog().info("There is no local tenant to stop");
            return Conclusion.SUCCESS;
        }
        new ProjectTenant(invocation(), buildDirectory, tenantId).forget();
        BuildTenant tenant = left.get();
        if (tenants.isRunning(tenant)) {
            getLog().info("The local tenant " + tenant.url() + " goes on for other projects of this build");
            return Conclusion.SUCCESS;
        }
        String usage = tenant.usage().get();
        tenant.end().run();
        getLog().info("The local tenant " + tenant.url() + " has stopped: " + usage);
        return Conclusion.SUCCESS;
    }
}
