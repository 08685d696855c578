package io.github.auth0maven.jobs;

import static java.util.Comparator.comparing;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.Followed.Stop;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.jobs.JobErrors.UserError;
import io.github.auth0maven.jobs.JobListener.Wait;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * Submits batches and follows their jobs to the end, in one thread: it submits while a slot is free, asks for the job that is
 * due, and otherwise sleeps until something is.
 */
public final class JobRunner {

    /** A request that cannot be delivered is repeated for about this long. */
    private static final int DELIVERY_ATTEMPTS = 10;

    private static final int TOO_LARGE = 413;

    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final ImportJobs jobs;
    private final Settings settings;
    private final Timing timing;
    private final JobListener listener;

    private final Schedule schedule = new Schedule();
    private final Backoff slotWaits;
    private final Backoff deliveries;
    private final Deque<Sending> queue = new ArrayDeque<>();
    private final List<Following> active = new ArrayList<>();
    private final List<JobRecord> records = new ArrayList<>();
    private Instant callAt = Instant.MIN;
    private Instant submitAt = Instant.MIN;
    private boolean waitsForSlot;
    private boolean allRead;
    private Optional<Stop> stop = Optional.empty();
    private long inserted;
    private long updated;
    private long failed;
    private long settled;
    private long unsent;

    /** Where the batches come from. */
    public interface Batches {
        /** The next batch, or nothing when there are no more. */
        Optional<Batch> next() throws IOException;
    }

    /**
     * What the user decides.
     *
     * @param maxConcurrentJobs at least 1
     * @param jobTimeout how long a job may run before it is left alone
     */
    public record Settings(int maxConcurrentJobs, Duration jobTimeout) {}

    /**
     * Time and chance.
     *
     * @param chance numbers from 0 to 1, which spread the waits of several builds
     */
    public record Timing(Clock clock, Pause pause, DoubleSupplier chance) {
        public static Timing real() {
            return new Timing(Clock.systemUTC(), Pause.SLEEP, Math::random);
        }
    }

    /** A batch on its way, and whether an earlier attempt may already have delivered it. */
    private record Sending(Batch batch, boolean uncertain) {}

    private static final class Following {
        final Sending sending;
        final Backoff retries;
        JobRecord record;
        Instant due;
        Optional<ImportJob> ended = Optional.empty();

        Following(Sending sending, JobRecord record, Instant due, Backoff retries) {
            this.sending = sending;
            this.record = record;
            this.due = due;
            this.retries = retries;
        }

        boolean running() {
            return ended.isEmpty();
        }
    }

    /** The users that a job's errors speak of. */
    private static final class Named {
        final BitSet rejected = new BitSet();
        /** Whom an attempt whose answer was lost had imported. */
        final BitSet there = new BitSet();
        /** Who is not in the batch, as far as can be told. */
        final Set<Identity> strangers = new HashSet<>();

        int failed() {
            return rejected.cardinality() + strangers.size();
        }
    }

    public JobRunner(ImportJobs jobs, Settings settings, Timing timing, JobListener listener) {
        this.jobs = jobs;
        this.settings = settings;
        this.timing = timing;
        this.listener = listener;
        slotWaits = new Backoff(Duration.ofSeconds(1), LONGEST_RETRY, timing.chance());
        deliveries = new Backoff(FIRST_RETRY, LONGEST_RETRY, timing.chance());
    }

    /**
     * Sends all batches and follows them. Whatever happens, jobs that have been submitted are followed until they end or
     * their time has passed; then the result says what stopped the import, if anything did.
     */
    public Followed run(Batches batches) throws InterruptedException {
        while (true) {
            boolean slotFree = active.stream().filter(Following::running).count() < settings.maxConcurrentJobs();
            if (slotFree && stop.isEmpty()) {
                read(batches);
            }
            boolean canSubmit = slotFree && stop.isEmpty() && !queue.isEmpty();
            Optional<Following> next = active.stream().min(comparing((Following f) -> f.due));
            if (!canSubmit && next.isEmpty()) {
                return result();
            }
            rest();
            Instant now = now();
            if (canSubmit && !now.isBefore(submitAt)) {
                submit(queue.remove());
            } else if (next.isPresent() && !now.isBefore(next.get().due)) {
                ask(next.get());
            } else {
                Instant wake = next.map(f -> f.due).orElse(Instant.MAX);
                timing.pause().of(Duration.between(now, canSubmit && submitAt.isBefore(wake) ? submitAt : wake));
            }
        }
    }

    /** Waits until calls may be made: a rate limit is one for all of them. */
    private void rest() throws InterruptedException {
        Duration told = Duration.between(now(), callAt);
        Duration seen = jobs.rest();
        Duration rest = told.compareTo(seen) > 0 ? told : seen;
        if (rest.compareTo(Duration.ZERO) > 0) {
            timing.pause().of(rest);
        }
    }

    private Followed result() {
        unsent += queue.stream().mapToLong(sending -> sending.batch().users()).sum();
        return new Followed(List.copyOf(records), inserted, updated, failed, settled, unsent, stop);
    }

    private void read(Batches batches) {
        if (!queue.isEmpty() || allRead) {
            return;
        }
        try {
            batches.next().ifPresentOrElse(batch -> queue.add(new Sending(batch, false)), () -> allRead = true);
        } catch (IOException e) {
            stop = Optional.of(new Stop.Input(e));
        }
    }

    private void submit(Sending sending) {
        Answer<ImportJob> answer = jobs.submit(sending.batch());
        if (!(answer instanceof Answer.NotTaken || answer instanceof Answer.Uncertain)) {
            deliveries.succeeded();
        }
        if (answer instanceof Answer.Given<ImportJob> given) {
            slotWaits.succeeded();
            follow(sending, given.value());
        } else if (answer instanceof Answer.SlotsTaken<ImportJob> taken) {
            queue.addFirst(sending);
            waitForSlot(taken.retryAfter().orElseGet(slotWaits::next));
        } else if (answer instanceof Answer.RateLimited<ImportJob> limited) {
            queue.addFirst(sending);
            keepQuiet(limited.retryAfter());
        } else if (answer instanceof Answer.NotTaken<ImportJob> missed) {
            queue.addFirst(sending);
            retryDelivery(missed.reason());
        } else if (answer instanceof Answer.Uncertain<ImportJob> lost) {
            queue.addFirst(new Sending(sending.batch(), true));
            listener.noted("It is not known whether Auth0 took the job for the "
                    + users(sending.batch().users()) + " from "
                    + sending.batch().position(0) + " (" + lost.reason()
                    + "): they are sent again, and those that exist by then count as imported");
            retryDelivery(lost.reason());
        } else if (answer instanceof Answer.TooLarge<ImportJob> large) {
            halve(sending, large.message());
        } else if (answer instanceof Answer.Refused<ImportJob> refused) {
            queue.addFirst(sending);
            stop = Optional.of(new Stop.Refused(refused.error()));
        }
    }

    private void halve(Sending sending, String message) {
        Batch batch = sending.batch();
        List<Batch> halves = batch.halves();
        if (halves.size() < 2) {
            queue.addFirst(sending);
            stop = Optional.of(new Stop.Refused(new ServiceError(
                    TOO_LARGE,
                    Optional.empty(),
                    message + ", for the one user at " + batch.position(0),
                    Optional.empty())));
            return;
        }
        queue.addFirst(new Sending(halves.get(1), sending.uncertain()));
        queue.addFirst(new Sending(halves.get(0), sending.uncertain()));
        listener.noted("Auth0 found an import file of " + batch.size() + " bytes too large (" + message
                + "): it is sent in two halves");
    }

    private void waitForSlot(Duration wait) {
        waitsForSlot = true;
        pauseSubmissions(
                Wait.SLOTS,
                "Auth0 runs as many import jobs for this tenant as it takes; other builds or the Dashboard use the same slots",
                wait);
    }

    private void retryDelivery(String reason) {
        if (deliveries.attempts() >= DELIVERY_ATTEMPTS) {
            stop = Optional.of(new Stop.Unreachable(reason));
        } else {
            waitsForSlot = false;
            pauseSubmissions(Wait.SERVICE, reason, deliveries.next());
        }
    }

    private void pauseSubmissions(Wait reason, String detail, Duration duration) {
        submitAt = now().plus(duration);
        listener.waiting(reason, detail, duration);
    }

    private void keepQuiet(Duration duration) {
        callAt = now().plus(duration);
        listener.waiting(Wait.RATE_LIMIT, "the tenant's rate limit is reached", duration);
    }

    private void follow(Sending sending, ImportJob job) {
        Instant now = now();
        Batch batch = sending.batch();
        JobRecord record = new JobRecord(
                records.size() + 1, job.id(), job.status(), batch.users(), batch.size(), now, Optional.empty());
        records.add(record);
        Backoff retries = new Backoff(FIRST_RETRY, LONGEST_RETRY, timing.chance());
        Following following = new Following(sending, record, now, retries);
        active.add(following);
        listener.submitted(record);
        postpone(following, schedule.next(batch.users(), Duration.ZERO));
    }

    private void ask(Following following) {
        if (following.running()) {
            askHowItStands(following);
        } else {
            askForErrors(following);
        }
    }

    private void askHowItStands(Following following) {
        Answer<ImportJob> answer = jobs.get(following.record.id());
        if (answer instanceof Answer.Given<ImportJob> given) {
            following.retries.succeeded();
            ImportJob job = given.value();
            if (job.isCompleted() || job.hasFailed()) {
                ended(following, job);
            } else {
                Duration age = following.record.age(now());
                postpone(following, schedule.next(following.record.users(), age));
            }
        } else if (answer instanceof Answer.Refused<ImportJob> refused) {
            abandon(following, new Stop.Refused(refused.error()));
        } else {
            retry(following, answer);
        }
    }

    private void ended(Following following, ImportJob job) {
        Instant now = now();
        following.record = following.record.ended(job.status(), now);
        records.set(following.record.number() - 1, following.record);
        following.ended = Optional.of(job);
        if (waitsForSlot) {
            submitAt = Instant.MIN;
        }
        if (job.isCompleted()) {
            schedule.learn(following.record.users(), following.record.age(now));
        }
        listener.ended(following.record, job.summary());
        int rejected = job.summary().map(Summary::failed).orElse(0);
        if (job.isCompleted() && job.summary().isPresent() && rejected == 0) {
            close(following, new JobErrors(List.of(), Optional.empty()));
        } else {
            following.due = now;
        }
    }

    private void askForErrors(Following following) {
        Answer<JobErrors> answer = jobs.errors(following.record.id());
        if (answer instanceof Answer.Given<JobErrors> given) {
            close(following, given.value());
        } else if (answer instanceof Answer.Refused<JobErrors> || following.retries.attempts() >= DELIVERY_ATTEMPTS) {
            listener.noted(
                    "Auth0 does not tell which users of job " + following.record.id() + " failed: " + reason(answer));
            close(following, new JobErrors(List.of(), Optional.empty()));
        } else {
            retry(following, answer);
        }
    }

    private void retry(Following following, Answer<?> answer) {
        if (answer instanceof Answer.RateLimited<?> limited) {
            keepQuiet(limited.retryAfter());
            postpone(following, limited.retryAfter());
        } else {
            postpone(following, following.retries.next());
        }
    }

    private void postpone(Following following, Duration wait) {
        Instant deadline = following.record.submittedAt().plus(settings.jobTimeout());
        Instant now = now();
        if (!now.isBefore(deadline) && following.running()) {
            abandon(following, new Stop.Deadline(List.of(following.record.id())));
            return;
        }
        Instant due = now.plus(wait);
        following.due = following.running() && due.isAfter(deadline) ? deadline : due;
    }

    /** Leaves a job to itself: what becomes of it is not known here. */
    private void abandon(Following following, Stop why) {
        active.remove(following);
        if (stop.isEmpty()) {
            stop = Optional.of(why);
        } else if (why instanceof Stop.Deadline late && stop.get() instanceof Stop.Deadline earlier) {
            List<String> ids = new ArrayList<>(earlier.jobIds());
            ids.addAll(late.jobIds());
            stop = Optional.of(new Stop.Deadline(ids));
        } else {
            listener.noted("What became of job " + following.record.id() + " is not known: it was still running when it"
                    + " was left alone");
        }
    }

    /** Counts the users of a job that has ended, and names those that were not imported. */
    private void close(Following following, JobErrors errors) {
        active.remove(following);
        ImportJob job = following.ended.orElseThrow();
        Named named = errors.users().isEmpty() ? new Named() : name(following, errors.users());
        if (job.hasFailed()) {
            failWhole(following, named.rejected, job.details().or(errors::details));
        } else {
            count(following.record, job.summary(), named);
        }
    }

    private Named name(Following following, List<UserError> errors) {
        Batch batch = following.sending.batch();
        Matcher matcher = new Matcher(batch);
        Named named = new Named();
        for (UserError error : errors) {
            OptionalInt user = matcher.find(error.identity());
            if (following.sending.uncertain() && user.isPresent() && saysThatItExists(error)) {
                named.there.set(user.getAsInt());
                continue;
            }
            user.ifPresentOrElse(named.rejected::set, () -> named.strangers.add(error.identity()));
            listener.rejected(
                    following.record, batch, user, new Rejection(error.code(), error.message(), error.attribute()));
        }
        named.there.andNot(named.rejected);
        return named;
    }

    private void count(JobRecord record, Optional<Summary> summary, Named named) {
        int there = named.there.cardinality();
        int told = summary.map(Summary::failed).orElse(0) - there;
        int all = Math.max(named.failed(), told);
        if (named.failed() < told) {
            listener.noted("Auth0 counts " + told + " failed user" + (told == 1 ? "" : "s") + " in job " + record.id()
                    + " but names " + named.failed());
        }
        int updatedHere = summary.map(Summary::updated).orElse(0);
        int insertedHere = summary.map(Summary::inserted).orElse(record.users() - all - there) + there;
        int counted = insertedHere + updatedHere + all;
        if (counted != record.users()) {
            listener.noted("Auth0's counts for job " + record.id() + " speak of " + users(counted) + ", but "
                    + record.users() + " were sent");
        }
        failed += all;
        settled += there;
        updated += updatedHere;
        inserted += insertedHere;
    }

    /** A failed job may have imported some of its users, but nobody says which: all count as failed. */
    private void failWhole(Following following, BitSet named, Optional<String> details) {
        JobRecord record = following.record;
        String message =
                details.orElse("the import job failed and Auth0 does not say why; some of its users may have been"
                        + " imported. Import the failed users again, with upsert if they may exist by then");
        Rejection rejection = new Rejection("JOB_FAILED", message, Optional.empty());
        for (int user = named.nextClearBit(0); user < record.users(); user = named.nextClearBit(user + 1)) {
            listener.rejected(record, following.sending.batch(), OptionalInt.of(user), rejection);
        }
        failed += record.users();
    }

    private static String users(int number) {
        return number + (number == 1 ? " user" : " users");
    }

    private static boolean saysThatItExists(UserError error) {
        return error.code().equals("DUPLICATED_USER") && error.message().contains("already exist");
    }

    private static String reason(Answer<?> answer) {
        if (answer instanceof Answer.Refused<?> refused) {
            return refused.error().toString();
        }
        if (answer instanceof Answer.NotTaken<?> missed) {
            return missed.reason();
        }
        return answer instanceof Answer.Uncertain<?> lost ? lost.reason() : "it is too busy";
    }

    private Instant now() {
        return timing.clock().instant();
    }
}
