package io.github.auth0maven.tenant.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestLogTest {

    @Test
    void callsAreNumberedForTheLatestPathsOnly() {
        RequestLog log = new RequestLog(request -> {});
        log.numbered("GET", "/first");
        for (int number = 1; number < RequestLog.PATHS; number++) {
            log.numbered("GET", "/" + number);
        }
        assertThat(log.numbered("GET", "/first").number()).isEqualTo(2);
        assertThat(log.numbered("GET", "/2").number()).isEqualTo(2);

        log.numbered("GET", "/another");

        assertThat(log.numbered("GET", "/1").number()).isEqualTo(1);
    }
}
