package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.service.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** Completes each job when its time, in virtual time, has come; turns away what finds no free slot. */
final class PacedTenant implements ImportJobs {

    private final Clock time;
    private final int slots;
    private final IntFunction<Duration> durations;
    private final Map<String, Running> active = new HashMap<>();
    private int jobs;
    private int mostActive;
    private int turnedAway;
    private int questions;
    private Duration work = Duration.ZERO;
    private Duration latest = Duration.ZERO;
    private Duration delay = Duration.ZERO;

    private record Running(int users, Instant endsAt) {}

    /**
     * @param durations of the jobs, which are numbered from 0
     */
    PacedTenant(Clock time, int slots, IntFunction<Duration> durations) {
        this.time = time;
        this.slots = slots;
        this.durations = durations;
    }

    @Override
    public Result<ImportJob> submit(Batch batch) {
        Instant now = time.instant();
        long running = active.values().stream()
                .filter(job -> job.endsAt().isAfter(now))
                .count();
        if (running >= slots) {
            turnedAway++;
            return new Result.SlotsTaken<>(Optional.empty(), OptionalInt.of((int) running));
        }
        Duration takes = durations.apply(jobs);
        work = work.plus(takes);
        String id = "job_" + ++jobs;
        active.put(id, new Running(batch.users(), now.plus(takes)));
        mostActive = Math.max(mostActive, active.size());
        return ScriptedJobs.running(id, "pending");
    }

    @Override
    public Result<ImportJob> get(String id) {
        questions++;
        Running job = active.get(id);
        if (job.endsAt().isAfter(time.instant())) {
            return ScriptedJobs.running(id, "pending");
        }
        active.remove(id);
        Duration late = Duration.between(job.endsAt(), time.instant());
        delay = delay.plus(late);
        latest = late.compareTo(latest) > 0 ? late : latest;
        return ScriptedJobs.completed(id, job.users(), 0, 0);
    }

    @Override
    public Result<JobErrors> errors(String id) {
        throw new AssertionError("there are no errors to ask for");
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

    /** The most jobs that ran, or had ended without the client knowing, at once. */
    int mostActive() {
        return mostActive;
    }

    int turnedAway() {
        return turnedAway;
    }

    int questions() {
        return questions;
    }

    /** How long all the jobs took, one after the other. */
    Duration work() {
        return work;
    }

    /** The longest that the end of a job went unnoticed. */
    Duration latest() {
        return latest;
    }

    /** How long ends went unnoticed, all together. */
    Duration delay() {
        return delay;
    }
}
