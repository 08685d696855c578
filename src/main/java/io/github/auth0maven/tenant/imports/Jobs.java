package io.github.auth0maven.tenant.imports;

import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.users.Directory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The tenant's import jobs, and its slots for active ones. */
public final class Jobs {

    /**
     * How jobs are run.
     *
     * @param slots how many may be active at once
     * @param duration how long a job of so many users stays pending
     */
    public record Settings(int slots, IntFunction<Duration> duration, Clock clock) {}

    private final Settings settings;
    private final Directory directory;
    private final Ids ids = new Ids();
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    public Jobs(Settings settings, Directory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    /**
     * Accepts a file if a slot is free, and imports it at once; the users are there before the job tells of its end.
     *
     * <p>Documented: pending jobs count, and the text for a job too many. That the 2 in it follows the number of slots is
     * inferred.
     */
    synchronized Job submit(ImportForm form, UsersFile file) throws Refusal {
        Instant now = clock().instant();
        jobs.values().removeIf(job -> job.isForgotten(now));
        refuseBeyondSlots(now);
        Outcome outcome = new Importer(
                        new Importer.Target(form.connection(), directory.usersOf(form.connection())),
                        form.upsert(),
                        clock(),
                        ids)
                .run(file);
        Job job = Job.submitted(
                "job_" + ids.alphanumeric(16),
                form,
                now,
                new Job.Timing(settings.duration().apply(outcome.users()), outcome));
        jobs.put(job.id(), job);
        return job;
    }

    private void refuseBeyondSlots(Instant now) throws Refusal {
        long active = jobs.values().stream().filter(job -> job.isPending(now)).count();
        if (active >= settings.slots()) {
            String message = "There are " + active + " active import users jobs, please wait until some of them are"
                    + " finished and try again";
            throw Refusal.of(429, message, "too_many_requests");
        }
    }

    /** The job with this id, unless it was forgotten. */
    public synchronized Optional<Job> find(String id) {
        Instant now = clock().instant();
        return Optional.ofNullable(jobs.get(id)).filter(job -> !job.isForgotten(now));
    }

    public synchronized List<Job> all() {
        return List.copyOf(jobs.values());
    }

    Clock clock() {
        return settings.clock();
    }
}
