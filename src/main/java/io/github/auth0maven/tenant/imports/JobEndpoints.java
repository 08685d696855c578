package io.github.auth0maven.tenant.imports;

import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import java.util.List;

/** Answers what is asked about a job. */
public final class JobEndpoints {

    private final Jobs jobs;

    public JobEndpoints(Jobs jobs) {
        this.jobs = jobs;
    }

    /** What is asked about jobs. */
    public List<Route> routes() {
        List<String> scopes = List.of("create:users", "read:users");
        return List.of(
                new Route("GET", "/api/v2/jobs/{id}", scopes, this::get),
                new Route("GET", "/api/v2/jobs/{id}/errors", scopes, this::errors));
    }

    /** {@code GET /jobs/{id}}. */
    private Response get(Request request) throws Refusal {
        return Response.json(200, named(request).json(jobs.clock().instant()));
    }

    /** {@code GET /jobs/{id}/errors}. */
    private Response errors(Request request) throws Refusal {
        return named(request).errors(jobs.clock().instant());
    }

    /** The text is documented, its code is not confirmed [?]. */
    private Job named(Request request) throws Refusal {
        return jobs.find(request.segment(3))
                .orElseThrow(() -> Refusal.of(404, "The job does not exist", "inexistent_job"));
    }
}
