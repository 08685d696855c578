package io.github.auth0maven.tenant;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tenant's import jobs, and its slots for active ones. */
final class Jobs {

    private final TenantSettings settings;
    private final Directory directory;
    private final Ids ids = new Ids();
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    Jobs(TenantSettings settings, Directory directory) {
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
        long active = jobs.values().stream().filter(job -> job.isPending(now)).count();
        if (active >= settings.slots()) {
            throw Refusal.of(
                    429,
                    "There are " + active + " active import users jobs, please wait until some of them are finished and"
                            + " try again",
                    "too_many_requests");
        }
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
                new Job.Timing(settings.jobDuration().apply(outcome.users()), outcome));
        jobs.put(job.id(), job);
        return job;
    }

    synchronized Optional<Job> find(String id) {
        Instant now = clock().instant();
        return Optional.ofNullable(jobs.get(id)).filter(job -> !job.isForgotten(now));
    }

    synchronized List<Job> all() {
        return List.copyOf(jobs.values());
    }

    Clock clock() {
        return settings.clock();
    }
}
