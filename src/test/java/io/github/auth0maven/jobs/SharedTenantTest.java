package io.github.auth0maven.jobs;

import static io.github.auth0maven.jobs.Packing.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.pace.Slots;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.service.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several imports into one tenant at once, in virtual time. */
@Timeout(60)
class SharedTenantTest {

    private static final Batch BATCH = users(0, 100);

    /** So many times are imports run beside each other, each time with other luck. */
    private static final int SEEDS = 12;

    private SharedTime time = new SharedTime();
    private Random chance = new Random(42);

    private void begin(int seed) {
        time = new SharedTime();
        chance = new Random(seed);
    }

    /** When an import's jobs were taken, and what came of it. */
    private final class Import implements Callable<JobsResult> {
        final List<Instant> taken = Collections.synchronizedList(new ArrayList<>());
        final List<String> waits = Collections.synchronizedList(new ArrayList<>());
        private final ImportJobs tenant;
        private final Slots slots;
        private int left;

        Import(ImportJobs tenant, Slots slots, int jobs) {
            this.tenant = tenant;
            this.slots = slots;
            left = jobs;
        }

        @Override
        public JobsResult call() {
            JobListener listener = new JobListener() {
                @Override
                public void submitted(JobRecord job) {
                    taken.add(time.instant());
                }

                @Override
                public void takenUp(JobRecord job) {
                    throw new AssertionError("nothing was interrupted");
                }

                @Override
                public void ended(JobRecord job, Optional<ImportJob.Summary> summary) {
                    // it shows in the result
                }

                @Override
                public void rejected(JobRecord job, Batch batch, OptionalInt user, Rejection rejection) {
                    throw new AssertionError("nobody is rejected");
                }

                @Override
                public void waiting(Wait reason, String detail, Duration duration) {
                    waits.add(reason + " " + detail);
                }

                @Override
                public void noted(String remark) {
                    throw new AssertionError(remark);
                }
            };
            JobRunner.Settings settings = new JobRunner.Settings(2, Duration.ofHours(3)).sharing(slots);
            assertThat(tenant.createdAt(new byte[0])).isInstanceOf(Result.Success.class);
            Timing timing = new Timing(time, time, new Random(chance.nextLong())::nextDouble);
            return new JobRunner(tenant, settings, timing, listener)
                    .run(() -> left-- > 0 ? Optional.of(BATCH) : Optional.empty());
        }

        /** The longest that it waited for a slot, from its start or from a job to the next one. */
        Duration longestWait(Duration start) {
            Duration longest = Duration.ZERO;
            Instant before = VirtualTime.START.plus(start);
            for (Instant at : taken) {
                Duration wait = Duration.between(before, at);
                longest = wait.compareTo(longest) > 0 ? wait : longest;
                before = at;
            }
            return longest;
        }
    }

    private PacedTenant tenant(int seconds) {
        return new PacedTenant(time, 2, number -> Duration.ofMillis(seconds * (800L + chance.nextInt(400))));
    }

    /** Imports at once; jobs of each; seconds that a job takes; what it may cost beside a tenant without a free moment; and the longest wait, in jobs. */
    @ParameterizedTest
    @CsvSource({
        "8, 5, 1, 1.3, 20",
        "3, 20, 1, 1.3, 8",
        "8, 12, 5, 1.15, 20",
        "8, 12, 60, 1.15, 20",
        "8, 12, 20, 1.15, 20",
        "8, 4, 120, 1.15, 20",
        "3, 20, 60, 1.15, 6",
        "2, 30, 60, 1.15, 4"
    })
    void importsThatShareATenantAllGetTheirTurn(int imports, int jobs, int seconds, double most, int longestWait)
            throws Exception {
        for (int seed = 1; seed <= SEEDS; seed++) {
            begin(seed);
            PacedTenant tenant = tenant(seconds);
            List<Import> all = imports(imports, jobs, () -> tenant);

            assertThat(inserted(all, Collections.nCopies(imports, Duration.ZERO)))
                    .containsOnly(jobs * 100L);
            assertThat(cost(tenant)).as("seed %d", seed).isLessThanOrEqualTo(most);
            assertThat(all)
                    .as("seed %d", seed)
                    .allSatisfy(each -> assertThat(each.longestWait(Duration.ZERO))
                            .isLessThan(Duration.ofSeconds((long) seconds * longestWait)));
        }
    }

    /** Imports at once; jobs of each; seconds that a job takes; what the tenant's plan allows, in calls a second and at once; and what it may cost. */
    @ParameterizedTest
    @CsvSource({
        "8, 5, 1, 40, 100, 1.3",
        "8, 5, 1, 16, 50, 1.3",
        "8, 12, 5, 16, 50, 1.15",
        "8, 12, 60, 16, 50, 1.15",
        "3, 20, 60, 2, 10, 1.15",
        "4, 12, 60, 2, 10, 1.15",
        "2, 12, 60, 2, 10, 1.15"
    })
    void noCallOfImportsThatShareATenantIsOneTooMany(
            int imports, int jobs, int seconds, int rate, int burst, double most) throws Exception {
        for (int seed = 1; seed <= SEEDS; seed++) {
            begin(seed);
            PacedTenant tenant = tenant(seconds);
            RatedTenant rated = new RatedTenant(tenant, time, rate, burst);
            List<Import> all = imports(imports, jobs, rated::forAnother);

            List<Duration> starts = IntStream.range(0, imports)
                    .mapToObj(i -> Duration.ofSeconds(i))
                    .toList();
            assertThat(inserted(all, starts)).containsOnly(jobs * 100L);
            assertThat(rated.refused()).as("seed %d", seed).isZero();
            assertThat(cost(tenant)).as("seed %d", seed).isLessThanOrEqualTo(most);
        }
    }

    private List<Import> imports(int number, int jobs, Supplier<ImportJobs> tenant) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Import(tenant.get(), Slots.UNSHARED, jobs))
                .toList();
    }

    /** Runs them all at once; returns how many users each has inserted. */
    private List<Long> inserted(List<Import> imports, List<Duration> starts) throws Exception {
        return time.run(List.copyOf(imports), starts).stream()
                .map(JobsResult::inserted)
                .toList();
    }

    /** How long it took, beside a tenant whose two slots never stand empty. */
    private double cost(PacedTenant tenant) {
        return time.elapsed().toMillis() / (tenant.work().toMillis() / 2.0);
    }

    @Test
    void aFixtureDoesNotWaitForAMigrationToEnd() throws Exception {
        PacedTenant tenant = tenant(60);
        Import migration = new Import(tenant, Slots.UNSHARED, 200);
        Import fixture = new Import(tenant, Slots.UNSHARED, 2);
        Duration later = Duration.ofMinutes(5);

        time.run(List.of(migration, fixture), List.of(Duration.ZERO, later));

        assertThat(fixture.longestWait(later)).isLessThan(Duration.ofMinutes(15));
        assertThat(cost(tenant)).isLessThanOrEqualTo(1.05);
    }

    @Test
    void importsOfOneBuildShareTheSlotsAndAreNeverTurnedAway() throws Exception {
        PacedTenant tenant = tenant(20);
        Semaphore permits = new Semaphore(2);
        Slots shared = new Slots() {
            @Override
            public boolean take() {
                return permits.tryAcquire();
            }

            @Override
            public void giveBack() {
                permits.release();
            }
        };
        List<Import> all = IntStream.range(0, 4)
                .mapToObj(i -> new Import(tenant, shared, 20))
                .toList();

        List<JobsResult> followed = time.run(List.copyOf(all), Collections.nCopies(4, Duration.ZERO));

        assertThat(followed).allSatisfy(each -> assertThat(each.inserted()).isEqualTo(2_000));
        assertThat(tenant.turnedAway()).isZero();
        assertThat(permits.availablePermits()).isEqualTo(2);
        assertThat(cost(tenant)).isLessThanOrEqualTo(1.05);
        assertThat(all).anySatisfy(each -> assertThat(each.waits).anyMatch(wait -> wait.contains("this build")));
    }

    @Test
    void anImportThatNeverGetsASlotGivesUp() throws Exception {
        PacedTenant tenant = new PacedTenant(time, 0, number -> Duration.ZERO);

        JobsResult followed = time.run(
                        List.<Callable<JobsResult>>of(new Import(tenant, Slots.UNSHARED, 1)), List.of(Duration.ZERO))
                .get(0);

        assertThat(followed.stop().orElseThrow()).isInstanceOf(JobsResult.Stop.Unreachable.class);
        assertThat(followed.unsent()).isEqualTo(100);
        assertThat(time.elapsed())
                .isBetween(Duration.ofHours(3), Duration.ofHours(3).plusMinutes(1));
    }
}
