package io.github.auth0maven.jobs;

import java.time.Duration;

/** When to ask how a job stands: soon after its submission, then ever less often, and around the time at which jobs have ended so far. */
final class PollSchedule {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private double expectedMillisPerUser;
    private boolean learned;

    /** A job has ended. */
    void learn(int users, Duration took) {
        double seen = (double) took.toMillis() / users;
        expectedMillisPerUser = learned ? 0.7 * expectedMillisPerUser + 0.3 * seen : seen;
        learned = true;
    }

    /**
     * How long to wait before asking for a job of this many users, this long after its submission. Never longer than five
     * seconds: what was expected may be wrong, and a slot that stands empty costs more than a question.
     */
    Duration next(int users, Duration age) {
        if (!learned) {
            Duration wait = age.dividedBy(2);
            return wait.compareTo(FIRST) < 0 ? FIRST : bounded(wait);
        }
        Duration expected = Duration.ofMillis((long) (expectedMillisPerUser * users));
        Duration early = expected.multipliedBy(4).dividedBy(5).minus(age);
        if (early.compareTo(FIRST) > 0) {
            return bounded(early);
        }
        Duration overrun = age.minus(expected);
        Duration rarer = overrun.isNegative() ? Duration.ZERO : overrun.dividedBy(10);
        return bounded(expected.dividedBy(28).plus(rarer));
    }

    private static Duration bounded(Duration duration) {
        return duration.compareTo(SHORTEST) < 0 ? SHORTEST : duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}
