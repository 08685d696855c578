package io.github.auth0maven.tenant.jobs;

import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers what is asked about a job. */
public final class JobEndpoints {

    private final Clock clock;
    private final List<Function<String, Optional<? extends FollowedJob>>> jobs;

    /** Endpoints for all jobs that these find by their ids. */
    public JobEndpoints(Clock clock, List<Function<String, Optional<? extends FollowedJob>>> jobs) {
        this.clock = clock;
        this.jobs = List.copyOf(jobs);
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
        return Response.json(200, named(request).json(clock.instant()));
    }

    /** {@code GET /jobs/{id}/errors}. */
    private Response errors(Request request) throws Refusal {
        return named(request).errors(clock.instant());
    }

    /** The text is documented, its code is not confirmed [?]. */
    private FollowedJob named(Request request) throws Refusal {
        String id = request.segment(3);
        for (Function<String, Optional<? extends FollowedJob>> each : jobs) {
            Optional<? extends FollowedJob> found = each.apply(id);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw Refusal.of(404, "The job does not exist", "inexistent_job");
    }
}
