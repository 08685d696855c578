package io.github.auth0maven.mojo.access;

import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Domain;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Server;
import org.jspecify.annotations.Nullable;

/**
 * Finds where an import goes and as whom. Each value is taken from the first that gives it: the command line, the POM, the
 * {@code <server>} in settings.xml, the environment.
 */
public final class TenantChoice {

    public static final String USUAL_CONNECTION = "Username-Password-Authentication";
    private static final String USUAL_SERVER = "auth0";
    private static final Pattern AUDIENCE = Pattern.compile("https?://[^/\\s]+/api/v2/");

    private final MavenSession session;
    private final InPom pom;
    private final Environment environment;

    /** The parameters as Maven has set them: by the POM, or, where that says nothing, by the command line. */
    public record InPom(
            @Nullable String domain,
            @Nullable String audience,
            @Nullable String connection,
            @Nullable String serverId) {}

    public TenantChoice(MavenSession session, InPom pom, Environment environment) {
        this.session = session;
        this.pom = pom;
        this.environment = environment;
    }

    /** The connection that users go to. */
    public SourcedValue connection() throws MojoExecutionException {
        Optional<SourcedValue> given = given("connection", pom.connection());
        return given.isPresent()
                ? given.get()
                : ofServer("connection").orElse(new SourcedValue(USUAL_CONNECTION, "by default"));
    }

    /** The id of the proxy to be called through, if one is named. */
    public Optional<SourcedValue> proxyId(@Nullable String inPom) throws MojoExecutionException {
        Optional<SourcedValue> given = given("proxyId", inPom);
        return given.isPresent() ? given : ofServer("proxyId");
    }

    /** The tenant. */
    public SourcedValue domain() throws MojoExecutionException {
        Optional<SourcedValue> given = given("domain", pom.domain());
        if (given.isEmpty()) {
            given = ofServer("domain");
        }
        if (given.isEmpty()) {
            given = environment.domain();
        }
        if (given.isEmpty()) {
            throw new MojoExecutionException(
                    "domain (-Dauth0.domain) is not set: set it to the tenant's domain, such as"
                            + " example.eu.auth0.com, or rehearse with -Dauth0.dryRun");
        }
        return given.get();
    }

    /** The audience of tokens for the tenant. */
    public String audience(Domain tenant) throws MojoExecutionException {
        Optional<SourcedValue> given = given("audience", pom.audience());
        if (given.isEmpty()) {
            given = ofServer("audience");
        }
        if (given.isPresent() && !AUDIENCE.matcher(given.get().value()).matches()) {
            throw new MojoExecutionException(
                    "audience (-Dauth0.audience): \"" + given.get().value() + "\" ("
                            + given.get().source()
                            + ") is not the Management API's: that is https://{tenant domain}/api/v2/, with the"
                            + " slash at its end, and with a custom domain still that of the tenant's own domain");
        }
        return given.isPresent() ? given.get().value() : tenant.defaultAudience();
    }

    /**
     * The credentials.
     *
     * @throws MojoExecutionException if there are none, or none that could be used
     */
    public SourcedCredentials credentials(ServerCredentials servers) throws MojoExecutionException {
        Optional<ServerEntry> server = server();
        if (server.isEmpty() && serverId().isPresent()) {
            throw missing(serverId().get().value(), "");
        }
        if (server.isPresent()) {
            String source = "<server> \"" + server.get().server().getId() + "\" of settings.xml";
            Optional<Credentials> credentials = servers.of(server.get());
            if (credentials.isPresent()) {
                return new SourcedCredentials(credentials.get(), source);
            }
        }
        Optional<SourcedCredentials> found = environment.credentials();
        if (found.isPresent()) {
            return found.get();
        }
        throw server.isPresent()
                ? server.get()
                        .wrong("has no <password>, and the environment has no credentials either ("
                                + environment.wanted()
                                + "): put the client secret there, or an access token for the Management API")
                : missing(USUAL_SERVER, ", and the environment has none either (" + environment.wanted() + ")");
    }

    private Optional<SourcedValue> given(String name, @Nullable String inPom) {
        Optional<String> told = SourcedValue.text(session.getUserProperties().getProperty("auth0." + name));
        if (told.isPresent()) {
            return Optional.of(new SourcedValue(told.get(), "the command line"));
        }
        Optional<String> written = SourcedValue.text(inPom);
        return written.isPresent() ? Optional.of(new SourcedValue(written.get(), "the POM")) : Optional.empty();
    }

    private Optional<SourcedValue> ofServer(String setting) throws MojoExecutionException {
        Optional<ServerEntry> server = server();
        return server.isPresent() ? server.get().setting(setting) : Optional.empty();
    }

    private Optional<SourcedValue> serverId() {
        return given("serverId", pom.serverId());
    }

    /** The server in settings.xml that is about this tenant, if there is one. */
    public Optional<ServerEntry> server() {
        Optional<SourcedValue> id = serverId();
        Server server =
                session.getSettings().getServer(id.isPresent() ? id.get().value() : USUAL_SERVER);
        return server == null ? Optional.empty() : Optional.of(new ServerEntry(server));
    }

    private static MojoExecutionException missing(String serverId, String elsewhere) {
        return new MojoExecutionException("There is no <server> \"" + serverId + "\" in settings.xml to take Auth0's"
                + " credentials from" + elsewhere
                + ". Add it to ~/.m2/settings.xml, or name another one by auth0.serverId:\n\n"
                + "  <servers>\n"
                + "    <server>\n"
                + "      <id>" + serverId + "</id>\n"
                + "      <username>the application's client id</username>\n"
                + "      <password>its client secret</password>\n"
                + "    </server>\n"
                + "  </servers>\n");
    }
}
