package io.github.auth0maven.plans;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.time.Duration;

/** The service that changes single users. */
public interface SingleUsers {

    /** Changes a user; done twice, it is as done once. */
    Result<Boolean> change(String userId, byte[] body);

    /** How long the next call is to wait, so that a share of the tenant's calls is left to others. */
    Duration rest();

    /** What was refused, and what to do about it, in one line. */
    String explain(ServiceError error);
}
