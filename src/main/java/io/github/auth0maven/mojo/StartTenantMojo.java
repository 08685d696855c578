package io.github.auth0maven.mojo;

import io.github.auth0maven.mojo.access.BuildTenant;
import io.github.auth0maven.mojo.access.BuildTenants;
import io.github.auth0maven.mojo.parameters.TenantProperty;
import io.github.auth0maven.mojo.tenants.HostedTenant;
import io.github.auth0maven.mojo.tenants.ProjectTenant;
import io.github.auth0maven.report.Verdict;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Starts a tenant on this machine that imitates Auth0, for the integration tests of this build: people log in to it with the
 * passwords of imported users, and it has the Management API. It needs neither an account nor a network, and serves until
 * {@code stop-tenant}, or the end of the build.
 *
 * <p>For the rest of the build the properties {@code auth0.tenant.url}, {@code auth0.tenant.domain}, {@code auth0.tenant.issuer},
 * {@code auth0.tenant.audience} (of the Management API), {@code auth0.tenant.clientId}, {@code auth0.tenant.clientSecret},
 * {@code auth0.tenant.publicClientId} and, with {@code tls}, {@code auth0.tenant.caBundle} tell where it is; so does
 * {@code target/auth0-tenant.properties}, which is its owner's alone. {@code import-users} needs no {@code <server>} for it: where
 * its {@code domain} is <code>${auth0.tenant.url}</code>, it takes the tenant's own credentials.
 */
@Mojo(
        name = "start-tenant",
        defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
        requiresProject = false,
        threadSafe = true)
public final class StartTenantMojo extends LocalTenantGoal {

    @Override
    Conclusion run() throws MojoExecutionException {
        ProjectTenant project = projectTenant();
        SeedUsers users = seedUsers();
        if (users.failure().isPresent()) {
            return new Conclusion(users.failure());
        }
        BuildTenants tenants = BuildTenants.of(session);
        HostedTenant.Order order = order(users, request -> {});
        BuildTenant tenant = tenants.start(
                tenantId(),
                invocation(),
                () -> HostedTenant.start(order, project.files()).forBuild());
        project.tellOf(tenant);
        tell(tenant.url());
        if (!users.users().isEmpty()) {
            getLog().info("It begins with " + Verdict.plural(users.users().size(), "user"));
        }
        getLog().info("Its properties are " + TenantProperty.URL.of(tenantId()) + " and so on, also in "
                + project.fileName());
        return Conclusion.SUCCESS;
    }
}
