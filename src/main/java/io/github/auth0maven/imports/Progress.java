package io.github.auth0maven.imports;

import static io.github.auth0maven.report.Verdict.grouped;
import static io.github.auth0maven.report.Verdict.plural;
import static io.github.auth0maven.report.Verdict.shown;

import io.github.auth0maven.jobs.BatchStage;
import io.github.auth0maven.jobs.JobListener.Wait;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.Pace;
import io.github.auth0maven.report.WaitRecord;
import io.github.auth0maven.users.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How far an import has come, how fast it goes, how long it will take, and what it waits for: told by its events, the time by a
 * clock, and nothing of any user.
 *
 * <p>The speed is that of the jobs which this run has seen from their beginning to their end; the last ones count most. There is
 * none before each slot has ended a job: the first of several jobs at once would speak for itself alone.
 */
public final class Progress {

    /** So many rounds of jobs, of one in each slot, make up the speed. */
    private static final int ROUNDS = 8;

    /** What is done of a job that runs is never thought to be more than this: it may take longer than others did. */
    private static final double MOST_OF_A_JOB = 0.95;

    /** An import that was sent in less time says all there is to say in its verdict. */
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(10);

    private static final Duration WORTH_A_WORD = Duration.ofSeconds(1);

    private final Clock clock;
    private final int slots;
    private final WaitingTimes waits;
    private final Map<String, JobRecord> running = new LinkedHashMap<>();
    private final Set<String> takenUp = new HashSet<>();
    private Assessment.Load load = new Assessment.Load(0, 0, 0, 0);
    private Optional<Instant> begun = Optional.empty();
    private long endedJobs;
    private long endedUsers;
    private long failed;
    private Optional<Position> lastFailed = Optional.empty();
    private long usersOfThisRun;
    private int measured;
    private Instant measuredUntil = Instant.MIN;
    private double recentUsers;
    private double recentSeconds;
    private double recentSlotSeconds;

    /**
     * @param slots how many jobs may run at once
     */
    public Progress(Clock clock, int slots) {
        this.clock = clock;
        this.slots = slots;
        waits = new WaitingTimes(clock);
    }

    /** An earlier run has left these jobs ended. */
    public void resumed(List<BatchStage.Ended> ended) {
        endedJobs += ended.size();
        endedUsers += ended.stream().mapToLong(stage -> stage.job().users()).sum();
    }

    /** So much is to be sent, by earlier runs and this one. */
    public void surveyed(Assessment.Load all) {
        load = all;
    }

    /** A job begins. Tells what had been waited for until then, and how long. */
    public Map<Wait, Duration> submitted(JobRecord job) {
        begin();
        if (measuredUntil.equals(Instant.MIN)) {
            measuredUntil = clock.instant();
        }
        running.put(job.id(), job);
        Map<Wait, Duration> over = new LinkedHashMap<>();
        for (Wait reason : List.of(Wait.SLOTS, Wait.SERVICE)) {
            Optional<Duration> length = waits.end(reason);
            if (length.isPresent()) {
                over.put(reason, length.get());
            }
        }
        return over;
    }

    /** A job that an earlier run began is followed; when that was says nothing of the speed. */
    public void takenUp(JobRecord job) {
        begin();
        running.put(job.id(), job);
        takenUp.add(job.id());
    }

    /** A job has ended. */
    public void ended(JobRecord job) {
        boolean submittedNow = running.remove(job.id()) != null && !takenUp.contains(job.id());
        endedJobs++;
        endedUsers += job.users();
        usersOfThisRun += job.users();
        if (submittedNow) {
            measure(job);
        }
    }

    /** The service has forgotten a job; its users are sent again. */
    public void lost(JobRecord job) {
        running.remove(job.id());
    }

    /** A user was not imported; what else is wrong with the same one follows at once. */
    public void failed(Failure failure) {
        if (failure.position().isEmpty() || !failure.position().equals(lastFailed)) {
            failed++;
        }
        lastFailed = failure.position();
    }

    /**
     * Nothing is done for this long.
     *
     * @return whether it is the first wait of a stretch
     */
    public boolean waiting(Wait reason, Duration duration) {
        begin();
        return waits.begin(reason, duration);
    }

    /** Since when something is sent, or waited for. */
    public Optional<Instant> begun() {
        return begun;
    }

    /** Users a second, of late; nothing as long as it has not been measured. */
    public OptionalDouble speed() {
        if (measured < slots || recentSeconds <= 0) {
            return OptionalDouble.empty();
        }
        double idle = seconds(Duration.between(measuredUntil, clock.instant()));
        long inFlight = running.values().stream().mapToLong(JobRecord::users).sum();
        // were all jobs to end now: if even then it was slower, it has become slower
        double atBest = (recentUsers + inFlight) / (recentSeconds + idle);
        return OptionalDouble.of(Math.min(recentUsers / recentSeconds, atBest));
    }

    /** How long the rest is going to take at this speed. */
    public Optional<Duration> left() {
        OptionalDouble speed = speed();
        if (speed.isEmpty() || speed.getAsDouble() <= 0) {
            return Optional.empty();
        }
        double todo = Math.max(0, load.users() - endedUsers - doneInRunning());
        return Optional.of(Duration.ofMillis((long) (1000 * todo / speed.getAsDouble())));
    }

    /** One line: jobs, users, speed, failed users, time left, and what is waited for. */
    public String line() {
        List<String> parts = new ArrayList<>();
        parts.add(grouped(endedJobs) + " of " + plural(Math.max(load.jobs(), endedJobs + running.size()), "job"));
        parts.add(grouped(endedUsers) + " of " + plural(Math.max(load.users(), endedUsers), "user"));
        speed().ifPresent(speed -> parts.add(perSecond(speed)));
        parts.add(grouped(failed) + " failed");
        parts.add(timeLeft());
        for (Wait reason : Wait.values()) {
            waits.lasting(reason)
                    .ifPresent(length -> parts.add("waiting " + WaitRecord.goal(reason) + " for " + shown(length)));
        }
        return String.join(", ", parts);
    }

    /** One line for the end: speed, use of the slots, and waits; nothing if there is nothing to say of them. */
    public Optional<String> closing(ImportReport report) {
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        Duration sending = Duration.between(begun.get(), report.finishedAt());
        List<String> parts = new ArrayList<>();
        if (sending.compareTo(WORTH_A_LINE) >= 0) {
            parts.add(perSecond(usersOfThisRun / seconds(sending)));
            slotUse(report).ifPresent(parts::add);
        }
        for (Wait reason : Wait.values()) {
            Duration waited = waits.total(reason);
            if (waited.compareTo(WORTH_A_WORD) >= 0) {
                parts.add("waited " + shown(waited) + " " + WaitRecord.goal(reason));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    private void begin() {
        if (begun.isEmpty()) {
            begun = Optional.of(clock.instant());
        }
    }

    private void measure(JobRecord job) {
        Instant now = clock.instant();
        double kept = 1 - 1.0 / (ROUNDS * slots);
        recentUsers = recentUsers * kept + job.users();
        recentSeconds = recentSeconds * kept + seconds(Duration.between(measuredUntil, now));
        recentSlotSeconds = recentSlotSeconds * kept + seconds(job.age(now));
        measuredUntil = now;
        measured++;
    }

    /** How many users of the jobs that run are done by now, if these are like those before. */
    private double doneInRunning() {
        Instant now = clock.instant();
        double perSlotSecond = recentSlotSeconds <= 0 ? 0 : recentUsers / recentSlotSeconds;
        return running.values().stream()
                .mapToDouble(job -> Math.min(MOST_OF_A_JOB * job.users(), seconds(job.age(now)) * perSlotSecond))
                .sum();
    }

    private String timeLeft() {
        return left().map(left -> "about " + Pace.words(left) + " left")
                .orElseGet(() ->
                        Pace.estimate(Math.max(0, load.users() - endedUsers), Math.max(1, load.jobs() - endedJobs))
                                + " left at the pace reported for Auth0");
    }

    private Optional<String> slotUse(ImportReport report) {
        Instant from = begun.orElseThrow();
        Instant to = report.finishedAt();
        List<Duration> inUse = report.jobs().stream()
                .map(job -> Duration.between(
                        later(job.submittedAt(), from), job.finishedAt().orElse(to)))
                .filter(length -> !length.isNegative())
                .toList();
        if (inUse.size() < 2) {
            return Optional.empty();
        }
        int used = Math.min(slots, inUse.size());
        double all = used * seconds(Duration.between(from, to));
        double share = inUse.stream().mapToDouble(Progress::seconds).sum() / all;
        return Optional.of(plural(used, "import slot") + " in use for " + Math.round(100 * share) + " % of the time");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String perSecond(double speed) {
        return (speed < 10 ? String.format(Locale.ROOT, "%.1f", speed) : grouped(Math.round(speed))) + " users/s";
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
