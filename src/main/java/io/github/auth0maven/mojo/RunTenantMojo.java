package io.github.auth0maven.mojo;

import io.github.auth0maven.mojo.access.BuildTenant;
import io.github.auth0maven.mojo.console.Interruption;
import io.github.auth0maven.mojo.tenants.HostedTenant;
import io.github.auth0maven.mojo.tenants.ProjectTenant;
import io.github.auth0maven.tenant.server.LoggedRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Starts a tenant on this machine that imitates Auth0, and stays until Ctrl-C, for people at work: with or without a project, and
 * without a network. It shows the applications, some users to log in as, and a line for each request;
 * {@code target/auth0-tenant.properties} has the client secret. What it is, the parameters say, which are those of
 * {@code start-tenant}.
 */
@Mojo(name = "run-tenant", requiresProject = false, threadSafe = true)
public final class RunTenantMojo extends LocalTenantGoal {

    private static final int SHOWN = 5;

    @Override
    Conclusion run() throws MojoExecutionException {
        ProjectTenant project = projectTenant();
        SeedUsers users = seedUsers();
        if (users.failure().isPresent()) {
            return new Conclusion(users.failure());
        }
        HostedTenant tenant = HostedTenant.start(order(users, this::tell), project.files());
        try {
            BuildTenant told = tenant.forBuild();
            tell(told.url());
            project.tellOf(told);
            tell(tenant, project);
            serve(tenant, project);
        } finally {
            tenant.close();
            project.forget();
        }
        return Conclusion.SUCCESS;
    }

    /** Until Ctrl-C; the JVM waits for what is done on it. */
    private void serve(HostedTenant tenant, ProjectTenant project) throws MojoExecutionException {
        try {
            Interruption.guarding(() -> {
                try {
                    new CountDownLatch(1).await();
                    return tenant;
                } finally {
                    getLog().info("The local tenant stops: " + tenant.usage());
                    tenant.close();
                    project.files().remove();
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new MojoExecutionException(project.fileName() + " cannot be removed: " + e, e);
        }
    }

    private void tell(HostedTenant tenant, ProjectTenant project) {
        tenant.lines().forEach(getLog()::info);
        List<String> people = tenant.someUsers(SHOWN);
        if (!people.isEmpty()) {
            getLog().info("Log in as " + String.join(", ", people));
        }
        getLog().info("Client secret and more: " + project.fileName() + "; Ctrl-C stops the tenant");
    }

    private void tell(LoggedRequest request) {
        getLog().info(request.method() + " " + request.path() + " "
                + (request.status() == 0 ? "closed" : String.valueOf(request.status())));
    }
}
