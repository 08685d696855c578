package io.github.auth0maven.mojo.tenants;

import static io.github.auth0maven.report.Verdict.plural;

import io.github.auth0maven.mojo.access.BuildTenant;
import io.github.auth0maven.mojo.parameters.TenantProperty;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.LoginSettings;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.server.Listening;
import io.github.auth0maven.tenant.server.LoggedRequest;
import io.github.auth0maven.tenant.trust.LocalAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;

/** A local tenant that a goal has started, with what there is to be told of it. */
public final class HostedTenant {

    /** Guards nothing, for what it opens is public; Java asks for one. */
    private static final String STORE_PASSWORD = "changeit";

    private final LocalTenant tenant;
    private final TenantSettings settings;
    private final TenantFiles files;
    private final boolean secured;

    private HostedTenant(LocalTenant tenant, TenantSettings settings, TenantFiles files, boolean secured) {
        this.tenant = tenant;
        this.settings = settings;
        this.files = files;
        this.secured = secured;
    }

    /**
     * What a tenant is started with.
     *
     * @param users as an import file would hold them, for the first connection
     * @param listener is told of each request
     */
    public record Order(TenantParameters parameters, List<String> users, Consumer<LoggedRequest> listener) {

        /** The number of users alone: they hold secrets. */
        @Override
        public String toString() {
            return "Order[" + users.size() + " users]";
        }
    }

    /**
     * Starts a tenant; with TLS, the certificate of its CA is written.
     *
     * @throws MojoExecutionException if a parameter is wrong, or the port is taken
     */
    public static HostedTenant start(Order order, TenantFiles files) throws MojoExecutionException {
        TenantParameters parameters = order.parameters();
        TenantSettings settings = parameters.read();
        Optional<LocalAuthority> authority =
                parameters.isSecured() ? Optional.of(LocalAuthority.make()) : Optional.empty();
        TenantSettings listening = settings.withRequestListener(order.listener())
                .withListening(new Listening(
                        "localhost", parameters.portNumber(), authority.map(LocalAuthority::serverContext)))
                .withUsers(settings.connections().get(0).name(), order.users().toArray(new String[0]));
        try {
            LocalTenant started = LocalTenant.start(listening);
            if (authority.isPresent()) {
                files.write(files.bundle(), authority.get().pem().getBytes(StandardCharsets.US_ASCII));
                files.write(files.trustStore(), authority.get().trustStore(STORE_PASSWORD.toCharArray()));
            }
            return new HostedTenant(started, listening, files, authority.isPresent());
        } catch (BindException e) {
            throw new MojoExecutionException(
                    "port (-Dauth0.tenant.port): the local tenant cannot have the port " + parameters.portNumber()
                            + " (" + e.getMessage()
                            + "): end what listens there, or leave the port out to have any that is free",
                    e);
        } catch (IOException e) {
            throw new MojoExecutionException("The local tenant cannot be started: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("The local tenant takes no such users: " + e.getMessage(), e);
        }
    }

    /** For the rest of the build. */
    public BuildTenant forBuild() {
        return new BuildTenant(properties(), this::usage, this::close);
    }

    /** What it was used for until now. */
    public String usage() {
        long requests = tenant.requestCounts().values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        return plural(requests, "request") + ", " + plural(tenant.loginCount(), "login") + ", "
                + plural(tenant.userCount(), "user");
    }

    /** What people need to know of it, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Application each : logins().applications()) {
            lines.add("Application: " + each.name() + " (" + each.kind().name().toLowerCase(Locale.ROOT)
                    + "), client id " + each.id());
        }
        return lines;
    }

    /** Some users to log in as. */
    public List<String> someUsers(int most) {
        return tenant.someWhoCanLogIn(most);
    }

    /** Stops it. */
    public void close() {
        tenant.close();
        try {
            files.removeCertificates();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoginSettings logins() {
        return settings.logins().orElseThrow();
    }

    private Map<TenantProperty, String> properties() {
        Map<TenantProperty, String> values = new EnumMap<>(TenantProperty.class);
        values.put(TenantProperty.URL, tenant.url().toString());
        values.put(TenantProperty.DOMAIN, tenant.url().getAuthority());
        values.put(TenantProperty.ISSUER, tenant.url().toString());
        values.put(TenantProperty.AUDIENCE, tenant.audience());
        values.put(TenantProperty.CLIENT_ID, tenant.clientId());
        values.put(TenantProperty.CLIENT_SECRET, tenant.clientSecret());
        logins().applications().stream()
                .filter(Application::isPublic)
                .findFirst()
                .ifPresent(each -> values.put(TenantProperty.PUBLIC_CLIENT_ID, each.id()));
        if (secured) {
            values.put(TenantProperty.CA_BUNDLE, files.bundle().toString());
            values.put(TenantProperty.TRUST_STORE, files.trustStore().toString());
            values.put(TenantProperty.TRUST_STORE_PASSWORD, STORE_PASSWORD);
        }
        return values;
    }
}
