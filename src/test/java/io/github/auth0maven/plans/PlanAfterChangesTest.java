package io.github.auth0maven.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.exports.ExportListener;
import io.github.auth0maven.exports.FollowedExport;
import io.github.auth0maven.imports.RecordingListener;
import io.github.auth0maven.imports.Resumption;
import io.github.auth0maven.imports.UserImport;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.jobs.JobsResult;
import io.github.auth0maven.management.CallListener;
import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.management.ManagementApi;
import io.github.auth0maven.management.OpenTenant;
import io.github.auth0maven.management.UserChanges;
import io.github.auth0maven.management.UsersExports;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.plans.UserPlan.Planned;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.OwnerOnly;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.users.SelectedUsers;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.ValidationSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the tenant has and the file says: once the plan has been carried out, another one says that nothing is left to do. */
class PlanAfterChangesTest {

    private static final int ROUNDS = 15;
    private static final CallListener SILENT = (method, path, result, took) -> {};

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Metadata.class)
    void nothingIsLeftToDo(Metadata metadata) throws Exception {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Path file = Files.writeString(
                    directory.resolve("users.json"), "[" + String.join(",", users(random, true)) + "]");
            try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults()
                    .withConnections(Connection.database("main")
                            .withEnabledClients(
                                    TenantSettings.defaults().client().id()))
                    .withUsers("main", users(random, false).toArray(String[]::new)))) {
                PlanCounts first = carryOut(tenant, file, metadata);
                PlanCounts second = carryOut(tenant, file, metadata);

                assertThat(second.isAnythingToDo())
                        .as("seed %d, %s, after %s", seed, second, first)
                        .isFalse();
                assertThat(second.unchanged())
                        .isEqualTo(first.create() + first.change() + first.unchanged() + first.unchangeable());
                assertThat(second.tenantOnly()).isEqualTo(first.tenantOnly());
            }
        }
    }

    /** Users of a dozen, who are in the tenant and in the file by chance. */
    private static List<String> users(Random random, boolean file) {
        List<String> users = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            if (random.nextBoolean()) {
                users.add("{\"email\":\"" + (file && random.nextBoolean() ? "U" : "u") + i
                        + "@example.com\",\"user_id\":\"" + i + "\"" + attributes(random) + "}");
            }
        }
        if (users.isEmpty()) {
            users.add("{\"email\":\"last@example.com\"}");
        }
        return users;
    }

    private static String attributes(Random random) {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("given_name", "family_name", "name", "nickname")) {
            if (random.nextInt(3) == 0) {
                all.append(",\"")
                        .append(name)
                        .append("\":\"")
                        .append(random.nextBoolean() ? "A \\u00e9" : "B \\\"")
                        .append("\"");
            }
        }
        for (String name : List.of("email_verified", "blocked")) {
            if (random.nextInt(3) == 0) {
                all.append(",\"").append(name).append("\":").append(random.nextBoolean());
            }
        }
        for (String name : List.of("app_metadata", "user_metadata")) {
            if (random.nextInt(2) == 0) {
                all.append(",\"").append(name).append("\":{");
                String comma = "";
                for (String member : List.of("a", "b.c", "d e")) {
                    if (random.nextBoolean()) {
                        all.append(comma)
                                .append("\"")
                                .append(member)
                                .append("\":")
                                .append(List.of("1", "1.0", "{\"x\":[1,null]}", "\"t\"")
                                        .get(random.nextInt(4)));
                        comma = ",";
                    }
                }
                all.append("}");
            }
        }
        return all.toString();
    }

    /** Plans, imports those who differ, and changes of single users what is left; returns what was planned. */
    private PlanCounts carryOut(LocalTenant tenant, Path users, Metadata metadata) throws Exception {
        ManagementApi.Access access = new ManagementApi.Access(
                Domain.parse(tenant.url().toString()),
                tenant.audience(),
                new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()),
                "1.2.3");
        UsersFile file = new UsersFile(users, "users.json");
        FileJudge judge = new FileJudge(new ValidationSettings(500_000), directory);
        Destination destination = new Destination("main", true);
        try (ChangeList changes = new ChangeList(directory, OwnerOnly::create);
                OpenTenant open = OpenTenant.open(access, SILENT, destination, UserChanges.PURPOSE);
                UsersExports exports = new UsersExports(open, access, SILENT)) {
            UserPlan plan = new UserPlan(
                    new UserPlan.Order(file, judge, RootAttributes.NONE, metadata, Optional.of("main"), directory),
                    violation -> {});
            Planned planned = plan.run(() -> following(exports), false, OwnerOnly::create, changes);
            importInto(access, destination, new SelectedUsers(file, changes));
            SingleChanges singles = new SingleChanges(new UserChanges(open, 1), Timing.real());
            changes.forEachSingle(singles);
            assertThat(singles.reason()).isEmpty();
            return planned.counts();
        }
    }

    private static FollowedExport following(UsersExports exports) {
        return new FollowedExport(
                exports,
                new Timing(Clock.systemUTC(), wait -> {}, () -> 0.5),
                Duration.ofMinutes(1),
                new ExportListener() {
                    @Override
                    public void submitted(String jobId) {}

                    @Override
                    public void completed(String jobId) {}

                    @Override
                    public void waiting(String reason, Duration duration) {}
                });
    }

    private void importInto(ManagementApi.Access access, Destination destination, SelectedUsers selected)
            throws Exception {
        try (ManagementApi api = ManagementApi.connect(
                        access, SILENT, destination, new ImportOptions(true, false, Optional.empty()));
                ReportDirectory reports = ReportDirectory.at(
                        ReportFiles.in(directory.resolve("report"), ReportFiles.Kind.IMPORT), Redaction.none())) {
            UserImport.Order order = new UserImport.Order(
                    selected,
                    new FileJudge(new ValidationSettings(500_000), directory),
                    RootAttributes.NONE,
                    new ImportReport.Target(false, "tenant", "main", "users.json"),
                    500_000,
                    false,
                    0,
                    false,
                    new JobRunner.Settings(2, Duration.ofMinutes(1)),
                    Resumption.none());
            ImportReport report = new UserImport(
                            order,
                            new UserImport.Service() {
                                @Override
                                public ImportJobs connect() {
                                    return api;
                                }

                                @Override
                                public String explain(JobsResult.Stop stop) {
                                    return stop.toString();
                                }
                            },
                            new Timing(Clock.systemUTC(), wait -> {}, () -> 0.5),
                            new RecordingListener())
                    .run(reports);
            assertThat(report.status()).isEqualTo(ImportReport.Status.SUCCEEDED);
        }
    }
}
