package io.github.auth0maven.mojo.tenants;

import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.tenant.LoginSettings;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.applications.Api;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.applications.CustomClaim;
import io.github.auth0maven.tenant.connections.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The parameters of a local tenant, as Maven has set them. */
public record TenantParameters(
        String port,
        String tls,
        @Nullable List<TenantConnection> connections,
        @Nullable List<TenantApplication> applications,
        @Nullable List<TenantApi> apis,
        @Nullable List<TenantClaim> claims,
        @Nullable TenantBehaviour settings) {

    private static final int LAST_PORT = 65_535;

    int portNumber() throws MojoExecutionException {
        return Parameters.number("tenant.port", port, 0, LAST_PORT);
    }

    boolean isSecured() throws MojoExecutionException {
        return Parameters.flag("tenant.tls", tls);
    }

    /**
     * What the tenant is to be.
     *
     * @throws MojoExecutionException if something is wrong, or contradicts itself
     */
    TenantSettings read() throws MojoExecutionException {
        LoginSettings logins = new LoginSettings(readApplications(), readApis(), readClaims());
        TenantSettings tenant = (settings == null ? new TenantBehaviour() : settings)
                .applyTo(TenantSettings.defaults())
                .withLogins(logins);
        return tenant.withConnections(readConnections(logins));
    }

    /** With those first that may act for themselves: the Management API is for the first confidential one. */
    private List<Application> readApplications() throws MojoExecutionException {
        if (applications == null || applications.isEmpty()) {
            return LoginSettings.defaults().applications();
        }
        List<Application> read = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (TenantApplication each : applications) {
            Application application = each.read();
            if (!ids.add(application.id())) {
                throw new MojoExecutionException(
                        "<applications>: two of them have the <clientId> \"" + application.id() + "\"");
            }
            read.add(application);
        }
        read.sort(Comparator.comparing(each -> !actsForItself(each)));
        if (!actsForItself(read.get(0))) {
            read.add(0, LoginSettings.defaults().applications().get(0));
        }
        return read;
    }

    private static boolean actsForItself(Application application) {
        return !application.isPublic() && application.mayUse("client_credentials");
    }

    private List<Api> readApis() throws MojoExecutionException {
        List<Api> read = new ArrayList<>();
        for (TenantApi each : apis == null ? List.<TenantApi>of() : apis) {
            read.add(each.read());
        }
        return read;
    }

    private List<CustomClaim> readClaims() throws MojoExecutionException {
        List<CustomClaim> read = new ArrayList<>();
        for (TenantClaim each : claims == null ? List.<TenantClaim>of() : claims) {
            read.add(each.read());
        }
        return read;
    }

    private Connection[] readConnections(LoginSettings logins) throws MojoExecutionException {
        String[] clients = logins.applications().stream().map(Application::id).toArray(String[]::new);
        if (connections == null || connections.isEmpty()) {
            TenantConnection usual = new TenantConnection();
            usual.set("Username-Password-Authentication");
            return new Connection[] {usual.read(clients)};
        }
        List<Connection> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (TenantConnection each : connections) {
            Connection connection = each.read(clients);
            if (!names.add(connection.name())) {
                throw new MojoExecutionException(
                        "<connections>: two of them have the name \"" + connection.name() + "\"");
            }
            read.add(connection);
        }
        return read.toArray(new Connection[0]);
    }
}
