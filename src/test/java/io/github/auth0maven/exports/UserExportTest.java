package io.github.auth0maven.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.exports.UserExport.Exported;
import io.github.auth0maven.management.CallListener;
import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ManagementApi;
import io.github.auth0maven.management.OpenTenant;
import io.github.auth0maven.management.UsersExports;
import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Names;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports out of the local tenant. */
class UserExportTest {

    private static final String ADA = "{\"email\":\"ada@example.com\",\"user_id\":\"1\",\"name\":\"Ada \\\"L\\\"\","
            + "\"email_verified\":true,\"app_metadata\":{\"plan\":\"gold\"}}";

    private final MovableClock clock = new MovableClock();
    private final List<String> log = new ArrayList<>();

    @TempDir
    private Path directory;

    private LocalTenant tenant;

    @BeforeEach
    void start() throws IOException {
        Connection main = Connection.database("main");
        Connection other = Connection.database("other");
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withConnections(main, other)
                .withUsers("main", ADA, "{\"email\":\"bob@example.com\",\"user_id\":\"2\"}")
                .withUsers("other", "{\"email\":\"cyd@example.com\",\"user_id\":\"3\"}")
                .withJobDuration(users -> Duration.ofSeconds(90))
                .withClock(clock));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void aUsersFileHasTheUsersOfTheConnectionAsAnImportTakesThem() throws Exception {
        Path file = directory.resolve("users.json");

        Exported exported = export(ExportFormat.USERS, file);

        assertThat(exported.users()).contains(2L);
        assertThat(Files.readString(file)).startsWith("[\n{").endsWith("}\n]\n").doesNotContain("auth0|", "identities");
        assertThat(emails(file)).containsExactly("ada@example.com", "bob@example.com");
        assertThat(Files.readString(file))
                .contains("\"name\":\"Ada \\\"L\\\"\"", "\"app_metadata\":{\"plan\":\"gold\"}", "\"user_id\":\"1\"");
        assertThat(names()).containsExactly("users.json");
    }

    @Test
    void aFileWhoseNameEndsWithGzIsGzipped() throws Exception {
        Path file = directory.resolve("users.json.gz");

        export(ExportFormat.USERS, file);

        assertThat(emails(file)).containsExactly("ada@example.com", "bob@example.com");
        assertThat(unpacked(file)).startsWith("[\n{");
    }

    @Test
    void otherFormatsAreWhatAuth0Gives() throws Exception {
        Path ndjson = directory.resolve("users.ndjson.gz");
        Path csv = directory.resolve("users.csv");

        assertThat(export(ExportFormat.NDJSON, ndjson).users()).contains(2L);
        export(ExportFormat.CSV, csv);

        assertThat(unpacked(ndjson).lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"user_id\":\"auth0|") && line.contains("\"created_at\""));
        assertThat(Files.readString(csv).lines())
                .hasSize(3)
                .element(1)
                .asString()
                .contains("\"'auth0|1\",\"'ada@example.com\"", "\"'main\"");
    }

    @Test
    void aConnectionWithoutUsersIsAnEmptyList() throws Exception {
        tenant.close();
        tenant = LocalTenant.start(TenantSettings.defaults().withConnections(Connection.database("main")));
        Path file = directory.resolve("users.json");

        assertThat(export(ExportFormat.USERS, file).users()).contains(0L);

        assertThat(emails(file)).isEmpty();
    }

    @Test
    void aFileIsAskedForAnewWhenItsUrlHasExpired() throws Exception {
        Path file = directory.resolve("users.json");
        boolean[] late = {false};

        Exported exported = new UserExport(
                        following(api -> new ForwardingExports(api) {
                            @Override
                            String before(String location) {
                                if (!late[0]) {
                                    late[0] = true;
                                    clock.advance(Duration.ofSeconds(61));
                                }
                                return location;
                            }
                        }),
                        Files::newOutputStream)
                .run(order(ExportFormat.USERS, file));

        assertThat(exported.users()).contains(2L);
        assertThat(log).anyMatch(line -> line.contains("asked for anew: HTTP 403"));
    }

    @Test
    void aUrlThatNeverWorksIsGivenUpAfterAFewAttempts() throws Exception {
        Path file = Files.writeString(directory.resolve("users.json"), "[]");

        assertThatThrownBy(() -> new UserExport(
                                following(api -> new ForwardingExports(api) {
                                    @Override
                                    String before(String location) {
                                        return location + "0";
                                    }
                                }),
                                Files::newOutputStream)
                        .run(order(ExportFormat.USERS, file)))
                .isInstanceOf(ExportException.class)
                .hasMessageMatching(
                        "The file of the export job job_\\w+ could not be fetched in 5 attempts: HTTP 403.*");

        assertThat(Files.readString(file)).isEqualTo("[]");
        assertThat(names()).containsExactly("users.json");
    }

    @Test
    void aJobThatDoesNotEndIsGivenUp() {
        assertThatThrownBy(() -> new UserExport(
                                new FollowedExport(connect(), time(), Duration.ofSeconds(60), listener()),
                                Files::newOutputStream)
                        .run(order(ExportFormat.USERS, directory.resolve("users.json"))))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("still runs at Auth0")
                .hasMessageContaining("auth0.jobTimeout");
        assertThat(names()).isEmpty();
    }

    @Test
    void noTokenGoesToWhereTheFileIs() throws Exception {
        export(ExportFormat.USERS, directory.resolve("users.json"));

        // the host of the files refuses whoever brings one
        assertThat(log).noneMatch(line -> line.contains("anew"));
    }

    private Exported export(ExportFormat format, Path file) throws Exception {
        return new UserExport(following(api -> api), Files::newOutputStream).run(order(format, file));
    }

    private static UserExport.Order order(ExportFormat format, Path file) {
        return new UserExport.Order(
                new ExportOrder(ExportFields.usual(format), format == ExportFormat.CSV),
                format,
                file,
                Optional.of("main"));
    }

    private FollowedExport following(UnaryOperator<ExportJobs> through) throws Exception {
        return new FollowedExport(through.apply(connect()), time(), Duration.ofMinutes(5), listener());
    }

    private ExportJobs connect() throws IOException, InterruptedException {
        ManagementApi.Access access = new ManagementApi.Access(
                Domain.parse(tenant.url().toString()),
                tenant.audience(),
                new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()),
                "1.2.3");
        CallListener calls = (method, path, result, took) -> {};
        OpenTenant open = OpenTenant.open(access, calls, new Destination("main", true), UsersExports.PURPOSE);
        return new UsersExports(open, access, calls);
    }

    private Timing time() {
        return new Timing(clock, clock::advance, () -> 0.5);
    }

    private ExportListener listener() {
        return new ExportListener() {
            @Override
            public void submitted(String jobId) {}

            @Override
            public void completed(String jobId) {}

            @Override
            public void waiting(String reason, Duration duration) {
                log.add(reason);
            }
        };
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> emails(Path file) throws IOException {
        List<String> emails = new ArrayList<>();
        Names email = Names.of(List.of("email"));
        try (UserReader users = new UsersFile(file, "users.json").open()) {
            while (users.next()) {
                Json json = users.user().json();
                emails.add(json.text(json.member(Json.ROOT, email, 0)));
            }
        }
        return emails;
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
