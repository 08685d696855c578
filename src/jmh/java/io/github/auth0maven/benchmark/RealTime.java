package io.github.auth0maven.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.batch.Batcher;
import io.github.auth0maven.batch.UserForm;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.JobListener;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.jobs.JobsResult;
import io.github.auth0maven.jobs.Rejection;
import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.management.ManagementApi;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.server.RateLimit;
import io.github.auth0maven.users.UserReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How well the slots of a tenant are used in real time and over real HTTP, into the local tenant. */
public final class RealTime {

    private static final int SLOTS = 2;
    private static final int USERS_OF_A_JOB = 10;

    private RealTime() {}

    /** Takes nothing. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println(
                "| jobs on two slots | calls allowed | time beside the ideal | calls refused by the rate limit |");
        System.out.println("|---|---|---|---|");
        measure(40, Duration.ofSeconds(1), RateLimit.none());
        measure(12, Duration.ofSeconds(5), new RateLimit(2, 2));
        shared(8, 5, Duration.ofSeconds(1), RateLimit.none());
        shared(8, 5, Duration.ofSeconds(1), new RateLimit(16, 50));
        fixture();
    }

    /** Several builds, each with as many jobs, all at once. */
    private static void shared(int builds, int jobs, Duration duration, RateLimit limit)
            throws IOException, InterruptedException {
        try (LocalTenant tenant = tenant(duration, limit)) {
            ExecutorService all = Executors.newFixedThreadPool(builds);
            try {
                long start = System.nanoTime();
                List<Future<Double>> runs = all.invokeAll(Collections.nCopies(builds, () -> run(tenant, jobs)));
                for (Future<Double> run : runs) {
                    run.get();
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "%n%d builds with %d jobs of %d s each, %s: %.3f of the ideal%n",
                        builds,
                        jobs,
                        duration.toSeconds(),
                        allowed(limit),
                        seconds / ((double) builds * jobs * duration.toMillis() / 1000.0 / SLOTS));
            } catch (ExecutionException e) {
                throw new IOException(e);
            } finally {
                all.shutdownNow();
            }
        }
    }

    private static void measure(int jobs, Duration duration, RateLimit limit) throws IOException, InterruptedException {
        try (LocalTenant tenant = tenant(duration, limit)) {
            double seconds = run(tenant, jobs);
            Map<String, Integer> requests = tenant.requestCounts();
            int refused = requests.entrySet().stream()
                    .filter(request -> request.getKey().endsWith(" 429"))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            System.out.printf(
                    Locale.ROOT,
                    "| %d of %d s | %s | %.3f | %d |%n",
                    jobs,
                    duration.toSeconds(),
                    allowed(limit),
                    seconds / (jobs * duration.toMillis() / 1000.0 / SLOTS),
                    refused);
        }
    }

    private static String allowed(RateLimit limit) {
        return limit.equals(RateLimit.none())
                ? "any number of calls"
                : limit.callsPerSecond() + " calls a second, burst " + limit.burst();
    }

    private static void fixture() throws IOException, InterruptedException {
        try (LocalTenant tenant = tenant(Duration.ofMillis(100), RateLimit.none())) {
            run(tenant, 1);
            double seconds = run(tenant, 1);
            System.out.printf(
                    Locale.ROOT, "%nTen users, a job of 100 ms: over %.0f ms after the job%n", seconds * 1000 - 100);
        }
    }

    private static LocalTenant tenant(Duration duration, RateLimit limit) throws IOException {
        return LocalTenant.start(
                TenantSettings.defaults().withJobDuration(users -> duration).withRateLimit(limit));
    }

    /** How many seconds it takes from the first submission to the last end. */
    private static double run(LocalTenant tenant, int jobs) throws IOException, InterruptedException {
        ImportOptions options = new ImportOptions(true, false, Optional.empty());
        ManagementApi.Access access = new ManagementApi.Access(
                Domain.parse(tenant.url().toString()),
                tenant.audience(),
                new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()),
                "benchmark");
        byte[] job = users(USERS_OF_A_JOB);
        try (ManagementApi api = ManagementApi.connect(
                        access,
                        (method, path, result, took) -> {},
                        new Destination("Username-Password-Authentication", false),
                        options);
                UserReader users = UserReader.over("users.json", users(jobs * USERS_OF_A_JOB))) {
            Batcher batcher = new Batcher(users, UserForm.AS_WRITTEN, job.length);
            long start = System.nanoTime();
            JobsResult followed = new JobRunner(
                            api, new JobRunner.Settings(SLOTS, Duration.ofHours(1)), Timing.real(), new Silent())
                    .run(batcher::next);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (followed.jobs().size() != jobs || followed.stop().isPresent()) {
                throw new IOException("it went another way: " + followed);
            }
            return seconds;
        }
    }

    private static byte[] users(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"email\":\"user" + (100_000 + i) + "@example.com\"}")
                .collect(joining(",", "[", "]"))
                .getBytes(UTF_8);
    }

    private static final class Silent implements JobListener {

        @Override
        public void submitted(JobRecord job) {}

        @Override
        public void takenUp(JobRecord job) {}

        @Override
        public void ended(JobRecord job, Optional<Summary> summary) {}

        @Override
        public void rejected(JobRecord job, Batch batch, OptionalInt user, Rejection rejection) {}

        @Override
        public void waiting(Wait reason, String detail, Duration duration) {}

        @Override
        public void noted(String remark) {}
    }
}
