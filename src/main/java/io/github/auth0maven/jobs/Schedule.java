package io.github.auth0maven.jobs;

import java.time.Duration;

/** When to ask how a job stands: soon after its submission, then ever less often, and around the time at which jobs have ended so far. */
final class Schedule {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private double expectedMillisPerUser;
    private boolean learned;

    /** A job has ended. */
    void learn(int users, Duration took) {
        double seen = (double) took.toMillis() / users;
        expectedMillisPerUser = learned ? 0.7 * expectedMillisPerUser + 0.3 * seen : seen;
        learned = true;
    }

    /** How long to wait before asking for a job of this many users, this long after its submission. */
    Duration next(int users, Duration age) {
        if (learned) {
            Duration expected = Duration.ofMillis((long) (expectedMillisPerUser * users));
            Duration untilExpected = expected.multipliedBy(9).dividedBy(10).minus(age);
            if (untilExpected.compareTo(SHORTEST) > 0) {
                return untilExpected;
            }
            return bounded(expected.dividedBy(20));
        }
        return bounded(age.dividedBy(2));
    }

    private static Duration bounded(Duration duration) {
        return duration.compareTo(SHORTEST) < 0 ? SHORTEST : duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}
