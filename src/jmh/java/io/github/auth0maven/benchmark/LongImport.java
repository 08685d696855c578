package io.github.auth0maven.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.imports.Assessment;
import io.github.auth0maven.imports.ImportListener;
import io.github.auth0maven.imports.Resumption;
import io.github.auth0maven.imports.UserImport;
import io.github.auth0maven.jobs.BatchStage;
import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.jobs.JobErrors.UserError;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.jobs.JobsResult;
import io.github.auth0maven.pace.Pause;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.ValidationSettings;
import io.github.auth0maven.validation.Violation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A whole import in virtual time, journal and reports on the disk included: jobs of a thousand users on two slots, of whom one in
 * ten is rejected. It is to be run in a JVM with a small heap.
 */
public final class LongImport {

    /** What a thousand of the generated users take. */
    private static final int CAPACITY = 139_001;

    private static final int REJECTED = 10;
    private static final double MEGA = 1e6;

    private LongImport() {}

    /** Takes the directory for files, and how many users there are. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        int users = Integer.parseInt(arguments[1]);
        Path file = directory.resolve("many-users.ndjson");
        generate(file, users);
        Path journal = directory.resolve("many.journal");
        Files.deleteIfExists(journal);
        long start = System.nanoTime();
        ImportReport report = imported(file, journal, directory.resolve("many-report"));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (report.users().inserted() + report.users().failed() != users) {
            throw new IOException("users are missing: " + report.users());
        }
        System.out.printf(
                Locale.ROOT,
                "| %,d | %,d | %,d | %.1f h | %.1f s | %.1f MB | %.1f MB | %s |%n",
                users,
                report.jobs().size(),
                report.users().failed(),
                report.duration().toMillis() / 3_600_000.0,
                seconds,
                Files.size(journal) / MEGA,
                Files.size(directory.resolve("many-report/failures.jsonl")) / MEGA,
                peak());
        Files.delete(file);
    }

    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "–";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                .findFirst()
                .orElse("–");
    }

    private static void generate(Path file, int users) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (int i = 0; i < users; i++) {
                out.write(("{\"email\":\"user" + (100_000_000 + i) + "@example.com\",\"email_verified\":true,"
                                + "\"password_hash\":\"$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy\"}\n")
                        .getBytes(UTF_8));
            }
        }
    }

    private static ImportReport imported(Path file, Path journal, Path reports)
            throws IOException, InterruptedException {
        VirtualTime time = new VirtualTime();
        try (ImportJournal opened = ImportJournal.open(new RandomAccessFile(journal.toFile(), "rw"), "the journal");
                ReportDirectory directory = ReportDirectory.at(reports)) {
            UserImport.Order order = new UserImport.Order(
                    new UsersFile(file, "many-users.ndjson"),
                    new FileJudge(new ValidationSettings(CAPACITY - 2), file.getParent()),
                    RootAttributes.NONE,
                    new ImportReport.Target(false, "example.auth0.com", "Users", "many-users.ndjson"),
                    CAPACITY,
                    false,
                    Long.MAX_VALUE,
                    false,
                    new JobRunner.Settings(2, Duration.ofHours(2)),
                    new Resumption(opened, Resumption.Mode.AUTO, false, Map.of()));
            Service service = new Service(time);
            Timing timing = new Timing(time, time, () -> 0.5);
            return new UserImport(order, service, timing, new Silent()).run(directory);
        }
    }

    private static final class VirtualTime extends Clock implements Pause {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public void of(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private record Running(Batch batch, Instant endsAt) {}

    private static final class Service implements UserImport.Service, ImportJobs {

        private final VirtualTime time;
        private final Random chance = new Random(1);
        private final Map<String, Running> jobs = new HashMap<>();
        private int count;

        Service(VirtualTime time) {
            this.time = time;
        }

        @Override
        public ImportJobs connect() {
            return this;
        }

        @Override
        public String explain(JobsResult.Stop stop) {
            return stop.toString();
        }

        @Override
        public Result<ImportJob> submit(Batch batch) {
            String id = "job_" + ++count;
            jobs.put(id, new Running(batch, time.instant().plusMillis(14_400 + chance.nextInt(7_200))));
            return new Result.Success<>(new ImportJob(id, "pending", Optional.empty(), Optional.empty()));
        }

        @Override
        public Result<ImportJob> get(String id) {
            Running job = jobs.get(id);
            if (job.endsAt().isAfter(time.instant())) {
                return new Result.Success<>(new ImportJob(id, "pending", Optional.empty(), Optional.empty()));
            }
            int users = job.batch().users();
            int failed = (users + REJECTED - 1) / REJECTED;
            ImportJob.Summary summary = new ImportJob.Summary(users, users - failed, 0, failed);
            return new Result.Success<>(new ImportJob(id, "completed", Optional.of(summary), Optional.empty()));
        }

        @Override
        public Result<JobErrors> errors(String id) {
            Batch batch = jobs.remove(id).batch();
            List<UserError> errors = new ArrayList<>();
            for (int user = 0; user < batch.users(); user += REJECTED) {
                String json = new String(batch.user(user), UTF_8);
                String email = json.substring(10, json.indexOf('"', 10));
                Identity identity = new Identity(Optional.of(email), Optional.empty(), Optional.empty());
                errors.add(new UserError(identity, "DUPLICATED_USER", "The user already exist", Optional.empty()));
            }
            return new Result.Success<>(new JobErrors(errors, Optional.empty()));
        }

        @Override
        public Result<Optional<Instant>> createdAt(byte[] user) {
            return new Result.Success<>(Optional.empty());
        }

        @Override
        public Instant serviceTime() {
            return time.instant();
        }

        @Override
        public Duration rest() {
            return Duration.ZERO;
        }
    }

    /** Is told, and says nothing. */
    private static final class Silent implements ImportListener {

        @Override
        public void found(Violation violation) {}

        @Override
        public void judged(Judgement judgement) {}

        @Override
        public void surveyed(Assessment.Load load) {}

        @Override
        public void resumed(List<BatchStage.Ended> endedJobs, List<String> runningJobs) {}

        @Override
        public void failed(Failure failure) {}

        @Override
        public void submitted(JobRecord job) {}

        @Override
        public void takenUp(JobRecord job) {}

        @Override
        public void ended(JobRecord job, Optional<ImportJob.Summary> summary) {}

        @Override
        public void waiting(Wait reason, String detail, Duration duration) {}

        @Override
        public void noted(String remark) {}
    }
}
