package io.github.auth0maven.mojo.access;

import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.ManagementException;
import io.github.auth0maven.management.ProxyServer;
import io.github.auth0maven.management.Timeouts;
import io.github.auth0maven.management.Transport;
import io.github.auth0maven.management.Trust;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.mojo.parameters.TenantProperty;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Access to the tenant that a goal's parameters, settings.xml and the environment name. */
public final class TenantAccess {

    private final Invocation invocation;
    private final AccessParameters parameters;
    private final SettingsDecrypter decrypter;

    public TenantAccess(Invocation invocation, AccessParameters parameters, SettingsDecrypter decrypter) {
        this.invocation = invocation;
        this.parameters = parameters;
        this.decrypter = decrypter;
    }

    /** The connection that is meant. */
    public String connection() throws MojoExecutionException {
        return choice().connection().value();
    }

    /** How long calls may take. */
    public Timeouts timeouts() throws MojoExecutionException {
        return parameters.limits().read();
    }

    /** The files that the server in settings.xml names, by the element that does; none of them is read. */
    public Map<String, Path> files() throws MojoExecutionException {
        Optional<ServerEntry> server = choice().server();
        return server.isPresent() ? server.get().files() : Map.of();
    }

    /**
     * Who needs the tenants to be named.
     *
     * @param who the beginning of a sentence
     * @param tenants its end
     */
    public record Need(String who, String tenants) {

        /** A parameter that is meant for test users alone. */
        public static Need ofTestUsers(String parameter) {
            return new Need(parameter + " (-Dauth0." + parameter + ") is for test users, and", "that they may go to");
        }
    }

    /**
     * Refuses a tenant in which nobody may be deleted or put back.
     *
     * @param protectedDomains the parameter, as Maven has set it
     */
    public void refuseProtected(@Nullable String protectedDomains) throws MojoExecutionException {
        ProtectedDomains.check(invocation, protectedDomains, domain(choice().domain()));
    }

    /**
     * Refuses tenants that nobody has named, for what is meant for test users alone; one that this build has started needs no name.
     *
     * @throws MojoExecutionException if every tenant is allowed
     */
    public void needAllowedDomains(Need need) throws MojoExecutionException {
        boolean named =
                new TenantGuard(invocation).with(parameters.allowedDomains()).isGiven();
        boolean ofThisBuild = BuildTenants.of(invocation.session())
                .at(domain(choice().domain()))
                .isPresent();
        if (!named && !ofThisBuild) {
            throw new MojoExecutionException(
                    need.who() + " needs allowedDomains (-Dauth0.allowedDomains) to name the tenants " + need.tenants()
                            + ", such as staging-*.eu.auth0.com; nothing has been sent");
        }
    }

    /**
     * Finds out everything that calls need, and says where it is from. Nothing is called.
     *
     * @param offline what cannot be done while Maven is offline, and what can be done instead
     * @throws MojoExecutionException if something is missing or wrong, or the tenant is not one that is allowed
     */
    public Access open(String offline) throws MojoExecutionException {
        TenantChoice choice = choice();
        SourcedValue where = choice.domain();
        Domain tenant = domain(where);
        AllowedDomains allowed = new TenantGuard(invocation).with(parameters.allowedDomains());
        Optional<BuildTenant> ofThisBuild =
                BuildTenants.of(invocation.session()).at(tenant);
        if (ofThisBuild.isPresent()) {
            return access(ofThisBuild.get(), choice);
        }
        if (invocation.session().isOffline() && !tenant.isLoopback()) {
            throw new MojoExecutionException("Maven is offline, and " + offline);
        }
        allowed.check(tenant, where.source());
        String audience = choice.audience(tenant);
        SettingsDecryption decryption = new SettingsDecryption(decrypter, invocation.log());
        SourcedCredentials credentials = choice.credentials(new ServerCredentials(decryption));
        invocation
                .log()
                .info("Tenant: " + tenant + " (" + where.source() + "); connection: " + choice.connection()
                        + "; credentials: " + credentials);
        return new Access(tenant, audience, credentials.credentials(), transport(choice, tenant, decryption));
    }

    /** To a tenant that this build has started itself, which no list has to allow, and which nobody else's credentials are sent to. */
    private Access access(BuildTenant tenant, TenantChoice choice) throws MojoExecutionException {
        Domain domain = Domain.parse(tenant.url());
        invocation
                .log()
                .info("Tenant: " + domain + ", started by this build; connection: " + choice.connection()
                        + "; credentials: its own");
        Map<TenantProperty, String> properties = tenant.properties();
        Trust trust = Trust.OF_JDK;
        String bundle = properties.getOrDefault(TenantProperty.CA_BUNDLE, "");
        try {
            if (!bundle.isEmpty()) {
                trust = Trust.alsoBundle(Path.of(bundle));
            }
        } catch (ManagementException e) {
            throw new MojoExecutionException("The local tenant's CA: " + e.getMessage(), e);
        }
        return new Access(
                domain,
                properties.getOrDefault(TenantProperty.AUDIENCE, ""),
                new Credentials.ClientSecret(
                        properties.getOrDefault(TenantProperty.CLIENT_ID, ""),
                        properties.getOrDefault(TenantProperty.CLIENT_SECRET, "")),
                new Transport(invocation.version(), timeouts(), trust, Optional.empty()));
    }

    private Transport transport(TenantChoice choice, Domain tenant, SettingsDecryption decryption)
            throws MojoExecutionException {
        Trust trust = new TrustChoice(decryption, invocation.log()).trust(choice.server());
        Optional<ProxyServer> proxy = new ProxyChoice(invocation.session(), decryption, invocation.log())
                .proxy(tenant, choice.proxyId(parameters.proxyId()));
        return new Transport(invocation.version(), timeouts(), trust, proxy);
    }

    private TenantChoice choice() throws MojoExecutionException {
        Environment environment = new Environment(invocation.session().getSystemProperties(), parameters.variables());
        return new TenantChoice(invocation.session(), parameters.inPom(), environment);
    }

    private static Domain domain(SourcedValue where) throws MojoExecutionException {
        try {
            return Domain.parse(where.value());
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(
                    "domain (-Dauth0.domain): " + e.getMessage() + " (it is from " + where.source() + ")", e);
        }
    }
}
