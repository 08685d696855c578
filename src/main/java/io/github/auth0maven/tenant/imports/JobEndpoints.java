package io.github.auth0maven.tenant.imports;

import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;

/** Answers what is asked about a job. */
public final class JobEndpoints {

    private final Jobs jobs;

    public JobEndpoints(Jobs jobs) {
        this.jobs = jobs;
    }

    /** {@code GET /jobs/{id}}. */
    public Response get(Request request) throws Refusal {
        return Response.json(200, named(request).json(jobs.clock().instant()));
    }

    /** {@code GET /jobs/{id}/errors}. */
    public Response errors(Request request) throws Refusal {
        return named(request).errors(jobs.clock().instant());
    }

    /** The text is documented, its code is not confirmed [?]. */
    private Job named(Request request) throws Refusal {
        return jobs.find(request.segment(3))
                .orElseThrow(() -> Refusal.of(404, "The job does not exist", "inexistent_job"));
    }
}
