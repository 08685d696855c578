package io.github.auth0maven.mojo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.management.ManagementException;
import io.github.auth0maven.management.Timeouts;
import io.github.auth0maven.validation.ConnectionRules;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DryRunTenantTest {

    private static final ImportOptions PLAIN = new ImportOptions(false, false, Optional.empty());

    /** In a millisecond nobody gets a token. */
    @Test
    void theTimeOutsHoldInADryRunToo() throws IOException {
        Duration none = Duration.ofMillis(1);
        Timeouts usual = Timeouts.USUAL;
        Timeouts timeouts = new Timeouts(usual.connect(), usual.read(), usual.write(), none);
        try (DryRunTenant rehearsal = DryRunTenant.start("Users", ConnectionRules.UNKNOWN);
                TenantService tenant = new TenantService(
                        rehearsal.access("1.0", timeouts),
                        new Destination("Users", true),
                        PLAIN,
                        (method, path, result, took) -> {})) {
            assertThat(rehearsal.access("1.0", timeouts).transport().timeouts()).isEqualTo(timeouts);
            assertThatExceptionOfType(ManagementException.class)
                    .isThrownBy(tenant::connect)
                    .withMessageContaining("(auth0.callTimeout: 0 s)");
        }
    }
}
