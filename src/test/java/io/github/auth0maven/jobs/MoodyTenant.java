package io.github.auth0maven.jobs;

import static io.github.auth0maven.jobs.ScriptedJobs.rejected;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.JobErrors.UserError;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.service.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A tenant that stores users, refuses some, and answers by chance in any of the ways there are; it notices when it is called
 * although it asked for quiet.
 */
final class MoodyTenant implements ImportJobs {

    /** Chances from 0 to 1. */
    record Moods(double busy, double limited, double unreachable, double lost, double refusing, double failing) {}

    static final int SLOTS = 2;

    private final VirtualTime time;
    private final Random chance;
    private final Moods moods;
    private final int largest;

    private final Map<String, Job> jobs = new HashMap<>();
    private final Set<String> stored = new HashSet<>();
    private final Map<String, Instant> createdAt = new HashMap<>();
    private Instant quietUntil = Instant.MIN;
    private Instant restUntil = Instant.MIN;
    private int submissions;

    private record Job(Instant endsAt, boolean fails, Summary summary, List<UserError> errors) {}

    MoodyTenant(VirtualTime time, Random chance, Moods moods, int largest) {
        this.time = time;
        this.chance = chance;
        this.moods = moods;
        this.largest = largest;
    }

    /** Users that are there, whatever the client knows of them. */
    Set<String> stored() {
        return stored;
    }

    int submissions() {
        return submissions;
    }

    @Override
    public Result<ImportJob> submit(Batch batch) {
        submissions++;
        Optional<Result<ImportJob>> mood = mood();
        if (mood.isPresent()) {
            return mood.get();
        }
        if (batch.users() > largest) {
            return new Result.TooLarge<>("more than " + largest);
        }
        Instant now = time.instant();
        boolean full =
                jobs.values().stream().filter(job -> job.endsAt().isAfter(now)).count() >= SLOTS;
        if (full || happens(moods.busy())) {
            return new Result.SlotsTaken<>(
                    chance.nextBoolean() ? Optional.of(Duration.ofSeconds(chance.nextInt(20))) : Optional.empty());
        }
        if (happens(moods.lost() / 2)) {
            return new Result.Uncertain<>("lost before it was taken");
        }
        String id = "job_" + jobs.size();
        jobs.put(id, imported(batch, now));
        return happens(moods.lost() / 2)
                ? new Result.Uncertain<>("lost after it was taken")
                : ScriptedJobs.running(id, chance.nextBoolean() ? "pending" : "processing");
    }

    private Job imported(Batch batch, Instant now) {
        Instant endsAt = now.plusMillis(chance.nextInt(120_000));
        if (happens(moods.failing())) {
            return new Job(endsAt, true, new Summary(0, 0, 0, 0), List.of());
        }
        List<UserError> errors = new ArrayList<>();
        int inserted = 0;
        for (int user = 0; user < batch.users(); user++) {
            String email = email(batch, user);
            if (email.contains("bad")) {
                errors.add(rejected(email, "FORMAT", "bad"));
                if (chance.nextBoolean()) {
                    errors.add(rejected(email, "PATTERN", "and worse"));
                }
            } else if (stored.add(email)) {
                createdAt.put(email, now);
                inserted++;
            } else {
                errors.add(ScriptedJobs.alreadyExists(email));
            }
        }
        return new Job(endsAt, false, new Summary(batch.users(), inserted, 0, batch.users() - inserted), errors);
    }

    @Override
    public Result<ImportJob> get(String id) {
        Optional<Result<ImportJob>> mood = mood();
        if (mood.isPresent()) {
            return mood.get();
        }
        Job job = jobs.get(id);
        if (job.endsAt().isAfter(time.instant())) {
            return ScriptedJobs.running(id, "pending");
        }
        return job.fails()
                ? ScriptedJobs.failed(id)
                : new Result.Success<>(new ImportJob(id, "completed", Optional.of(job.summary()), Optional.empty()));
    }

    @Override
    public Result<JobErrors> errors(String id) {
        if (jobs.get(id).endsAt().isAfter(time.instant())) {
            throw new AssertionError("asked for the errors of a job that runs");
        }
        Optional<Result<JobErrors>> mood = mood();
        return mood.orElseGet(
                () -> new Result.Success<>(new JobErrors(jobs.get(id).errors(), Optional.empty())));
    }

    @Override
    public Result<Optional<Instant>> createdAt(byte[] user) {
        String json = new String(user, UTF_8);
        Instant created = createdAt.get(json.substring(json.indexOf(":\"") + 2, json.lastIndexOf('"')));
        Optional<Result<Optional<Instant>>> mood = mood();
        return mood.orElseGet(() -> new Result.Success<>(Optional.ofNullable(created)));
    }

    @Override
    public Instant serviceTime() {
        return time.instant();
    }

    @Override
    public Duration rest() {
        Duration rest = Duration.between(time.instant(), restUntil);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private <T> Optional<Result<T>> mood() {
        Instant now = time.instant();
        if (now.isBefore(quietUntil) || now.isBefore(restUntil)) {
            throw new AssertionError("called at " + now + ", before " + quietUntil + " and " + restUntil);
        }
        restUntil = happens(moods.limited()) ? now.plusMillis(chance.nextInt(3_000)) : Instant.MIN;
        if (happens(moods.limited())) {
            Duration wait = Duration.ofMillis(1 + chance.nextInt(60_000));
            quietUntil = now.plus(wait);
            return Optional.of(new Result.RateLimited<>(wait));
        }
        if (happens(moods.unreachable())) {
            return Optional.of(ScriptedJobs.notTaken());
        }
        return happens(moods.refusing()) ? Optional.of(ScriptedJobs.refused(403, "no more")) : Optional.empty();
    }

    private boolean happens(double probability) {
        return chance.nextDouble() < probability;
    }

    private static String email(Batch batch, int user) {
        String json = new String(batch.user(user), UTF_8);
        return json.substring(json.indexOf(":\"") + 2, json.lastIndexOf('"'));
    }
}
