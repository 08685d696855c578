package io.github.auth0maven.fuzz;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.imports.Assessment;
import io.github.auth0maven.imports.ImportListener;
import io.github.auth0maven.imports.Resumption;
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
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.KnownConnection;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.ValidationSettings;
import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An import as the goal makes it, over HTTP, into a local tenant; invalid users are left out. */
final class RealImport {

    static final String CONNECTION = "Username-Password-Authentication";

    private final LocalTenant tenant;
    private final boolean upsert;
    private final int capacity;

    RealImport(LocalTenant tenant, boolean upsert, int capacity) {
        this.tenant = tenant;
        this.upsert = upsert;
        this.capacity = capacity;
    }

    /** As many users in a job as Auth0 takes, and none that is there already. */
    static RealImport into(LocalTenant tenant) {
        return new RealImport(tenant, false, options(false).capacity());
    }

    ImportReport of(Path file, Path directory, Told told) throws IOException, InterruptedException {
        UserImport.Order order = new UserImport.Order(
                new UsersFile(file, "users.json"),
                new FileJudge(
                        new ValidationSettings(options(upsert).capacity() - 2).with(KnownConnection.USUAL), directory),
                RootAttributes.NONE,
                new ImportReport.Target(true, "localhost", CONNECTION, "users.json"),
                capacity,
                true,
                Integer.MAX_VALUE,
                false,
                new JobRunner.Settings(2, Duration.ofHours(1)),
                Resumption.none());
        try (ReportDirectory reports = ReportDirectory.at(directory.resolve("reports"))) {
            return new UserImport(order, new Service(tenant, options(upsert)), Timing.real(), told).run(reports);
        }
    }

    private static ImportOptions options(boolean upsert) {
        return new ImportOptions(upsert, false, Optional.empty());
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

    /** Keeps what is said of users, and forgets the rest. */
    static final class Told implements ImportListener {

        final List<String> failures = new ArrayList<>();
        /** The places of those that were left out or rejected. */
        final Set<Long> notImported = new HashSet<>();

        @Override
        public void found(Violation violation) {
            if (violation.severity() == Severity.ERROR) {
                notImported.add(violation.position().index());
            }
        }

        @Override
        public void judged(Judgement judgement) {}

        @Override
        public void surveyed(Assessment.Load load) {}

        @Override
        public void resumed(List<BatchStage.Ended> ended, List<String> running) {}

        @Override
        public void takenUp(JobRecord job) {}

        @Override
        public void failed(Failure failure) {
            failure.position().ifPresent(place -> notImported.add(place.index()));
            failures.add(
                    failure.position().map(place -> "user " + place.index()).orElse("?") + ": " + failure.code() + " "
                            + failure.message());
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
