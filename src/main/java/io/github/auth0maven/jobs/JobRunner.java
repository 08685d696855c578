package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.Followed.Stop;
import io.github.auth0maven.jobs.JobListener.Wait;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Submits batches and follows their jobs to the end, in one thread: it submits while a slot is free, asks for the job that is
 * due, and otherwise sleeps until something is.
 */
public final class JobRunner {

    /** A request that cannot be delivered is repeated for about this long. */
    private static final int DELIVERY_ATTEMPTS = 10;

    private static final int UNAUTHORIZED = 401;
    private static final int GONE = 404;
    private static final int TOO_LARGE = 413;

    private static final String LEFT_TO_OTHERS =
            "other builds or the Dashboard want the tenant's import slots, too, so the slot of"
                    + " the job that has ended is left to them for a moment";

    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final ImportJobs jobs;
    private final Settings settings;
    private final Timing timing;
    private final JobListener listener;

    private final Schedule schedule = new Schedule();
    private final Turns turns;
    private final Backoff deliveries;
    private final Deque<Sending> queue = new ArrayDeque<>();
    private final List<Following> active = new ArrayList<>();
    private final List<JobRecord> records = new ArrayList<>();
    private Journal journal = Journal.none();
    private Instant callAt = Instant.MIN;
    private Instant submitAt = Instant.MIN;
    private boolean waitsForSlot;
    /** Whether a slot is left to others, and nobody has been told so. */
    private boolean stepsBack;

    private Instant heardAt = Instant.MIN;
    private boolean allRead;
    /** Whether the service has answered, whatever it said. */
    private boolean met;

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
     * @param mostFailures when more users than this have failed, no more are sent
     * @param slots those that this import shares with others of the same build
     */
    public record Settings(int maxConcurrentJobs, Duration jobTimeout, long mostFailures, Slots slots) {

        /** Settings of an import that is alone and goes on however many users fail. */
        public Settings(int maxConcurrentJobs, Duration jobTimeout) {
            this(maxConcurrentJobs, jobTimeout, Long.MAX_VALUE, Slots.UNSHARED);
        }

        /** The same, of an import that stops when more users than this have failed. */
        public Settings stoppingAfter(long failures) {
            return new Settings(maxConcurrentJobs, jobTimeout, failures, slots);
        }

        /** The same, of an import that shares its slots. */
        public Settings sharing(Slots shared) {
            return new Settings(maxConcurrentJobs, jobTimeout, mostFailures, shared);
        }
    }

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

    public JobRunner(ImportJobs jobs, Settings settings, Timing timing, JobListener listener) {
        this.jobs = jobs;
        this.settings = settings;
        this.timing = timing;
        this.listener = listener;
        turns = new Turns(settings.slots(), timing);
        deliveries = new Backoff(FIRST_RETRY, LONGEST_RETRY, timing.chance());
    }

    /** Sends all batches and follows them, with nothing to go on from and nothing left behind. */
    public Followed run(Batches batches) {
        return run(batches, Journal.none());
    }

    /**
     * Sends all batches and follows them. Whatever happens, jobs that have been submitted are followed until they end, their
     * time has passed or the thread is interrupted; then the result says what stopped the import, if anything did.
     *
     * @param batches those that the journal does not know to have ended, in the order of the file
     * @param known what an earlier run has left, and what this one leaves
     */
    public Followed run(Batches batches, Journal known) {
        journal = known;
        for (Journal.Stage.Ended ended : known.ended()) {
            records.add(ended.job().numbered(records.size() + 1));
            count(ended.outcome());
        }
        heardAt = now();
        stopIfTooManyFailed();
        try {
            while (step(batches)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } catch (InterruptedException e) {
            stop = Optional.of(new Stop.Interrupted(active.stream()
                    .filter(Following::running)
                    .map(f -> f.record.id())
                    .toList()));
        }
        return result();
    }

    /** Does what is due, or waits for it; returns whether there is anything left to do. */
    private boolean step(Batches batches) throws InterruptedException {
        boolean slotFree = running() < settings.maxConcurrentJobs();
        if (slotFree && stop.isEmpty()) {
            read(batches);
        }
        boolean canSubmit = slotFree && stop.isEmpty() && !queue.isEmpty();
        Optional<Following> next = nextDue();
        if (!canSubmit && next.isEmpty()) {
            return false;
        }
        rest();
        Instant now = now();
        if (canSubmit && !now.isBefore(submitAt)) {
            submitInTurn();
        } else if (next.isPresent() && !now.isBefore(next.get().due)) {
            ask(next.get());
        } else {
            if (canSubmit && stepsBack) {
                stepsBack = false;
                listener.waiting(Wait.SLOTS, LEFT_TO_OTHERS, Duration.between(now, submitAt));
            }
            Instant wake = next.isPresent() ? next.get().due : Instant.MAX;
            timing.pause().of(Duration.between(now, canSubmit && submitAt.isBefore(wake) ? submitAt : wake));
        }
        return true;
    }

    private Optional<Following> nextDue() {
        Following next = null;
        for (Following following : active) {
            if (next == null || following.due.isBefore(next.due)) {
                next = following;
            }
        }
        return Optional.ofNullable(next);
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
        for (Following following : active) {
            leaveUnsettled(following);
        }
        for (Sending sending : queue) {
            unsent += sending.batch().users();
        }
        return new Followed(List.copyOf(records), inserted, updated, failed, settled, unsent, stop);
    }

    private void read(Batches batches) {
        if (!queue.isEmpty() || allRead) {
            return;
        }
        try {
            Optional<Batch> batch = batches.next();
            if (batch.isEmpty()) {
                allRead = true;
            } else {
                takeUp(batch.get(), journal.stageOf(batch.get()));
            }
        } catch (IOException e) {
            halt(new Stop.Broken(e));
        }
    }

    /** Goes on with a batch where an earlier run has left it. */
    private void takeUp(Batch batch, Optional<Journal.Stage> stage) {
        if (stage.isPresent() && stage.get() instanceof Journal.Stage.Taken taken) {
            Sending sending = new Sending(batch, taken.uncertain(), false, taken.firstIntent());
            JobRecord record = taken.job().numbered(records.size() + 1);
            follow(sending, record);
            active.get(active.size() - 1).holdsSlot = turns.take();
            listener.takenUp(record);
        } else if (stage.isPresent() && stage.get() instanceof Journal.Stage.Intended intended) {
            queue.add(new Sending(batch, true, false, intended.at()));
        } else {
            queue.add(Sending.fresh(batch));
        }
    }

    /** What became of a job's users is for the next run to find out. */
    private void leaveUnsettled(Following following) {
        giveBack(following);
        records.set(following.record.number() - 1, following.record.unsettled());
    }

    private void giveBack(Following following) {
        if (following.holdsSlot) {
            following.holdsSlot = false;
            turns.giveBack();
        }
    }

    private long running() {
        long running = 0;
        for (Following following : active) {
            running += following.running() ? 1 : 0;
        }
        return running;
    }

    /** Submits a batch if no other import of this build has all the slots. */
    private void submitInTurn() {
        stepsBack = false;
        if (!turns.take()) {
            waitForSlot("other imports of this build use the tenant's slots", turns.untilShared());
            return;
        }
        long before = running();
        submit(queue.remove());
        if (running() == before) {
            turns.giveBack();
        } else {
            active.get(active.size() - 1).holdsSlot = true;
        }
    }

    private void submit(Sending queued) {
        Sending sending = queued.attemptedAt(jobs.serviceTime());
        try {
            journal.intends(sending.batch(), sending.firstAttempt());
        } catch (IOException e) {
            queue.addFirst(queued);
            halt(new Stop.Broken(e));
            return;
        }
        Answer<ImportJob> answer = jobs.submit(sending.batch());
        if (!(answer instanceof Answer.NotTaken || answer instanceof Answer.Uncertain)) {
            met = true;
            deliveries.succeeded();
        }
        if (answer instanceof Answer.Given<ImportJob> given) {
            turns.hadOne();
            taken(sending, given.value());
        } else if (answer instanceof Answer.Uncertain<ImportJob> lost) {
            queue.addFirst(sending.doubtful());
            listener.noted("It is not known whether Auth0 took the job for the "
                    + users(sending.batch().users()) + " from "
                    + sending.batch().position(0) + " (" + lost.reason()
                    + "): they are sent again, and those that the lost attempt created count as imported");
            retryDelivery(lost.reason());
        } else {
            putBack(sending);
            notTaken(answer);
        }
    }

    /** The service has certainly not taken this attempt. */
    private void putBack(Sending sending) {
        queue.addFirst(sending.untried());
        if (!sending.uncertain()) {
            try {
                journal.refused(sending.batch());
            } catch (IOException e) {
                halt(new Stop.Broken(e));
            }
        }
    }

    private void notTaken(Answer<ImportJob> answer) {
        if (answer instanceof Answer.SlotsTaken<ImportJob> taken) {
            waitForSlot(
                    "Auth0 runs as many import jobs for this tenant as it takes; other builds or the Dashboard use the same"
                            + " slots",
                    turns.turnedAway(taken, running()));
        } else if (answer instanceof Answer.RateLimited<ImportJob> limited) {
            keepQuiet(limited.retryAfter());
        } else if (answer instanceof Answer.NotTaken<ImportJob> missed) {
            if (isInVain(missed)) {
                halt(new Stop.Unreachable(missed.reason(), true));
            } else {
                retryDelivery(missed.reason());
            }
        } else if (answer instanceof Answer.TooLarge<ImportJob> large) {
            halve(queue.remove(), large.message());
        } else if (answer instanceof Answer.Refused<ImportJob> refused) {
            halt(new Stop.Refused(refused.error()));
        }
    }

    /** Whether nothing would come of another attempt; whoever has answered before may do so again. */
    private boolean isInVain(Answer<?> answer) {
        return !met && answer instanceof Answer.NotTaken<?> missed && missed.lasting();
    }

    private void halve(Sending sending, String message) {
        Batch batch = sending.batch();
        List<Batch> halves = batch.halves();
        if (halves.size() < 2) {
            queue.addFirst(sending);
            halt(new Stop.Refused(new ServiceError(
                    TOO_LARGE,
                    Optional.empty(),
                    message + ", for the one user at " + batch.position(0),
                    Optional.empty())));
            return;
        }
        queue.addFirst(sending.with(halves.get(1)));
        queue.addFirst(sending.with(halves.get(0)));
        if (sending.uncertain()) {
            try {
                journal.halved(halves);
            } catch (IOException e) {
                halt(new Stop.Broken(e));
            }
        }
        listener.noted("Auth0 found an import file of " + batch.size() + " bytes too large (" + message
                + "): it is sent in two halves");
    }

    private void waitForSlot(String why, Duration wait) {
        waitsForSlot = true;
        pauseSubmissions(Wait.SLOTS, why, wait);
        giveUpIfNothingWasHeard(why);
    }

    /** Nobody waits for ever: a job takes two hours at most, so by then a slot, or a call, should have been free. */
    private void giveUpIfNothingWasHeard(String why) {
        if (active.isEmpty() && now().isAfter(heardAt.plus(settings.jobTimeout()))) {
            halt(new Stop.Unreachable(why));
        }
    }

    private void retryDelivery(String reason) {
        if (deliveries.attempts() >= DELIVERY_ATTEMPTS) {
            halt(new Stop.Unreachable(reason));
        } else {
            waitsForSlot = false;
            pauseSubmissions(Wait.SERVICE, reason, deliveries.next());
        }
    }

    private void pauseSubmissions(Wait reason, String detail, Duration duration) {
        stepsBack = false;
        submitAt = now().plus(duration);
        listener.waiting(reason, detail, duration);
    }

    private void keepQuiet(Duration duration) {
        callAt = now().plus(duration);
        String why = "the tenant's rate limit is reached";
        listener.waiting(Wait.RATE_LIMIT, why, duration);
        giveUpIfNothingWasHeard(why);
    }

    private void taken(Sending sending, ImportJob job) {
        Batch batch = sending.batch();
        JobRecord record = new JobRecord(
                records.size() + 1, job.id(), job.status(), batch.users(), batch.size(), now(), Optional.empty());
        follow(sending, record);
        listener.submitted(record);
        heardAt = now();
        try {
            journal.taken(batch, record, sending.uncertain());
        } catch (IOException e) {
            halt(new Stop.Broken(e));
        }
    }

    private void follow(Sending sending, JobRecord record) {
        records.add(record);
        Backoff retries = new Backoff(FIRST_RETRY, LONGEST_RETRY, timing.chance());
        Following following = new Following(sending, record, now(), retries);
        active.add(following);
        postpone(following, schedule.next(record.users(), record.age(now())));
    }

    /** The service no longer knows a job: what became of its users shows when they are sent again. */
    private void lost(Following following, ServiceError error) {
        if (following.sending.lost()) {
            abandon(following, new Stop.Refused(error));
            return;
        }
        active.remove(following);
        giveBack(following);
        following.record = following.record.lost(now());
        records.set(following.record.number() - 1, following.record);
        listener.lost(following.record);
        listener.noted("Auth0 no longer knows job " + following.record.id() + ": its " + users(following.record.users())
                + " are sent again, and those that it created count as imported");
        queue.addFirst(following.sending.sentAgain());
    }

    private void ask(Following following) {
        if (following.running()) {
            askHowItStands(following);
        } else if (following.settlement.isEmpty()) {
            askForErrors(following);
        } else {
            askWhoWasFirst(following, following.settlement.get());
        }
    }

    private void askHowItStands(Following following) {
        Answer<ImportJob> answer = jobs.get(following.record.id());
        if (answer instanceof Answer.Given<ImportJob> given) {
            following.retries.succeeded();
            met = true;
            ImportJob job = given.value();
            if (job.isCompleted() || job.hasFailed()) {
                ended(following, job);
            } else {
                goOn(following, schedule.next(following.record.users(), following.record.age(now())));
            }
        } else if (answer instanceof Answer.Refused<ImportJob> refused) {
            if (refused.error().status() == GONE) {
                lost(following, refused.error());
            } else {
                abandon(following, new Stop.Refused(refused.error()));
            }
        } else if (isInVain(answer)) {
            abandon(following, new Stop.Unreachable(reason(answer), true));
        } else {
            retry(following, answer);
        }
    }

    private void ended(Following following, ImportJob job) {
        Instant now = now();
        following.record = following.record.ended(job.status(), now);
        records.set(following.record.number() - 1, following.record);
        following.ended = Optional.of(job);
        giveBack(following);
        Instant turn = now.plus(turns.stepBack());
        if (waitsForSlot || turn.isAfter(submitAt)) {
            submitAt = turn;
            stepsBack = turn.isAfter(now);
        }
        if (job.isCompleted()) {
            schedule.learn(following.record.users(), following.record.age(now));
        }
        listener.ended(following.record, job.summary());
        if (job.isCompleted() && saysThatAllWereImported(job, following.record.users())) {
            settle(following, JobErrors.NONE);
        } else {
            following.due = now;
        }
    }

    private static boolean saysThatAllWereImported(ImportJob job, int users) {
        Optional<ImportJob.Summary> summary = job.summary();
        return summary.isPresent()
                && summary.get().failed() == 0
                && summary.get().inserted() + summary.get().updated() == users;
    }

    private void askForErrors(Following following) {
        Answer<JobErrors> answer = jobs.errors(following.record.id());
        if (answer instanceof Answer.Given<JobErrors> given) {
            following.retries.succeeded();
            settle(following, given.value());
        } else if (isForWantOfAToken(answer)) {
            abandon(following, new Stop.Refused(((Answer.Refused<JobErrors>) answer).error()));
        } else if (answer instanceof Answer.Refused<JobErrors> || following.retries.attempts() >= DELIVERY_ATTEMPTS) {
            listener.noted(
                    "Auth0 does not tell which users of job " + following.record.id() + " failed: " + reason(answer));
            settle(following, JobErrors.NONE);
        } else {
            retry(following, answer);
        }
    }

    private void retry(Following following, Answer<?> answer) {
        if (answer instanceof Answer.RateLimited<?> limited) {
            keepQuiet(limited.retryAfter());
            goOn(following, limited.retryAfter());
        } else {
            goOn(following, following.retries.next());
        }
    }

    /** Asks again after a while, unless the job's time is up. */
    private void goOn(Following following, Duration wait) {
        if (isOverdue(following)) {
            abandon(following, new Stop.Deadline(List.of(following.record.id())));
        } else {
            postpone(following, wait);
        }
    }

    private void postpone(Following following, Duration wait) {
        Instant now = now();
        Instant deadline = deadline(following);
        Instant due = now.plus(wait);
        following.due = following.running() && due.isAfter(deadline) ? (deadline.isAfter(now) ? deadline : now) : due;
    }

    private boolean isOverdue(Following following) {
        return following.running() && !now().isBefore(deadline(following));
    }

    private Instant deadline(Following following) {
        return following.record.submittedAt().plus(settings.jobTimeout());
    }

    /** Leaves a job to itself: what becomes of it is not known here. */
    private void abandon(Following following, Stop why) {
        active.remove(following);
        leaveUnsettled(following);
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

    /** Looks at the users of a job that has ended, of which the service tells these errors. */
    private void settle(Following following, JobErrors errors) {
        Settlement settlement = new Settlement(following.sending.batch(), following.record, following.job());
        settlement.take(errors, following.sending.uncertain());
        if (settlement.nextDoubtful().isEmpty()) {
            close(following, settlement);
        } else {
            following.settlement = Optional.of(settlement);
            following.due = now();
        }
    }

    /** Asks of one user that exists whether it was there before the import. */
    private void askWhoWasFirst(Following following, Settlement settlement) {
        Sending sending = following.sending;
        int user = settlement.nextDoubtful().getAsInt();
        Answer<Optional<Instant>> answer = jobs.createdAt(sending.batch().user(user));
        if (answer instanceof Answer.Given<Optional<Instant>> given) {
            following.retries.succeeded();
            // whoever is not there by that address is another user, who has the username or the id
            boolean ours = given.value().isPresent() && !given.value().get().isBefore(sending.firstAttempt());
            settlement.settle(user, ours);
        } else if (isForWantOfAToken(answer)) {
            abandon(following, new Stop.Refused(((Answer.Refused<Optional<Instant>>) answer).error()));
            return;
        } else if (answer instanceof Answer.Refused<Optional<Instant>>) {
            listener.noted("It cannot be asked who of job " + following.record.id() + " existed before the import ("
                    + reason(answer) + "): those who exist count as imported by the attempt whose answer was lost");
            settlement.settleAll();
        } else if (following.retries.attempts() >= DELIVERY_ATTEMPTS) {
            abandon(following, new Stop.Unreachable(reason(answer)));
            return;
        } else {
            retry(following, answer);
            return;
        }
        if (settlement.nextDoubtful().isEmpty()) {
            close(following, settlement);
        } else {
            following.due = now();
        }
    }

    /** All is known of a job: counts its users, names those that were not imported, and puts it down. */
    private void close(Following following, Settlement settlement) {
        active.remove(following);
        Journal.Outcome outcome = settlement.outcome();
        for (String remark : settlement.remarks()) {
            listener.noted(remark);
        }
        Batch batch = following.sending.batch();
        try {
            journal.ended(batch, following.record, outcome, settlement.rejected());
        } catch (IOException e) {
            halt(new Stop.Broken(e));
        }
        settlement.tell(listener);
        listener.settled(following.record);
        count(outcome);
    }

    private void count(Journal.Outcome outcome) {
        inserted += outcome.inserted();
        updated += outcome.updated();
        failed += outcome.failed();
        settled += outcome.settled();
        stopIfTooManyFailed();
    }

    private void stopIfTooManyFailed() {
        if (failed > settings.mostFailures()) {
            halt(new Stop.TooManyFailed(failed));
        }
    }

    private void halt(Stop why) {
        if (stop.isEmpty()) {
            stop = Optional.of(why);
        }
    }

    private static String users(int number) {
        return number + (number == 1 ? " user" : " users");
    }

    /** Whether the same question would be answered with another token: then the next run asks it. */
    private static boolean isForWantOfAToken(Answer<?> answer) {
        return answer instanceof Answer.Refused<?> refused && refused.error().status() == UNAUTHORIZED;
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
