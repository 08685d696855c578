package io.github.auth0maven.mojo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.mojo.RecordedLog;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command line before POM before server before environment. */
class TenantChoiceTest {

    private static final String SECRET = "open-sesame";

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final Properties commandLine = new Properties();
    private final Properties environment = new Properties();
    private TenantChoice.InPom pom = new TenantChoice.InPom(null, null, null, null);

    @Test
    void theDomainIsTakenFromTheFirstThatGivesIt() throws Exception {
        environment.setProperty("env.AUTH0_DOMAIN", "environment.auth0.com");
        assertThat(choice().domain()).hasToString("environment.auth0.com (the environment, AUTH0_DOMAIN)");

        server("auth0", "domain", " server.auth0.com\n");
        assertThat(choice().domain()).hasToString("server.auth0.com (<server> \"auth0\" of settings.xml)");

        pom = new TenantChoice.InPom("pom.auth0.com", null, null, null);
        assertThat(choice().domain()).hasToString("pom.auth0.com (the POM)");

        commandLine.setProperty("auth0.domain", "line.auth0.com");
        assertThat(choice().domain()).hasToString("line.auth0.com (the command line)");
    }

    @Test
    void theConnectionIsTakenFromTheFirstThatGivesIt() throws Exception {
        assertThat(choice().connection()).hasToString("Username-Password-Authentication (by default)");

        server("auth0", "connection", "of-server");
        assertThat(choice().connection()).hasToString("of-server (<server> \"auth0\" of settings.xml)");

        pom = new TenantChoice.InPom(null, null, "of-pom", null);
        assertThat(choice().connection()).hasToString("of-pom (the POM)");

        commandLine.setProperty("auth0.connection", "of-line");
        assertThat(choice().connection()).hasToString("of-line (the command line)");
    }

    @Test
    void theAudienceIsTakenFromTheFirstThatGivesIt() throws Exception {
        Domain tenant = Domain.parse("login.example.com");
        assertThat(choice().audience(tenant)).isEqualTo("https://login.example.com/api/v2/");

        server("auth0", "audience", "https://server.auth0.com/api/v2/");
        assertThat(choice().audience(tenant)).isEqualTo("https://server.auth0.com/api/v2/");

        pom = new TenantChoice.InPom(null, "https://pom.auth0.com/api/v2/", null, null);
        assertThat(choice().audience(tenant)).isEqualTo("https://pom.auth0.com/api/v2/");

        commandLine.setProperty("auth0.audience", "https://line.auth0.com/api/v2/");
        assertThat(choice().audience(tenant)).isEqualTo("https://line.auth0.com/api/v2/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.auth0.com/api/v2",
                "example.auth0.com/api/v2/",
                "https://example.auth0.com/",
                "https://example.auth0.com/userinfo",
                "https://example.auth0.com/api/v2/ x"
            })
    void anAudienceThatIsNotTheManagementApisIsToldBeforeAnythingIsSent(String audience) {
        pom = new TenantChoice.InPom(null, audience, null, null);

        assertThatThrownBy(() -> choice().audience(Domain.parse("example.auth0.com")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "audience (-Dauth0.audience): \"" + audience + "\" (the POM) is not the Management API's")
                .hasMessageContaining("with the slash at its end");
    }

    @Test
    void theServerIsTheOneThatTheCommandLineNames() throws Exception {
        server("of-pom", "domain", "one.auth0.com");
        server("of-line", "domain", "two.auth0.com");
        pom = new TenantChoice.InPom(null, null, null, "of-pom");
        assertThat(choice().domain().value()).isEqualTo("one.auth0.com");

        commandLine.setProperty("auth0.serverId", "of-line");
        assertThat(choice().domain().value()).isEqualTo("two.auth0.com");
    }

    @Test
    void aBlankValueIsNone() throws Exception {
        commandLine.setProperty("auth0.domain", " ");
        pom = new TenantChoice.InPom("\n", null, "", " ");
        server("auth0", "domain", "  ");
        environment.setProperty("env.AUTH0_DOMAIN", "environment.auth0.com");

        assertThat(choice().domain().value()).isEqualTo("environment.auth0.com");
        assertThat(choice().connection().value()).isEqualTo("Username-Password-Authentication");
    }

    @Test
    void aDomainThatNobodyGivesIsAskedFor() {
        assertThatThrownBy(() -> choice().domain()).hasMessageStartingWith("domain (-Dauth0.domain) is not set");
    }

    @Test
    void anUnsetVariableInTheConfigurationOfTheServerIsNamed() {
        server("auth0", "domain", "${env.TENANT}.auth0.com");

        assertThatThrownBy(() -> choice().domain())
                .hasMessage(
                        "The <domain> of the <server> \"auth0\" in settings.xml refers to the environment variable TENANT,"
                                + " which is not set: set it for this build");
    }

    /** On Maven 3; Maven 4 has decrypted it by then. */
    @Test
    void anEncryptedValueInTheConfigurationOfTheServerIsNotTakenForAPlainOne() {
        server("auth0", "audience", "{COQLCE6DU6GtcS5P=}");

        assertThatThrownBy(() -> choice().audience(Domain.parse("example.auth0.com")))
                .hasMessageStartingWith("The <audience> of the <server> \"auth0\" in settings.xml is encrypted")
                .hasMessageNotContaining("COQLCE6DU6GtcS5P");
    }

    @Test
    void aServerWithoutThatSettingSaysNothingOfIt() throws Exception {
        server("auth0", "httpHeaders", null);

        assertThat(choice().connection().source()).isEqualTo("by default");
    }

    @Test
    void theServersCredentialsGoBeforeThoseOfTheEnvironment() throws Exception {
        environment.setProperty("env.AUTH0_API_TOKEN", "environment-token");
        Server server = server("auth0", "domain", "x");
        server.setUsername("client");
        server.setPassword(SECRET);

        SourcedCredentials found = credentials();

        assertThat(found.credentials()).isEqualTo(new Credentials.ClientSecret("client", SECRET));
        assertThat(found).hasToString("client id and secret (<server> \"auth0\" of settings.xml)");
    }

    @Test
    void aServerWithoutCredentialsLeavesThemToTheEnvironment() throws Exception {
        server("auth0", "domain", "example.auth0.com");
        environment.setProperty("env.AUTH0_CLIENT_ID", " client ");
        environment.setProperty("env.AUTH0_CLIENT_SECRET", SECRET);

        SourcedCredentials found = credentials();

        assertThat(found.credentials()).isEqualTo(new Credentials.ClientSecret("client", SECRET));
        assertThat(found)
                .hasToString("client id and secret (the environment, AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET)");
    }

    @Test
    void aTokenOfTheEnvironmentNeedsNoServer() throws Exception {
        environment.setProperty("env.AUTH0_API_TOKEN", SECRET);
        environment.setProperty("env.AUTH0_CLIENT_ID", "client");

        assertThat(credentials().credentials()).isEqualTo(new Credentials.AccessToken(SECRET));
        assertThat(credentials()).hasToString("access token (the environment, AUTH0_API_TOKEN)");
    }

    @Test
    void aServerThatIsNamedAndMissingIsNotReplacedByTheEnvironment() {
        environment.setProperty("env.AUTH0_API_TOKEN", SECRET);
        pom = new TenantChoice.InPom(null, null, null, "staging");

        assertThatThrownBy(this::credentials)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "There is no <server> \"staging\" in settings.xml to take Auth0's credentials from. Add")
                .hasMessageContaining("auth0.serverId")
                .hasMessageContaining("<id>staging</id>")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void whereNobodyHasCredentialsBothAreNamed() {
        assertThatThrownBy(this::credentials)
                .hasMessageStartingWith("There is no <server> \"auth0\" in settings.xml")
                .hasMessageContaining("AUTH0_CLIENT_ID with AUTH0_CLIENT_SECRET, or AUTH0_API_TOKEN");
        server("auth0", "domain", "example.auth0.com");
        assertThatThrownBy(this::credentials)
                .hasMessageStartingWith(
                        "The <server> \"auth0\" in settings.xml has no <password>, and the environment has");
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH0_CLIENT_SECRET, AUTH0_API_TOKEN, has both AUTH0_CLIENT_SECRET and AUTH0_API_TOKEN",
        "AUTH0_CLIENT_ID, IRRELEVANT, has AUTH0_CLIENT_ID and lacks AUTH0_CLIENT_SECRET",
        "AUTH0_CLIENT_SECRET, IRRELEVANT, has AUTH0_CLIENT_SECRET and lacks AUTH0_CLIENT_ID"
    })
    void anEnvironmentThatContradictsItselfIsRefused(String one, String other, String message) {
        environment.setProperty("env." + one, SECRET);
        environment.setProperty("env." + other, SECRET);

        assertThatThrownBy(this::credentials)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("The environment " + message)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void theNamesOfTheVariablesMayBeOthers() throws Exception {
        environment.setProperty("env.AUTH0_CLIENT_SECRET", "of another tool");
        environment.setProperty("env.T_DOMAIN", "example.auth0.com");
        environment.setProperty("env.T_ID", "client");
        environment.setProperty("env.T_SECRET", SECRET);
        TenantChoice choice = choice(new Environment.Names(" T_DOMAIN", "T_ID ", "T_SECRET", "T_TOKEN"));

        assertThat(choice.domain()).hasToString("example.auth0.com (the environment, T_DOMAIN)");
        assertThat(choice.credentials(servers()).credentials())
                .isEqualTo(new Credentials.ClientSecret("client", SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zJ7rW2vK9-sesame", "sesame", "", "A B"})
    void aSecretIsNotTakenForTheNameOfAVariableAndNotShown(String name) {
        assertThatThrownBy(() -> choice(new Environment.Names("A", "B", name, "C")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "clientSecretVariable (-Dauth0.clientSecretVariable) takes the name of an environment")
                .hasMessageNotContaining("sesame");
    }

    private SourcedCredentials credentials() throws MojoExecutionException {
        return choice().credentials(servers());
    }

    private TenantChoice choice() throws MojoExecutionException {
        return choice(
                new Environment.Names("AUTH0_DOMAIN", "AUTH0_CLIENT_ID", "AUTH0_CLIENT_SECRET", "AUTH0_API_TOKEN"));
    }

    @SuppressWarnings("deprecation") // there is no other constructor that takes no container's lookup
    private TenantChoice choice(Environment.Names names) throws MojoExecutionException {
        request.setUserProperties(commandLine);
        MavenSession session = new MavenSession(null, request, new DefaultMavenExecutionResult(), new MavenProject());
        return new TenantChoice(session, pom, new Environment(environment, names));
    }

    private Server server(String id, String setting, @Nullable String value) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom child = new Xpp3Dom(setting);
        child.setValue(value);
        configuration.addChild(child);
        Server server = new Server();
        server.setId(id);
        server.setConfiguration(configuration);
        request.addServer(server);
        return server;
    }

    private static ServerCredentials servers() {
        return new ServerCredentials(
                request -> new Unencrypted(request.getServers().get(0)), new RecordedLog());
    }

    private record Unencrypted(Server server) implements SettingsDecryptionResult {
        @Override
        public Server getServer() {
            return server;
        }

        @Override
        public List<Server> getServers() {
            return List.of(server);
        }

        @Override
        public @Nullable Proxy getProxy() {
            return null;
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of();
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return List.of();
        }
    }
}
