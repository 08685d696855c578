package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.pace.RateLimit;
import io.github.auth0maven.service.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** A tenant that takes so many calls a second, and tells of them as Auth0 does: in the headers of calls that succeed, and in no others. */
final class RatedTenant implements ImportJobs {

    private final ImportJobs tenant;
    private final Clock clock;
    private final Bucket bucket;
    private final RateLimit limit;

    /** The calls that are left to all who call. */
    private static final class Bucket {
        final double callsPerSecond;
        final double size;
        double calls;
        Instant filledAt;
        int refused;

        Bucket(int callsPerSecond, int size, Instant now) {
            this.callsPerSecond = callsPerSecond;
            this.size = size;
            calls = size;
            filledAt = now;
        }

        boolean take(Instant now) {
            calls = Math.min(
                    size,
                    calls + callsPerSecond * Duration.between(filledAt, now).toMillis() / 1000.0);
            filledAt = now;
            boolean taken = calls >= 1;
            calls -= taken ? 1 : 0;
            refused += taken ? 0 : 1;
            return taken;
        }

        /** The reset is told in whole seconds of the day, and is when the bucket is full again. */
        Duration untilReset(Instant now) {
            double full = now.toEpochMilli() / 1000.0 + (size - calls) / callsPerSecond;
            return Duration.between(now, Instant.ofEpochSecond((long) Math.ceil(full)));
        }
    }

    RatedTenant(ImportJobs tenant, Clock clock, int callsPerSecond, int burst) {
        this(tenant, clock, new Bucket(callsPerSecond, burst, clock.instant()));
    }

    private RatedTenant(ImportJobs tenant, Clock clock, Bucket bucket) {
        this.tenant = tenant;
        this.clock = clock;
        this.bucket = bucket;
        limit = new RateLimit(clock);
    }

    /** The same tenant as another client sees it: calls are counted together, and each knows of its own answers only. */
    RatedTenant forAnother() {
        return new RatedTenant(tenant, clock, bucket);
    }

    /** How many calls were too many. */
    int refused() {
        return bucket.refused;
    }

    private <T> Result<T> rated(Supplier<Result<T>> call) {
        Instant now = clock.instant();
        if (!bucket.take(now)) {
            limit.refused();
            return new Result.RateLimited<>(bucket.untilReset(now));
        }
        Result<T> result = call.get();
        if (result instanceof Result.Success) {
            limit.heard(OptionalLong.of((long) bucket.size), (long) bucket.calls, bucket.untilReset(now));
        }
        return result;
    }

    @Override
    public Result<ImportJob> submit(Batch batch) {
        return rated(() -> tenant.submit(batch));
    }

    @Override
    public Result<ImportJob> get(String id) {
        return rated(() -> tenant.get(id));
    }

    @Override
    public Result<JobErrors> errors(String id) {
        return rated(() -> tenant.errors(id));
    }

    @Override
    public Result<Optional<Instant>> createdAt(byte[] user) {
        return rated(() -> tenant.createdAt(user));
    }

    @Override
    public Instant serviceTime() {
        return clock.instant();
    }

    @Override
    public Duration rest() {
        return limit.rest();
    }

    @Override
    public Duration betweenCalls() {
        return limit.betweenCalls();
    }
}
