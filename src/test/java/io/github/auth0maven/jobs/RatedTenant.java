package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.service.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** A tenant that takes so many calls a second, and tells the rest that its headers would tell: none, until no call is left. */
final class RatedTenant implements ImportJobs {

    private final ImportJobs tenant;
    private final Clock clock;
    private final double callsPerSecond;
    private final double burst;
    private double calls;
    private Instant filledAt;
    private Instant restUntil = Instant.MIN;
    private int refused;

    RatedTenant(ImportJobs tenant, Clock clock, int callsPerSecond, int burst) {
        this.tenant = tenant;
        this.clock = clock;
        this.callsPerSecond = callsPerSecond;
        this.burst = burst;
        calls = burst;
        filledAt = clock.instant();
    }

    /** How many calls were too many. */
    int refused() {
        return refused;
    }

    private <T> Result<T> rated(Supplier<Result<T>> call) {
        Instant now = clock.instant();
        calls = Math.min(
                burst, calls + callsPerSecond * Duration.between(filledAt, now).toMillis() / 1000.0);
        filledAt = now;
        if (calls < 1) {
            refused++;
            return new Result.RateLimited<>(untilReset(now));
        }
        calls--;
        long quarter = (long) Math.ceil(burst / 4);
        restUntil = calls < 1 ? now.plus(untilReset(now).multipliedBy(quarter).dividedBy((long) burst)) : Instant.MIN;
        return call.get();
    }

    /** The reset is told in whole seconds of the day, and is when the bucket is full again. */
    private Duration untilReset(Instant now) {
        double full = now.toEpochMilli() / 1000.0 + (burst - calls) / callsPerSecond;
        return Duration.between(now, Instant.ofEpochSecond((long) Math.ceil(full)));
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
        Duration rest = Duration.between(clock.instant(), restUntil);
        return restUntil.equals(Instant.MIN) || rest.isNegative() ? Duration.ZERO : rest;
    }
}
