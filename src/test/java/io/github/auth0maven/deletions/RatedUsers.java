package io.github.auth0maven.deletions;

import io.github.auth0maven.pace.RateLimit;
import io.github.auth0maven.pace.TokenBucket;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.TenantUser;
import java.time.Duration;
import java.util.List;

/** Users of a tenant of two calls a second, ten at once, of which half are for others. */
final class RatedUsers implements TenantUsers {

    private static final double SHARE = 0.5;

    final TokenBucket bucket;
    private final TenantUsers users;
    private final RateLimit limit;

    RatedUsers(TenantUsers users, VirtualTime time) {
        this.users = users;
        limit = new RateLimit(time);
        bucket = new TokenBucket(time, limit, 2, 10);
        bucket.take(0);
    }

    @Override
    public String connection() {
        return users.connection();
    }

    @Override
    public Result<List<TenantUser>> byEmail(String email) {
        bucket.take(1);
        return users.byEmail(email);
    }

    @Override
    public Result<List<TenantUser>> byId(String id) {
        bucket.take(1);
        return users.byId(id);
    }

    @Override
    public Result<List<TenantUser>> search(String query) {
        bucket.take(1);
        return users.search(query);
    }

    @Override
    public Result<Boolean> delete(String id) {
        bucket.take(1);
        return users.delete(id);
    }

    @Override
    public Result<Boolean> deleteByEmail(String email) {
        bucket.take(1);
        return users.deleteByEmail(email);
    }

    @Override
    public Duration rest() {
        Duration rest = limit.rest(SHARE);
        return rest.isZero() ? rest : rest.plusMillis(1);
    }
}
