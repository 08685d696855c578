package io.github.auth0maven.deletions;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.TenantUser;
import java.time.Duration;
import java.util.List;

/** The users of a tenant, as far as deleting some of them needs it. No call throws for what the service answers. */
public interface TenantUsers {

    /** The name of the connection that is meant. */
    String connection();

    /** All who have the address, in whatever connection; this is never late. */
    Result<List<TenantUser>> byEmail(String email);

    /** The user with this id, or nobody; this is never late. */
    Result<List<TenantUser>> byId(String id);

    /** Those whom a search finds, which knows of changes late. */
    Result<List<TenantUser>> search(String query);

    /** Deletes a user; one that is gone is fine. */
    Result<Boolean> delete(String id);

    /** Deletes whoever has the address in the connection, whether anybody finds it or not. */
    Result<Boolean> deleteByEmail(String email);

    /** How long the next call is to wait, so that others find their share of the tenant's rate limit. */
    Duration rest();
}
