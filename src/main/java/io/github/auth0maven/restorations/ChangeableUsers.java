package io.github.auth0maven.restorations;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.TenantUser;
import java.time.Duration;
import java.util.List;

/** The users of a tenant, as far as keeping and putting back what they are needs it. No call throws for what the service answers. */
public interface ChangeableUsers {

    /** The name of the connection that is meant. */
    String connection();

    /** All who have the address, in whatever connection; this is never late. */
    Result<List<TenantUser>> byEmail(String email);

    /** The user with this id, or nobody; this is never late. */
    Result<List<TenantUser>> byId(String id);

    /** Changes those attributes of a user that this JSON names. */
    Result<Boolean> change(String id, String attributes);

    /** How long the next call is to wait, so that others find their share of the tenant's rate limit. */
    Duration rest();
}
