package io.github.auth0maven.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.imports.Resumption;
import io.github.auth0maven.imports.UserImport;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.mojo.access.TenantService;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.connections.ConnectionOptions;
import io.github.auth0maven.tenant.connections.IdentifierAttributes;
import io.github.auth0maven.tenant.connections.IdentifierAttributes.Usernames;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.ConnectionRules;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.KnownConnection;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Of each kind of connection, we and the local tenant refuse the same users, each by its own reading of the options. */
final class ConnectionsAgreeTest {

    private static final ImportOptions PLAIN = new ImportOptions(false, false, Optional.empty());

    private static final List<String> IDENTIFIERS = List.of(
            "\"email\":\"family@example.com\"",
            "\"email\":\"Family@example.com\",\"username\":\"kid_one\"",
            "\"username\":\"kid_two\"",
            "\"phone_number\":\"+12125550001\"",
            "\"email\":\"a@example.com\",\"username\":\"x\"",
            "\"email\":\"b@example.com\",\"username\":\"fifteen_letters\"",
            "\"email\":\"c@example.com\",\"username\":\"sixteen_letters_\"",
            "\"email\":\"d@example.com\",\"username\":\"ann@example.com\"",
            "\"email\":\"e@example.com\",\"username\":\"+12125550001\"",
            "\"email\":\"f@example.com\",\"username\":\"a_very_long_username_of_forty_characters\"",
            "\"user_id\":\"nobody\"");

    static final List<ConnectionOptions> CONNECTIONS = List.of(
            ConnectionOptions.usernames(15),
            ConnectionOptions.usernames(128),
            flexible(true, true, new Usernames(1, 15, Set.of())),
            flexible(false, true, new Usernames(3, 20, Set.of("email"))),
            flexible(true, false, new Usernames(1, 128, Set.of("phone_number"))),
            flexible(false, false, new Usernames(2, 39, Set.of("email", "phone_number"))));

    @TempDir
    Path directory;

    private static ConnectionOptions flexible(boolean emailRequired, boolean emailUnique, Usernames usernames) {
        return ConnectionOptions.flexible(new IdentifierAttributes(emailRequired, emailUnique, usernames));
    }

    @ParameterizedTest
    @FieldSource("CONNECTIONS")
    void whomWeRefuseByTheOptionsTheTenantRefusesAndNoOthers(ConnectionOptions options) throws Exception {
        ImportReport judged = imported(options, ConnectionRules.UNKNOWN, new RealImport.Told());
        RealImport.Told told = new RealImport.Told();
        ImportReport unjudged = imported(options, KnownConnection.LENIENT, told);

        assertThat(judged.users().failed()).isZero();
        assertThat(judged.users().inserted()).isEqualTo(unjudged.users().inserted());
        assertThat(judged.users().invalid()).isBetween(2L, IDENTIFIERS.size() - 3L);
        assertThat(told.failures).hasSize((int) judged.users().invalid() - 1);
    }

    /** Where the options may not be read, the tenant has the last word. */
    @Test
    void withoutTheScopeTheTenantDecides() throws Exception {
        RealImport.Told told = new RealImport.Told();

        ImportReport report = imported(
                settings(CONNECTIONS.get(2), "create:users", "read:users", "read:connections"),
                ConnectionRules.UNKNOWN,
                told);

        assertThat(report.users().invalid()).isEqualTo(1);
        assertThat(report.users().failed()).isEqualTo(7);
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("read:connections_options"));
    }

    private ImportReport imported(ConnectionOptions options, ConnectionRules said, RealImport.Told told)
            throws IOException, InterruptedException {
        String[] scopes = {"create:users", "read:connections", "read:connections_options"};
        return imported(settings(options, scopes), said, told);
    }

    private static TenantSettings settings(ConnectionOptions options, String... scopes) {
        TenantSettings defaults = TenantSettings.defaults();
        return defaults.withClient(defaults.client().withScopes(scopes))
                .withConnections(Connection.database("Users").withOptions(options))
                .withJobDuration(users -> Duration.ZERO);
    }

    private ImportReport imported(TenantSettings settings, ConnectionRules said, RealImport.Told told)
            throws IOException, InterruptedException {
        try (LocalTenant tenant = LocalTenant.start(settings);
                TenantService service = new TenantService(
                        new Access(
                                Domain.parse(tenant.url().toString()),
                                tenant.audience(),
                                new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()),
                                "1.2.3"),
                        new Destination("Users", true),
                        PLAIN,
                        (method, path, result, took) -> {});
                ReportDirectory reports = ReportDirectory.at(directory.resolve("reports"))) {
            ImportReport report = new UserImport(order(said), service, Timing.real(), told).run(reports);
            assertThat(tenant.requestCounts()).containsEntry("GET /api/v2/connections 200", 1);
            return report;
        }
    }

    private UserImport.Order order(ConnectionRules said) throws IOException {
        Path file = directory.resolve("users.json");
        Files.writeString(
                file,
                Stream.of(IDENTIFIERS)
                        .flatMap(List::stream)
                        .map(identifiers -> "{\"email_verified\":true," + identifiers + "}")
                        .toList()
                        .toString());
        return new UserImport.Order(
                new UsersFile(file, "users.json"),
                new FileJudge(new ValidationSettings(PLAIN.capacity()).with(said), directory),
                RootAttributes.NONE,
                new ImportReport.Target(false, "localhost", "Users", "users.json"),
                PLAIN.capacity(),
                true,
                Integer.MAX_VALUE,
                false,
                new JobRunner.Settings(2, Duration.ofHours(1)),
                Resumption.none());
    }
}
