package io.github.auth0maven.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.exports.ExportJob;
import io.github.auth0maven.exports.ExportJobs;
import io.github.auth0maven.exports.ExportListener;
import io.github.auth0maven.exports.ExportOrder;
import io.github.auth0maven.exports.FetchedFile;
import io.github.auth0maven.exports.FollowedExport;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.plans.Metadata;
import io.github.auth0maven.plans.PlanCounts;
import io.github.auth0maven.plans.PlanFile;
import io.github.auth0maven.plans.UserPlan;
import io.github.auth0maven.report.OwnerOnly;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import io.github.auth0maven.users.ExportMode;
import io.github.auth0maven.users.ExportOptions;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Plans over many users on either side, one of a thousand changed, beside the time that reading both files takes. */
public final class LongPlan {

    private static final int CAPACITY = 500_000;
    private static final int CHANGED = 1000;
    private static final int ROUNDS = 3;

    private LongPlan() {}

    /** Takes a directory for the generated files, and the number of users. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(Path.of(arguments[0], "plan"));
        int users = Integer.parseInt(arguments[1]);
        Path file = directory.resolve("users.json");
        Path export = directory.resolve("export.ndjson.gz");
        write(file, export, users);
        for (int round = 0; round < ROUNDS; round++) {
            double reading = seconds(() -> {
                read(new UsersFile(file, "users.json").open());
                read(new FetchedFile(export, job()).open(ExportOptions.of(ExportMode.FALSE)));
            });
            PlanCounts[] counts = new PlanCounts[1];
            double planning = seconds(() -> counts[0] = plan(directory, file, export));
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %.1f s | %.1f s | %.2f | %d to change |%n",
                    users,
                    reading,
                    planning,
                    planning / reading,
                    counts[0].change());
        }
    }

    /** What is measured. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static double seconds(Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void read(UserReader reader) throws IOException {
        try (reader) {
            while (reader.next()) {
                reader.user().json();
            }
        }
    }

    private static PlanCounts plan(Path directory, Path file, Path export) throws IOException, InterruptedException {
        FileJudge judge = new FileJudge(new ValidationSettings(CAPACITY), directory);
        UserPlan plan = new UserPlan(
                new UserPlan.Order(
                        new UsersFile(file, "users.json"),
                        judge,
                        RootAttributes.NONE,
                        Metadata.REPLACE,
                        Optional.of("main"),
                        directory),
                violation -> {});
        try (PlanFile told = new PlanFile(directory, OwnerOnly::create, Redaction.none())) {
            UserPlan.Planned planned = plan.run(
                    () -> new FollowedExport(new Prepared(export), Timing.real(), Duration.ofMinutes(1), new Silent()),
                    false,
                    OwnerOnly::create,
                    told);
            told.finish(
                    new PlanFile.Head("tenant", "main", "users.json", Instant.EPOCH, Metadata.REPLACE),
                    planned.counts(),
                    planned.remarks());
            return planned.counts();
        }
    }

    private static void write(Path file, Path export, int users) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file);
                Writer exported = new BufferedWriter(
                        new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(export)), UTF_8))) {
            for (int i = 0; i < users; i++) {
                String common =
                        "\"email\":\"user" + i + "@example.com\",\"email_verified\":true,\"given_name\":\"Given" + i
                                + "\",\"family_name\":\"Family\",\"app_metadata\":{\"plan\":\"gold\",\"roles\":[\"user\",\"billing\"]},"
                                + "\"user_metadata\":{\"theme\":\"dark\",\"language\":\"de\"},\"nickname\":\"n";
                out.write((i == 0 ? "[\n" : ",\n") + "{\"user_id\":\"" + i + "\"," + common + i + "\"}");
                exported.write(
                        "{\"user_id\":\"auth0|" + i + "\"," + common + (i % CHANGED == 0 ? "x" : i)
                                + "\",\"updated_at\":\"2026-11-23T10:00:00.000Z\",\"picture\":\"https://s.gravatar.com/avatar/"
                                + i
                                + "?s=480\",\"identities\":[{\"provider\":\"auth0\",\"connection\":\"main\",\"isSocial\":false}]}\n");
            }
            out.write("\n]\n");
        }
    }

    private static ExportJob job() {
        return new ExportJob(
                "job_1",
                "completed",
                Optional.of("2026-11-23T11:00:00.000Z"),
                Optional.of("main"),
                Optional.of("somewhere"),
                Optional.empty());
    }

    /** An export that has ended, with its file on this machine. */
    private record Prepared(Path export) implements ExportJobs {

        @Override
        public Result<ExportJob> submit(ExportOrder order) {
            return new Result.Success<>(job());
        }

        @Override
        public Result<ExportJob> get(String id) {
            return new Result.Success<>(job());
        }

        @Override
        public Result<Long> download(String location, OutputStream to) {
            try {
                return new Result.Success<>(Files.copy(export, to));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Duration rest() {
            return Duration.ZERO;
        }

        @Override
        public String explain(ServiceError error) {
            return error.toString();
        }
    }

    /** Hears nothing. */
    private static final class Silent implements ExportListener {

        @Override
        public void submitted(String jobId) {}

        @Override
        public void completed(String jobId) {}

        @Override
        public void waiting(String reason, Duration duration) {}
    }
}
