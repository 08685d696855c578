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
}
