package io.github.auth0maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.connections.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole goals: Maven's container makes them, and a local tenant takes what they send. */
@MojoTest
class GoalsUnderMavenTest {

    private static final String CONNECTION = "Username-Password-Authentication";
    private static final String ADA = "{\"email\": \"ada@example.com\", \"email_verified\": true}";
    private static final String BOB = "{\"email\": \"bob@example.com\", \"email_verified\": true}";
    private static final String NOBODY = "{\"email_verified\": true}";

    private final RecordedLog log = new RecordedLog();
    private LocalTenant tenant;
    private Path file;
    private Path reports;

    @Provides
    @SuppressWarnings("deprecation") // there is no other constructor that takes no container's lookup
    MavenSession session() {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        return new MavenSession(null, request, new DefaultMavenExecutionResult(), new MavenProject());
    }

    @BeforeEach
    void start(@TempDir Path temporary) throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults().withUsers(CONNECTION, BOB));
        file = temporary.resolve("users.json");
        reports = temporary.resolve("reports");
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    @InjectMojo(goal = "import-users")
    void usersAreImportedWithTheCredentialsOfTheServer(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);

        mojo.execute();

        assertThat(tenant.userCount()).isEqualTo(2);
        assertThat(tenant.requestCounts()).containsEntry("POST /oauth/token 200", 1);
        assertThat(tenant.jobs()).singleElement().satisfies(job -> {
            assertThat(job.upsert()).isFalse();
            assertThat(job.sendCompletionEmail()).isFalse();
            assertThat(job.externalId()).isEmpty();
        });
        assertThat(log.at("info"))
                .anyMatch(line -> line.startsWith("Users file: "))
                .anyMatch(line -> line.startsWith("1 user: 1 inserted, 0 failed; 1 job, "))
                .contains("Report: " + reports.resolve("import-report.json") + "; to look at: "
                        + reports.resolve("import-report.html"));
        assertThat(reports.resolve("import-report.json")).content().contains("\"status\": \"succeeded\"");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void whatIsAskedForReachesTheTenant(ImportUsersMojo mojo) throws Exception {
        write(ADA, BOB);
        prepare(mojo);
        mojo.upsert = "true";
        mojo.sendCompletionEmail = "true";
        mojo.externalId = "build-42";
        mojo.rootAttributes = Map.of("nickname", "given");

        mojo.execute();

        assertThat(tenant.jobs()).singleElement().satisfies(job -> {
            assertThat(job.upsert()).isTrue();
            assertThat(job.sendCompletionEmail()).isTrue();
            assertThat(job.externalId()).isEqualTo("build-42");
        });
        assertThat(tenant.users(CONNECTION))
                .hasSize(2)
                .allSatisfy(user -> assertThat(user.path("nickname").asText()).isEqualTo("given"));
    }

    @Test
    @InjectMojo(goal = "import-users")
    void plainPasswordsOfTestUsersAreHashedForTenantsThatAreNamed(ImportUsersMojo mojo) throws Exception {
        write("{\"email\":\"ada@example.com\",\"email_verified\":true,\"password\":\"correct horse\"}");
        prepare(mojo);
        mojo.hashPasswords = "true";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(
                        "hashPasswords (-Dauth0.hashPasswords) is for test users, and needs allowedDomains");
        assertThat(tenant.requestCounts()).isEmpty();

        mojo.allowedDomains = "127.0.0.1";
        mojo.execute();

        assertThat(tenant.userCount()).isEqualTo(2);
        assertThat(log.lines).noneMatch(line -> line.contains("correct horse"));
        assertThat(reports.resolve("import-report.json"))
                .content()
                .contains("plain passwords, hashed here (1)")
                .doesNotContain("correct horse");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void anAccessTokenIsUsedAsItIs(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        addServer(mojo, "token", null, tenant.accessToken("create:users", "read:connections"));
        mojo.serverId = "token";

        mojo.execute();

        assertThat(tenant.userCount()).isEqualTo(2);
        assertThat(tenant.requestCounts()).doesNotContainKey("POST /oauth/token 200");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aUserThatWasNotImportedFailsTheBuild(ImportUsersMojo mojo) throws Exception {
        write(ADA, BOB);
        prepare(mojo);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 of 2 users was not imported");
        assertThat(log.at("error"))
                .first()
                .asString()
                .contains("users.json:[2,1]")
                .contains("[DUPLICATED_USER]");
        assertThat(reports.resolve("failed-users.json")).content().contains("bob@example.com");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aUserThatMayFailDoesNotFailTheBuild(ImportUsersMojo mojo) throws Exception {
        write(ADA, BOB);
        prepare(mojo);
        mojo.maxFailedUsers = "1";

        mojo.execute();

        assertThat(log.at("info")).anyMatch(line -> line.startsWith("2 users: 1 inserted, 1 failed"));
    }

    @Test
    @InjectMojo(goal = "import-users")
    void failedUsersAreAWarningIfTheyAreNotToFailTheBuild(ImportUsersMojo mojo) throws Exception {
        write(ADA, BOB);
        prepare(mojo);
        mojo.failOnError = "false";

        mojo.execute();

        assertThat(log.at("warn"))
                .contains("1 of 2 users was not imported (the build goes on: auth0.failOnError is false)");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void nothingIsSentIfAUserIsInvalid(ImportUsersMojo mojo) throws Exception {
        write(ADA, NOBODY);
        prepare(mojo);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("1 of 2 users is invalid: nothing has been sent.");
        assertThat(tenant.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "import-users")
    void theValidUsersAreSentIfTheInvalidOnesAreToBeSkipped(ImportUsersMojo mojo) throws Exception {
        write(ADA, NOBODY);
        prepare(mojo);
        mojo.invalidUsers = "skip";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 of 2 users was not imported");
        assertThat(tenant.userCount()).isEqualTo(2);
    }

    /** One user that Auth0 rejects, one with what is no address, and a warning about a third. */
    @Test
    @InjectMojo(goal = "import-users")
    void withRedactionNoAddressIsToldButThoseOfTheUsersToBeMended(ImportUsersMojo mojo) throws Exception {
        write(
                BOB,
                "{\"email\": \"jane@example\", \"email_verified\": true}",
                "{\"email\": \"\u0430da@example.com\", \"email_verified\": true}");
        prepare(mojo);
        mojo.invalidUsers = "skip";
        mojo.redact = "emails";
        mojo.journal = reports.resolve("a.journal").toFile();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageNotContaining("@");
        assertThat(log.lines)
                .anyMatch(line -> line.matches("error .*email: \"email:[0-9a-f]{16}\" is not an e-mail address: .*"))
                .anyMatch(line -> line.matches("warn .*email: \"email:[0-9a-f]{16}\": the letter .*"))
                .noneMatch(line -> line.contains("@example"));
        for (String told : List.of("import-report.json", "failures.jsonl", "a.journal")) {
            assertThat(reports.resolve(told)).content().doesNotContain("@example");
        }
        assertThat(reports.resolve("failures.jsonl")).content().contains("email:");
        assertThat(reports.resolve("failed-users.json")).content().contains("bob@example.com", "jane@example");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void whatIsNeitherNoneNorEmailsIsNoRedaction(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        mojo.redact = "all";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("redact (-Dauth0.redact): \"all\" is not none or emails");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aWrongSecretIsNotTheUsersFault(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        addServer(mojo, "wrong", tenant.clientId(), "wrong-secret");
        mojo.serverId = "wrong";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("check <username>, and <password> or <privateKey>, of the <server>")
                .hasMessageNotContaining("wrong-secret");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void whatIsWrongWithTheNetworksSettingsIsToldBeforeAnythingIsSent(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);

        mojo.readTimeout = "soon";
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("readTimeout (-Dauth0.readTimeout): \"soon\" is not a whole number of seconds");
        mojo.readTimeout = "60s";

        mojo.domain = "example.eu.auth0.com";
        mojo.proxyId = "corporate";
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("proxyId (-Dauth0.proxyId): there is no active <proxy> \"corporate\"");
        mojo.session.getRequest().getUserProperties().setProperty("auth0.proxyId", "of-the-line");
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("there is no active <proxy> \"of-the-line\" in settings.xml (the command line");

        assertThat(tenant.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aFileThatIsNoListOfUsersIsTheUsersFault(ImportUsersMojo mojo) throws Exception {
        Files.writeString(file, "{\n}");
        prepare(mojo);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("users.json:[1,1]");
        assertThat(tenant.requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aDryRunNeedsNeitherADomainNorAServerNorANetwork(ImportUsersMojo mojo) throws Exception {
        write(ADA, BOB);
        prepare(mojo);
        mojo.domain = null;
        mojo.serverId = "nowhere";
        mojo.session.getRequest().setOffline(true);
        mojo.dryRun = "true";

        mojo.execute();

        assertThat(tenant.requests()).isEmpty();
        assertThat(log.at("info"))
                .contains("[dry run] Auth0 is not called: the users go to a tenant on this machine that imitates it")
                .anyMatch(line -> line.startsWith("[dry run] 2 users: 2 inserted, 0 failed"));
        assertThat(reports.resolve("dry-run/import-report.json")).content().contains("\"dryRun\": true");
        assertThat(reports).isDirectoryNotContaining(file -> !file.endsWith("dry-run"));
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aDryRunTakesTheConnectionById(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        mojo.connection = "con_0123456789abcdef";
        mojo.dryRun = "true";

        mojo.execute();

        assertThat(log.at("info")).anyMatch(line -> line.startsWith("[dry run] 1 user: 1 inserted, 0 failed"));
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aDryRunThatFailsSaysThatItIsOne(ImportUsersMojo mojo) throws Exception {
        write(ADA, ADA);
        prepare(mojo);
        mojo.invalidUsers = "skip";
        mojo.dryRun = "true";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("[dry run] 1 of 2 users was not imported");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void nobodyImportsOffline(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        mojo.domain = "example.eu.auth0.com";
        mojo.session.getRequest().setOffline(true);

        assertRefused(
                mojo,
                "Maven is offline, and users cannot be imported into Auth0 offline: run it without -o, or"
                        + " rehearse with -Dauth0.dryRun");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aDomainIsNeeded(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        String unset = "domain (-Dauth0.domain) is not set: set it to the tenant's domain, such as"
                + " example.eu.auth0.com, or rehearse with -Dauth0.dryRun";

        mojo.domain = null;
        assertRefused(mojo, unset);
        mojo.domain = " ";
        assertRefused(mojo, unset);
        mojo.domain = "http://example.eu.auth0.com";
        assertRefused(
                mojo, "domain (-Dauth0.domain): \"http://example.eu.auth0.com\" would send the users unencrypted");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aServerIsNeeded(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        mojo.serverId = "nowhere";

        assertRefused(mojo, "There is no <server> \"nowhere\" in settings.xml");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void theAudienceIsThatOfTheDomainUnlessItIsGiven(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        mojo.audience = "https://other.example.com/api/v2/";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("Service not found: https://other.example.com/api/v2/")
                .hasMessageContaining("auth0.audience");
        mojo.audience = " ";
        mojo.execute();
        assertThat(tenant.userCount()).isEqualTo(2);
    }

    @Test
    @InjectMojo(goal = "import-users")
    void theLogTellsWhereEachValueIsFromAndNoSecret(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);

        mojo.execute();

        assertThat(log.at("info"))
                .contains("Tenant: " + tenant.url().toString().replaceFirst("/$", "")
                        + " (the POM); connection: Username-Password-Authentication (by default); credentials: client id and"
                        + " secret (<server> \"auth0\" of settings.xml)");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void theCommandLineGoesBeforeThePom(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        mojo.domain = "https://production.eu.auth0.com";
        mojo.connection = "of-the-pom";
        mojo.session
                .getUserProperties()
                .setProperty("auth0.domain", tenant.url().toString());
        mojo.session.getUserProperties().setProperty("auth0.connection", CONNECTION);

        mojo.execute();

        assertThat(tenant.userCount()).isEqualTo(2);
        assertThat(log.at("info")).anyMatch(line -> line.contains("(the command line); connection: " + CONNECTION));
    }

    @Test
    @InjectMojo(goal = "import-users")
    void theEnvironmentIsEnough(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        mojo.domain = null;
        mojo.session.getRequest().setServers(List.of());
        mojo.session
                .getSystemProperties()
                .setProperty("env.AUTH0_DOMAIN", tenant.url().toString());
        mojo.session
                .getSystemProperties()
                .setProperty("env.AUTH0_API_TOKEN", tenant.accessToken("create:users", "read:connections"));

        mojo.execute();

        assertThat(tenant.userCount()).isEqualTo(2);
        assertThat(log.lines).noneMatch(line -> line.contains("eyJ"));
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aTenantThatIsNotAllowedIsRefusedWhateverTheCommandLineSays(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        mojo.allowedDomains = "*.eu.auth0.com";
        mojo.failOnError = "false";
        mojo.session.getUserProperties().setProperty("auth0.allowedDomains", "127.0.0.1");
        mojo.session
                .getUserProperties()
                .setProperty("auth0.domain", tenant.url().toString());

        assertRefused(
                mojo, "The tenant http://127.0.0.1:" + tenant.url().getPort() + " (the command line) is not one that");
    }

    /** Then Maven gives the goal what the command line says. */
    @Test
    @InjectMojo(goal = "import-users")
    void aPropertyOfTheProjectGuardsAsTheParameterDoes(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        mojo.allowedDomains = "127.0.0.1";
        mojo.session.getUserProperties().setProperty("auth0.allowedDomains", "127.0.0.1");
        mojo.project.getProperties().setProperty("auth0.allowedDomains", "*.eu.auth0.com");

        assertRefused(mojo, "The tenant http://127.0.0.1:");
        mojo.project.getProperties().setProperty("auth0.allowedDomains", "127.0.0.1");
        mojo.execute();
        assertThat(tenant.userCount()).isEqualTo(2);
    }

    @Test
    @InjectMojo(goal = "import-users")
    void whatIsWrongWithTheConnectionIsToldBeforeAnythingIsSentUnlessNobodyLooks(ImportUsersMojo mojo)
            throws Exception {
        write(ADA);
        tenant.close();
        TenantSettings settings = TenantSettings.defaults();
        tenant = LocalTenant.start(
                settings.withConnections(Connection.database(CONNECTION).withEnabledClients()));
        prepare(mojo);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The connection \"" + CONNECTION + "\" is enabled for no application");
        assertThat(tenant.requests())
                .hasSize(3)
                .noneMatch(request -> request.path().contains("jobs"));

        mojo.preflight = "false";
        assertThatThrownBy(mojo::execute).hasMessageContaining("HTTP 400 connection_is_disabled");
    }

    @Test
    @InjectMojo(goal = "import-users")
    @MojoParameter(name = "failOnError", value = "false")
    void aReportDirectoryThatCannotBeMadeFailsTheBuildAllTheSame(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        mojo.reportDirectory = file.toFile();

        assertRefused(mojo, "reportDirectory (-Dauth0.reportDirectory): no report can be written to " + file);
        assertThatThrownBy(mojo::execute).hasMessageEndingWith("; name another directory");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aValueThatIsMistypedIsNotTakenForAnother(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        mojo.dryRun = "ture";

        assertRefused(mojo, "dryRun (-Dauth0.dryRun): \"ture\" is not true or false");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aRootAttributeThatThereIsNotIsTold(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);
        mojo.rootAttributes = Map.of("nikname", "given");

        assertRefused(mojo, "rootAttributes: \"nikname\" is no root attribute");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void noLineHoldsASecret(ImportUsersMojo mojo) throws Exception {
        write(ADA, BOB);
        prepare(mojo);
        mojo.maxFailedUsers = "1";

        mojo.execute();

        assertThat(log.lines)
                .isNotEmpty()
                .noneMatch(line -> line.contains(tenant.clientSecret()) || line.contains("eyJ"));
    }

    @Test
    @InjectMojo(goal = "import-users")
    void anInterruptedImportKeepsTheInterrupt(ImportUsersMojo mojo) throws Exception {
        write(ADA);
        prepare(mojo);

        Thread.currentThread().interrupt();
        assertThatThrownBy(mojo::execute).isInstanceOf(MojoExecutionException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @InjectMojo(goal = "validate-users")
    void validUsersAreTold(ValidateUsersMojo mojo) throws Exception {
        write(ADA);
        mojo.setLog(log);
        mojo.usersFile = file.toString();
        mojo.reportDirectory = reports.toFile();

        mojo.execute();

        assertThat(log.at("info")).anyMatch(line -> line.startsWith("1 user: Auth0 would accept it"));
        write(ADA, BOB);
        mojo.execute();
        assertThat(log.at("info")).anyMatch(line -> line.startsWith("2 users: Auth0 would accept all of them"));
    }

    @Test
    @InjectMojo(goal = "validate-users")
    void anInvalidUserFailsTheBuild(ValidateUsersMojo mojo) throws Exception {
        write(ADA, NOBODY);
        mojo.setLog(log);
        mojo.usersFile = file.toString();
        mojo.reportDirectory = reports.toFile();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 of 2 users is invalid");
        assertThat(log.at("error")).isNotEmpty().first().asString().contains("users.json:[2,1] email: ");
        mojo.failOnError = "false";
        mojo.execute();
        assertThat(log.at("warn")).contains("1 of 2 users is invalid (the build goes on: auth0.failOnError is false)");
    }

    @Test
    @InjectMojo(goal = "validate-users")
    void aFileThatIsNoListFailsTheBuild(ValidateUsersMojo mojo) throws Exception {
        Files.writeString(file, "[1]");
        mojo.setLog(log);
        mojo.usersFile = file.toString();
        mojo.reportDirectory = reports.toFile();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("users.json:[1,2]");
    }

    private void assertRefused(ImportUsersMojo mojo, String message) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(message);
        assertThat(tenant.requests()).isEmpty();
    }

    private void prepare(ImportUsersMojo mojo) {
        mojo.setLog(log);
        mojo.usersFile = file.toString();
        mojo.reportDirectory = reports.toFile();
        mojo.domain = tenant.url().toString();
        addServer(mojo, "auth0", tenant.clientId(), tenant.clientSecret());
    }

    private static void addServer(ImportUsersMojo mojo, String id, String username, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword(password);
        mojo.session.getRequest().addServer(server);
    }

    private void write(String... users) throws IOException {
        Files.writeString(file, "[" + String.join(",\n", List.of(users)) + "]");
    }
}
