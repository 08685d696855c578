package io.github.auth0maven.tenant.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Response;
import java.time.Instant;

/** A job that somebody may ask about. */
public interface FollowedJob {

    /** The job as the service tells of it at this moment. */
    ObjectNode json(Instant now);

    /** What the service says of the job's errors at this moment. */
    Response errors(Instant now);
}
