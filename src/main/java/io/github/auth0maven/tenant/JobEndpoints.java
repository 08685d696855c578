package io.github.auth0maven.tenant;

/** Answers what is asked about a job. */
final class JobEndpoints {

    private final Jobs jobs;

    JobEndpoints(Jobs jobs) {
        this.jobs = jobs;
    }

    /** {@code GET /jobs/{id}}. */
    Answer get(Request request) throws Refusal {
        return Answer.json(200, named(request).json(jobs.clock().instant()));
    }

    /** {@code GET /jobs/{id}/errors}. */
    Answer errors(Request request) throws Refusal {
        return named(request).errors(jobs.clock().instant());
    }

    /** The text is documented, its code is not confirmed [?]. */
    private Job named(Request request) throws Refusal {
        return jobs.find(request.segment(3))
                .orElseThrow(() -> Refusal.of(404, "The job does not exist", "inexistent_job"));
    }
}
