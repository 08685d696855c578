package io.github.auth0maven.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    private static final Duration UNTIL_RESET = Duration.ofSeconds(8);

    private final VirtualTime time = new VirtualTime();
    private final RateLimit limit = new RateLimit(time);

    /** Calls at once; calls that are left; milliseconds until half of them are back. */
    @ParameterizedTest
    @CsvSource({
        "10, 10, 0",
        "10, 5, 0",
        "10, 4, 1333",
        "10, 1, 3555",
        "10, 0, 4000",
        "1, 1, 0",
        "1, 0, 8000",
        "3, 1, 4000"
    })
    void halfOfTheCallsAreLeftAlone(long size, long remaining, long millis) {
        limit.heard(OptionalLong.of(size), remaining, UNTIL_RESET);

        assertThat(limit.rest().toMillis()).isEqualTo(millis);
    }

    @Test
    void aBucketOfUnknownSizeIsLeftAloneOnlyWhenItIsEmpty() {
        limit.heard(OptionalLong.empty(), 1, UNTIL_RESET);
        assertThat(limit.rest()).isZero();

        limit.heard(OptionalLong.empty(), 0, UNTIL_RESET);
        assertThat(limit.rest()).isEqualTo(UNTIL_RESET);
        assertThat(limit.betweenCalls()).isZero();
    }

    @Test
    void whereHalfWasTooEarlyTheResetIsWaitedFor() {
        limit.refused();
        limit.heard(OptionalLong.of(10), 0, UNTIL_RESET);
        assertThat(limit.rest()).isEqualTo(UNTIL_RESET);

        limit.heard(OptionalLong.of(10), 4, UNTIL_RESET);
        assertThat(limit.rest().toMillis()).isEqualTo(1333);
    }

    @Test
    void theRestEnds() throws Exception {
        limit.heard(OptionalLong.of(10), 0, UNTIL_RESET);
        time.of(Duration.ofSeconds(3));
        assertThat(limit.rest()).isEqualTo(Duration.ofSeconds(1));
        time.of(Duration.ofSeconds(3));
        assertThat(limit.rest()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"10, 2500", "50, 500", "100, 250"})
    void theSmallerTheBucketTheFartherApartAreCallsOfMany(long size, long millis) {
        limit.heard(OptionalLong.of(size), size, Duration.ZERO);

        assertThat(limit.betweenCalls().toMillis()).isEqualTo(millis);
    }

    /** Of 200 calls, those that may be made at once are free; then each waits until its own is back. */
    @ParameterizedTest
    @CsvSource({"2, 10, 0.5, 5", "2, 10, 1, 10", "2, 10, 0.2, 2", "16, 50, 0.5, 25", "2, 5, 0.5, 2"})
    void manyCallsTakeNoLongerThanTheirShareOfTheLimitLetsThemAndLeaveOthersTheirs(
            double callsPerSecond, double size, double share, long atOnce) throws Exception {
        TokenBucket bucket = make200Calls(callsPerSecond, size, share);

        double seconds = (200 - atOnce) / callsPerSecond;
        assertThat(time.elapsed().toMillis() / 1000.0).isBetween(seconds * 0.99, seconds * 1.05);
        assertThat(bucket.fewest()).isEqualTo((long) size - atOnce);
    }

    /** A bucket so small is full before the whole second that is told, and lets more time pass than need be. */
    @ParameterizedTest
    @CsvSource({"2, 2", "2, 1"})
    void theSmallestBucketsAreNotOverdrawnEither(double callsPerSecond, double size) throws Exception {
        make200Calls(callsPerSecond, size, 0.5);

        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(99), Duration.ofSeconds(200));
    }

    private TokenBucket make200Calls(double callsPerSecond, double size, double share) throws InterruptedException {
        TokenBucket bucket = new TokenBucket(time, limit, callsPerSecond, size);
        bucket.take(0);
        for (int call = 0; call < 200; call++) {
            Duration rest = limit.rest(share);
            if (!rest.isZero()) {
                time.of(rest.plusMillis(1));
            }
            bucket.take(1);
        }
        return bucket;
    }

    @Test
    void whatOthersTakeIsWaitedForAsWell() throws Exception {
        TokenBucket bucket = new TokenBucket(time, limit, 2, 10);
        bucket.take(6);

        assertThat(limit.rest(0.5)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(limit.rest(1)).isZero();
    }
}
