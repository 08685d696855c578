package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.server.RateLimit;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final MovableClock clock = new MovableClock();

    @Test
    void aBurstIsAllowedAndThenCallsComeBackWithTime() throws IOException {
        TenantSettings settings = TenantSettings.defaults().withClock(clock).withRateLimit(new RateLimit(2, 3));
        try (LocalTenant tenant = LocalTenant.start(settings)) {
            Caller caller = Caller.of(tenant);
            long now = clock.instant().getEpochSecond();

            for (String remaining : new String[] {"2", "1", "0"}) {
                Reply reply = caller.get("api/v2/connections");
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.header("X-RateLimit-Limit")).isEqualTo("3");
                assertThat(reply.header("X-RateLimit-Remaining")).isEqualTo(remaining);
            }
            Reply refused = caller.get("api/v2/connections");

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.body())
                    .isEqualTo("{\"statusCode\":429,\"error\":\"Too Many Requests\",\"message\":"
                            + "\"Global limit has been reached\",\"errorCode\":\"too_many_requests\"}");
            assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
            assertThat(refused.header("X-RateLimit-Reset")).isEqualTo(Long.toString(now + 2));

            clock.advance(Duration.ofMillis(499));
            assertThat(caller.get("api/v2/connections").status()).isEqualTo(429);
            clock.advance(Duration.ofMillis(1));
            assertThat(caller.get("api/v2/connections").status()).isEqualTo(200);
            clock.advance(Duration.ofHours(1));
            assertThat(caller.get("api/v2/connections").header("X-RateLimit-Remaining"))
                    .isEqualTo("2");
        }
    }

    @Test
    void aRefusalDoesNotTellHowManyCallsAreLeft() throws IOException {
        try (LocalTenant tenant = LocalTenant.start(TenantSettings.defaults())) {
            Reply reply = Caller.withAuthorization(tenant, "").get("api/v2/connections");

            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("X-RateLimit-Remaining")).isEmpty();
            assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void aTokenCostsNoCall() throws IOException {
        TenantSettings settings = TenantSettings.defaults().withClock(clock).withRateLimit(new RateLimit(1, 1));
        try (LocalTenant tenant = LocalTenant.start(settings)) {
            Caller caller = Caller.of(tenant);

            assertThat(caller.get("api/v2/connections").status()).isEqualTo(200);
            assertThat(caller.post("oauth/token", "application/json", "{}").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aLimitOfNothingIsNoLimit() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(1, 0));
    }
}
