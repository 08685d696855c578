package io.github.auth0maven.report;

import java.time.Duration;

/**
 * How long Auth0 takes for an import. Auth0 promises nothing; what is known is what people report: about 400,000 users an hour
 * on the enterprise tier, with two full jobs at a time, and a tenth of that on a free one.
 */
public final class Pace {

    /** As is reported of the enterprise tier. */
    public static final long MOST_IN_AN_HOUR = 400_000;

    /** As is reported of the free tier. */
    public static final long FEWEST_IN_AN_HOUR = 40_000;

    private static final int JOBS_AT_ONCE = 2;
    /** The least that a job takes until it is known to have ended, however few users it has. */
    private static final Duration JOB = Duration.ofSeconds(2);

    /** What the estimate rests on, and what makes it longer. */
    public static final String BASIS = "Auth0 is reported to take " + Verdict.grouped(FEWEST_IN_AN_HOUR) + " to "
            + Verdict.grouped(MOST_IN_AN_HOUR) + " users an hour, by subscription, with two full jobs at a time; an"
            + " upsert and other imports into the tenant make it longer";

    private Pace() {}

    /** The shortest and the longest that an import of so many users is to be expected to take, in words. */
    public static String estimate(long users, long jobs) {
        Duration shortest = duration(users, jobs, MOST_IN_AN_HOUR);
        Duration longest = duration(users, jobs, FEWEST_IN_AN_HOUR);
        if (longest.compareTo(Duration.ofMinutes(1)) < 0) {
            return "less than a minute";
        }
        return "about " + (words(shortest).equals(words(longest)) ? "" : words(shortest) + " to ") + words(longest);
    }

    private static Duration duration(long users, long jobs, long inAnHour) {
        // A job that runs alone has one of the two slots.
        long seconds = users * 3600 / inAnHour * (jobs == 1 ? JOBS_AT_ONCE : 1);
        Duration least = JOB.multipliedBy((jobs + JOBS_AT_ONCE - 1) / JOBS_AT_ONCE);
        Duration all = Duration.ofSeconds(seconds);
        return all.compareTo(least) < 0 ? least : all;
    }

    /** A duration that is estimated, no more exactly than it is known: {@code 40 s}, {@code 12 min}, {@code 3 h}. */
    public static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 90) {
            return Math.max(1, seconds) + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90 ? minutes + " min" : Math.round(minutes / 60.0) + " h";
    }
}
