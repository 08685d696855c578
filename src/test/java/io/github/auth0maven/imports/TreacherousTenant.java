package io.github.auth0maven.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.jobs.JobErrors.UserError;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A tenant that outlives the processes that import into it, and does to them whatever a tenant can. It imports the users of a job
 * at some moment of the job's life, refuses those called bad, and knows who was there before. It fails the test if a batch is
 * sent that, by the journal, need not be.
 */
final class TreacherousTenant implements ImportJobs {

    private static final int SLOTS = 2;
    private static final Pattern EMAIL = Pattern.compile("\"email\":\"([^\"]+)@example.com\"");
    private static final Pattern JOB =
            Pattern.compile("\\{\"event\":\"TAKEN\",\"first\":(\\d+),.*\"job\":\"(\\w+)\".*");
    private static final Pattern ENDED = Pattern.compile("\\{\"event\":\"ENDED\",\"first\":(\\d+),.*");

    /**
     * How it behaves.
     *
     * @param mayBeAsked whether it tells who was there before
     * @param tellsErrors whether it tells whom it has refused
     * @param lies whether its counts are of any use
     * @param skew of its clock
     */
    record Ways(
            double busy,
            double limited,
            double unreachable,
            double lost,
            double refusing,
            double forgetting,
            double failing,
            boolean mayBeAsked,
            boolean tellsErrors,
            boolean lies,
            int largest,
            Duration skew) {}

    private final VirtualTime time;
    private final Fate fate;
    private final Ways ways;
    private final Path journal;

    private final Map<String, Instant> stored = new HashMap<>();
    private final Map<String, Integer> timesCreated = new HashMap<>();
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Set<String> told404 = new HashSet<>();
    private Instant quietUntil = Instant.MIN;
    private int lostAnswers;
    private boolean failedJobs;
    private boolean keptErrors;

    private static final class Job {
        final String id;
        final List<String> users;
        final Instant startedAt;
        final Instant worksAt;
        final Instant endsAt;
        final boolean fails;
        final List<UserError> errors = new ArrayList<>();
        int inserted;
        int silences;
        boolean worked;

        Job(String id, List<String> users, Instant startedAt, Instant worksAt, Instant endsAt, boolean fails) {
            this.id = id;
            this.users = users;
            this.startedAt = startedAt;
            this.worksAt = worksAt;
            this.endsAt = endsAt;
            this.fails = fails;
        }
    }

    TreacherousTenant(VirtualTime time, Fate fate, Ways ways, Path journal) {
        this.time = time;
        this.fate = fate;
        this.ways = ways;
        this.journal = journal;
    }

    /** Has a user from the start. */
    void has(String user) {
        stored.put(user, now().minusSeconds(2 + fate.chance.nextInt(1_000_000)));
    }

    boolean holds(String user) {
        work();
        return stored.containsKey(user);
    }

    /** How often a user was created; a user from the start never was. */
    int timesCreated(String user) {
        return timesCreated.getOrDefault(user, 0);
    }

    /** How many submissions it has taken without saying so. */
    int lostAnswers() {
        return lostAnswers;
    }

    /** Whether it has always told who was refused, and why. */
    boolean wasFrank() {
        return !failedJobs && !keptErrors && ways.tellsErrors();
    }

    /** Another process begins to call, which knows nothing of rate limits that others have met. */
    void meetsAnother() {
        quietUntil = Instant.MIN;
    }

    /** Whether its counts are right. */
    boolean countsRight() {
        return !ways.lies();
    }

    @Override
    public Result<ImportJob> submit(Batch batch) {
        fate.mayKill("before a submission");
        List<String> users = IntStream.range(0, batch.users())
                .mapToObj(user -> name(batch.user(user)))
                .toList();
        insistThatItMustBeSent(users);
        work();
        Optional<Result<ImportJob>> trouble = trouble();
        if (trouble.isPresent()) {
            return trouble.get();
        }
        if (fate.happens(ways.lost() / 2)) {
            return new Result.Uncertain<>("lost before it was taken");
        }
        if (users.size() > ways.largest() && fate.happens(0.5)) {
            return new Result.TooLarge<>("more than " + ways.largest());
        }
        Instant now = now();
        boolean full =
                jobs.values().stream().filter(job -> job.endsAt.isAfter(now)).count() >= SLOTS;
        if (full || fate.happens(ways.busy())) {
            return new Result.SlotsTaken<>(
                    fate.chance.nextBoolean()
                            ? Optional.of(Duration.ofSeconds(fate.chance.nextInt(20)))
                            : Optional.empty());
        }
        Instant worksAt = now.plusMillis(fate.chance.nextInt(60_000));
        boolean fails = fate.happens(ways.failing());
        failedJobs |= fails;
        Job job = new Job(
                "job_" + jobs.size(), users, now, worksAt, worksAt.plusMillis(fate.chance.nextInt(60_000)), fails);
        jobs.put(job.id, job);
        fate.mayKill("after a submission");
        if (fate.happens(ways.lost() / 2)) {
            lostAnswers++;
            return new Result.Uncertain<>("lost after it was taken");
        }
        return running(job);
    }

    @Override
    public Result<ImportJob> get(String id) {
        fate.mayKill("before a question");
        work();
        Job job = jobs.get(id);
        Optional<Result<ImportJob>> trouble = trouble();
        if (trouble.isPresent()) {
            return trouble.get();
        }
        if (isForgotten(job) || (fate.happens(ways.forgetting()) && told404.add(id))) {
            told404.add(id);
            return refused(404, "The job does not exist");
        }
        if (job.endsAt.isAfter(now())) {
            return running(job);
        }
        fate.mayKill("after a question");
        if (job.fails) {
            Optional<String> why = fate.chance.nextBoolean() ? Optional.of("it was too much") : Optional.empty();
            return new Result.Success<>(new ImportJob(id, "failed", Optional.empty(), why));
        }
        return new Result.Success<>(new ImportJob(id, "completed", summary(job), Optional.empty()));
    }

    private Optional<Summary> summary(Job job) {
        int all = job.users.size();
        int failed = all - job.inserted;
        if (!ways.lies()) {
            return Optional.of(new Summary(all, job.inserted, 0, failed));
        }
        return switch (fate.chance.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Summary(all + 3, job.inserted, 0, failed + 3));
            case 2 -> Optional.of(new Summary(0, 0, 0, 0));
            default -> Optional.of(new Summary(all, all, all, Math.min(failed, 1)));
        };
    }

    @Override
    public Result<JobErrors> errors(String id) {
        fate.mayKill("before a question for errors");
        Job job = jobs.get(id);
        Optional<Result<JobErrors>> trouble = trouble();
        if (trouble.isPresent()) {
            // asked in vain too often, it is not asked again
            boolean silent = trouble.get() instanceof Result.NotTaken<JobErrors> && ++job.silences > 5;
            keptErrors |= silent || trouble.get() instanceof Result.Refused<JobErrors>;
            return trouble.get();
        }
        if (!ways.tellsErrors() || isForgotten(job)) {
            keptErrors = true;
            return refused(404, "The job does not exist");
        }
        return new Result.Success<>(new JobErrors(job.errors, Optional.empty()));
    }

    @Override
    public Result<Optional<Instant>> createdAt(byte[] user) {
        fate.mayKill("before a question for a user");
        if (!ways.mayBeAsked()) {
            return refused(403, "Insufficient scope, expected any of: read:users");
        }
        Optional<Result<Optional<Instant>>> trouble = trouble();
        return trouble.filter(answer -> !(answer instanceof Result.Refused<Optional<Instant>> no
                        && no.error().status() == 403))
                .orElseGet(() -> new Result.Success<>(Optional.ofNullable(stored.get(name(user)))));
    }

    @Override
    public Instant serviceTime() {
        return now().truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Duration rest() {
        return Duration.ZERO;
    }

    /** Lets the jobs do what they have done by now, in the order in which they did it. */
    private void work() {
        Instant now = now();
        jobs.values().stream()
                .filter(job -> !job.worked && !job.worksAt.isAfter(now))
                .sorted(Comparator.comparing((Job job) -> job.worksAt))
                .forEach(this::work);
    }

    private void work(Job job) {
        job.worked = true;
        int reached = job.fails ? fate.chance.nextInt(job.users.size() + 1) : job.users.size();
        for (String user : job.users.subList(0, reached)) {
            if (user.startsWith("bad")) {
                job.errors.add(error(user, "FORMAT", "it is bad"));
                if (user.hashCode() % 2 == 0) {
                    job.errors.add(error(user, "PATTERN", "and worse"));
                }
            } else if (stored.containsKey(user)) {
                job.errors.add(error(user, "DUPLICATED_USER", "The user already exist and upsert parameter is false"));
            } else {
                stored.put(user, job.worksAt);
                timesCreated.merge(user, 1, Integer::sum);
                job.inserted++;
            }
        }
    }

    private <T> Optional<Result<T>> trouble() {
        if (now().isBefore(quietUntil)) {
            throw new AssertionError("called although it was told to be quiet");
        }
        if (fate.happens(ways.limited())) {
            Duration wait = Duration.ofMillis(1 + fate.chance.nextInt(60_000));
            quietUntil = now().plus(wait);
            return Optional.of(new Result.RateLimited<>(wait));
        }
        if (fate.happens(ways.unreachable())) {
            return Optional.of(new Result.NotTaken<>("nobody answers"));
        }
        return fate.happens(ways.refusing())
                ? Optional.of(fate.chance.nextBoolean() ? refused(401, "Expired token") : refused(403, "no more"))
                : Optional.empty();
    }

    /** By what stands in the journal, as a person would read it. */
    private void insistThatItMustBeSent(List<String> users) {
        Map<String, String> jobAt = new HashMap<>();
        Map<String, String> known = new HashMap<>();
        try {
            for (String line : Files.readAllLines(journal)) {
                Matcher taken = JOB.matcher(line);
                Matcher ended = ENDED.matcher(line);
                if (taken.matches()) {
                    jobAt.put(taken.group(1), taken.group(2));
                    known.put(taken.group(2), "runs");
                } else if (ended.matches()) {
                    known.put(jobAt.get(ended.group(1)), "has ended");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known.forEach((id, state) -> {
            boolean gone = told404.contains(id) && state.equals("runs");
            if (!gone && jobs.get(id).users.stream().anyMatch(users::contains)) {
                throw new AssertionError(users + " are sent although their job " + id + " " + state);
            }
        });
    }

    private boolean isForgotten(Job job) {
        return !now().isBefore(job.startedAt.plus(Duration.ofHours(24)));
    }

    private Result<ImportJob> running(Job job) {
        String status = fate.chance.nextInt(3) == 0 ? "thinking" : "pending";
        return new Result.Success<>(new ImportJob(job.id, status, Optional.empty(), Optional.empty()));
    }

    private Instant now() {
        return time.instant().plus(ways.skew());
    }

    private static <T> Result<T> refused(int status, String message) {
        return new Result.Refused<>(new ServiceError(status, Optional.empty(), message, Optional.empty()));
    }

    private static UserError error(String user, String code, String message) {
        Identity identity = new Identity(Optional.of(user + "@example.com"), Optional.empty(), Optional.empty());
        return new UserError(identity, code, message, Optional.empty());
    }

    private static String name(byte[] user) {
        Matcher email = EMAIL.matcher(new String(user, UTF_8));
        if (!email.find()) {
            throw new AssertionError("a user without an address was sent");
        }
        return email.group(1);
    }
}
