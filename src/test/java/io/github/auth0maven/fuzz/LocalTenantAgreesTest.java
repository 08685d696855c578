package io.github.auth0maven.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.imports.ImportListener;
import io.github.auth0maven.imports.Resumption;
import io.github.auth0maven.imports.Survey;
import io.github.auth0maven.imports.UserImport;
import io.github.auth0maven.jobs.BatchStage;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.jobs.JobsResult;
import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.management.ManagementApi;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.KnownConnection;
import io.github.auth0maven.validation.ValidationSettings;
import io.github.auth0maven.validation.Violation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The local tenant, which has its own reading of the rules, rejects none of the users that we let pass, in a real import over
 * HTTP; -Dfuzz.imported and -Dfuzz.seed try more, and others.
 */
final class LocalTenantAgreesTest {

    private static final int USERS = Integer.getInteger("fuzz.imported", 20_000);
    private static final long SEED = Long.getLong("fuzz.seed", 0);
    private static final String CONNECTION = "Username-Password-Authentication";

    @TempDir
    Path directory;

    @Test
    void noUserThatValidationPassedIsRejected() throws Exception {
        Path file = directory.resolve("users.json");
        try (BufferedWriter users = Files.newBufferedWriter(file, UTF_8)) {
            for (int i = 0; i < USERS; i++) {
                Map<String, Object> user = AnyUser.of(SEED + i);
                makeComparable(user);
                users.write((i == 0 ? "[" : ",\n") + Tree.json(user));
            }
            users.write("]");
        }
        Told told = new Told();

        ImportReport report = imported(file, told);

        assertThat(told.failures).isEmpty();
        assertThat(report.problem()).isEmpty();
        assertThat(report.users().failed()).isZero();
        assertThat(report.users().unsent()).isZero();
        assertThat(report.users().inserted()).isEqualTo(USERS - report.users().invalid());
        assertThat(report.users().inserted()).isBetween(USERS * 3L / 10, USERS * 7L / 10);
    }

    /**
     * Changes that of which only one side can speak: names with half of a surrogate pair, which are JSON but not to the
     * tenant's parser.
     */
    private static void makeComparable(Map<String, Object> user) {
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Tree.Slot slot : Tree.slots(user)) {
                if (slot.key() instanceof String name && !UTF_8.newEncoder().canEncode(name)) {
                    slot.remove();
                    changed = true;
                    break;
                }
            }
        }
    }

    private ImportReport imported(Path file, Told told) throws IOException, InterruptedException {
        ImportOptions options = new ImportOptions(false, false, Optional.empty());
        int capacity = options.capacity();
        UserImport.Order order = new UserImport.Order(
                new UsersFile(file, "users.json"),
                new FileJudge(new ValidationSettings(capacity - 2).with(KnownConnection.USUAL), directory),
                RootAttributes.NONE,
                new ImportReport.Target(true, "localhost", CONNECTION, "users.json"),
                capacity,
                true,
                Integer.MAX_VALUE,
                false,
                new JobRunner.Settings(2, Duration.ofHours(1)),
                Resumption.none());
        TenantSettings settings =
                TenantSettings.defaults().withProfilesKept(false).withJobDuration(users -> Duration.ZERO);
        try (LocalTenant tenant = LocalTenant.start(settings);
                ReportDirectory reports = ReportDirectory.at(directory.resolve("reports"))) {
            return new UserImport(order, new Service(tenant, options), Timing.real(), told).run(reports);
        }
    }

    private record Service(LocalTenant tenant, ImportOptions options) implements UserImport.Service {

        @Override
        public ImportJobs connect() throws IOException, InterruptedException {
            return ManagementApi.connect(
                    new ManagementApi.Access(
                            Domain.parse(tenant.url().toString()),
                            tenant.audience(),
                            new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()),
                            "1.2.3"),
                    (method, path, result, took) -> {},
                    new Destination(CONNECTION, true),
                    options);
        }

        @Override
        public String explain(JobsResult.Stop stop) {
            return stop.toString();
        }
    }

    /** Keeps what the tenant says of users, and forgets the rest. */
    static final class Told implements ImportListener {

        final List<String> failures = new ArrayList<>();

        @Override
        public void found(Violation violation) {}

        @Override
        public void judged(Judgement judgement) {}

        @Override
        public void surveyed(Survey.Load load) {}

        @Override
        public void resumed(List<BatchStage.Ended> ended, List<String> running) {}

        @Override
        public void takenUp(JobRecord job) {}

        @Override
        public void failed(Failure failure) {
            failures.add(failure.position()
                            .map(place -> "seed " + (SEED + place.index()))
                            .orElse("?") + ": " + failure.code() + " " + failure.message());
        }

        @Override
        public void submitted(JobRecord job) {}

        @Override
        public void ended(JobRecord job, Optional<Summary> summary) {}

        @Override
        public void waiting(Wait reason, String detail, Duration duration) {}

        @Override
        public void noted(String remark) {}
    }
}
