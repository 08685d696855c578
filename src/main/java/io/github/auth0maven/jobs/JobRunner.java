package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.JobListener.Wait;
import io.github.auth0maven.pace.SlotQueue;
import io.github.auth0maven.pace.Slots;
import io.github.auth0maven.pace.Timing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Submits batches and follows their jobs to the end, in one thread: it submits while a slot is free, asks for the job that is
 * due, and otherwise sleeps until something is.
 */
public final class JobRunner {

    /** A request that cannot be delivered is repeated for about this long. */
    static final int DELIVERY_ATTEMPTS = 10;

    private static final String LEFT_TO_OTHERS =
            "other builds or the Dashboard want the tenant's import slots, too, so the slot of"
                    + " the job that has ended is left to them for a moment";

    private final ImportJobs service;
    private final Settings settings;
    private final Timing timing;
    private final JobListener listener;

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

    public JobRunner(ImportJobs service, Settings settings, Timing timing, JobListener listener) {
        this.service = service;
        this.settings = settings;
        this.timing = timing;
        this.listener = listener;
    }

    /** Sends all batches and follows them, with nothing to go on from and nothing left behind. */
    public JobsResult run(Batches batches) {
        return run(batches, ImportJournal.none());
    }

    /**
     * Sends all batches and follows them. Whatever happens, jobs that have been submitted are followed until they end, their
     * time has passed or the thread is interrupted; then the result says what stopped the import, if anything did.
     *
     * @param batches those that the journal does not know to have ended, in the order of the file
     * @param journal what an earlier run has left, and what this one leaves
     */
    public JobsResult run(Batches batches, ImportJournal journal) {
        Totals totals = new Totals(settings.mostFailures());
        totals.countEarlier(journal.ended());
        Availability availability = new Availability(service, timing, listener);
        RunContext run = new RunContext(
                service, journal, listener, timing, totals, availability, new SlotQueue(settings.slots(), timing));
        return new Loop(run, batches).toTheEnd();
    }

    /** One run: what is due next, again and again. */
    private final class Loop {

        private final RunContext run;
        private final BatchQueue queue;
        private final JobTracker tracker;
        private final Submission submission;

        Loop(RunContext run, Batches batches) {
            this.run = run;
            queue = new BatchQueue(batches);
            tracker = new JobTracker(run, queue, settings.jobTimeout());
            submission = new Submission(run, queue, tracker, settings.jobTimeout());
        }

        JobsResult toTheEnd() {
            try {
                while (step()) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            } catch (InterruptedException e) {
                run.totals().interrupt(tracker.runningIds());
            }
            tracker.leave();
            return run.totals().result(queue.users());
        }

        /** Does what is due, or waits for it; returns whether there is anything left to do. */
        private boolean step() throws InterruptedException {
            boolean canSubmit = findBatch();
            Optional<TrackedJob> next = tracker.nextDue();
            if (!canSubmit && next.isEmpty()) {
                return false;
            }
            run.availability().rest();
            Instant now = timing.now();
            if (canSubmit && !now.isBefore(run.slots().turn())) {
                submission.submitNext();
            } else if (next.isPresent() && !now.isBefore(next.get().due())) {
                tracker.ask(next.get());
            } else {
                pause(now, canSubmit, next.map(TrackedJob::due).orElse(Instant.MAX));
            }
            return true;
        }

        /** Whether there is a batch, and as far as is known a slot for it. */
        private boolean findBatch() {
            boolean slotFree = tracker.running() < settings.maxConcurrentJobs();
            if (slotFree && !run.totals().isStopped()) {
                submission.prepare();
            }
            return slotFree && !run.totals().isStopped() && !queue.isEmpty();
        }

        private void pause(Instant now, boolean canSubmit, Instant due) throws InterruptedException {
            Instant turn = run.slots().turn();
            if (canSubmit && run.slots().tellsOfStepBack()) {
                listener.waiting(Wait.SLOTS, LEFT_TO_OTHERS, Duration.between(now, turn));
            }
            timing.pause().of(Duration.between(now, canSubmit && turn.isBefore(due) ? turn : due));
        }
    }

    /** "1 user", or "2 users". */
    static String users(int number) {
        return number + (number == 1 ? " user" : " users");
    }
}
