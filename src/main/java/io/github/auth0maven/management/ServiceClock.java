package io.github.auth0maven.management;

import java.time.Instant;

/** The service's clock, as its answers show it. */
final class ServiceClock {

    private final Calls calls;

    ServiceClock(Calls calls) {
        this.calls = calls;
    }

    /** With a token and an id of a connection that are given, the first call is the first job: its time has to be asked for. */
    Instant time() {
        if (!calls.pace().isAnswered()) {
            calls.anything();
        }
        return calls.pace().serviceTime();
    }
}
