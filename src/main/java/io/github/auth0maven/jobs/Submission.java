package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.JobListener.Wait;
import io.github.auth0maven.jobs.JobsResult.Stop;
import io.github.auth0maven.pace.Backoff;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Turns batches into jobs: one call for each, and never a second one without knowing what the first may have come to. */
final class Submission {

    private static final int TOO_LARGE = 413;

    private static final String SLOTS_OF_BUILD = "other imports of this build use the tenant's slots";
    private static final String SLOTS_OF_TENANT =
            "Auth0 runs as many import jobs for this tenant as it takes; other builds or the Dashboard use the same slots";

    private final RunContext run;
    private final BatchQueue queue;
    private final JobTracker tracker;
    private final Duration patience;
    private final Backoff deliveries;

    /**
     * @param patience how long to go on without a job that the service takes: one takes two hours at most, so by then a slot, or a
     *     call, should have been free
     */
    Submission(RunContext run, BatchQueue queue, JobTracker tracker, Duration patience) {
        this.run = run;
        this.queue = queue;
        this.tracker = tracker;
        this.patience = patience;
        deliveries = Backoff.ofCalls(run.timing().chance());
    }

    /** Reads a batch, if none is waiting, and goes on with it where an earlier run has left it. */
    void prepare() {
        try {
            Optional<Batch> batch = queue.read();
            if (batch.isPresent()) {
                takeUp(batch.get(), run.journal().stageOf(batch.get()));
            }
        } catch (IOException e) {
            run.totals().halt(new Stop.Broken(e));
        }
    }

    private void takeUp(Batch batch, Optional<BatchStage> stage) {
        if (stage.isPresent() && stage.get() instanceof BatchStage.Taken taken) {
            JobRecord record = taken.job().numbered(run.totals().nextNumber());
            InFlightBatch sent = new InFlightBatch(batch, taken.uncertain(), false, taken.firstIntent());
            tracker.follow(sent, record, run.slots().take());
            run.listener().takenUp(record);
        } else if (stage.isPresent() && stage.get() instanceof BatchStage.Intended intended) {
            queue.putFirst(new InFlightBatch(batch, true, false, intended.at()));
        } else {
            queue.putFirst(InFlightBatch.fresh(batch));
        }
    }

    /** Submits the next batch if no other import of this build has all the slots. */
    void submitNext() {
        if (!run.slots().take()) {
            waiting(Wait.SLOTS, SLOTS_OF_BUILD, run.slots().waitForShared());
            giveUpIfNothingIsTaken(SLOTS_OF_BUILD);
        } else if (!submit(queue.remove())) {
            run.slots().giveBack();
        }
    }

    /** Submits a batch and says whether there is a job for it. */
    private boolean submit(InFlightBatch queued) {
        InFlightBatch batch = queued.attemptedAt(run.service().serviceTime());
        try {
            run.journal().intends(batch.batch(), batch.firstAttempt());
        } catch (IOException e) {
            queue.putFirst(queued);
            run.totals().halt(new Stop.Broken(e));
            return false;
        }
        Result<ImportJob> result = run.service().submit(batch.batch());
        if (!(result instanceof Result.NotTaken || result instanceof Result.Uncertain)) {
            run.availability().answered();
            deliveries.succeeded();
        }
        if (result instanceof Result.Success<ImportJob> job) {
            taken(batch, job.value());
            return true;
        }
        if (result instanceof Result.Uncertain<ImportJob> lost) {
            mayBeTaken(batch, lost.reason());
        } else {
            putBack(batch);
            notTaken(result);
        }
        return false;
    }

    private void taken(InFlightBatch sent, ImportJob job) {
        run.slots().hadOne();
        Batch batch = sent.batch();
        JobRecord record = new JobRecord(
                run.totals().nextNumber(),
                job.id(),
                job.status(),
                batch.users(),
                batch.size(),
                run.timing().now(),
                Optional.empty());
        tracker.follow(sent, record, true);
        run.listener().submitted(record);
        run.availability().tookAJob();
        try {
            run.journal().taken(batch, record, sent.uncertain());
        } catch (IOException e) {
            run.totals().halt(new Stop.Broken(e));
        }
    }

    private void mayBeTaken(InFlightBatch batch, String reason) {
        queue.putFirst(batch.doubtful());
        run.listener()
                .noted("It is not known whether Auth0 took the job for the "
                        + JobRunner.users(batch.batch().users()) + " from "
                        + batch.batch().position(0) + " (" + reason
                        + "): they are sent again, and those that the lost attempt created count as imported");
        repeatLater(reason);
    }

    /** The service has certainly not taken this attempt. */
    private void putBack(InFlightBatch batch) {
        queue.putFirst(batch.untried());
        if (!batch.uncertain()) {
            try {
                run.journal().refused(batch.batch());
            } catch (IOException e) {
                run.totals().halt(new Stop.Broken(e));
            }
        }
    }

    private void notTaken(Result<ImportJob> result) {
        if (result instanceof Result.SlotsTaken<ImportJob> taken) {
            waiting(
                    Wait.SLOTS,
                    SLOTS_OF_TENANT,
                    run.slots()
                            .turnedAway(taken, tracker.running(), run.service().betweenCalls()));
            giveUpIfNothingIsTaken(SLOTS_OF_TENANT);
        } else if (result instanceof Result.RateLimited<ImportJob> limited) {
            run.availability().limited(limited.retryAfter());
            giveUpIfNothingIsTaken(Availability.RATE_LIMIT);
        } else if (result instanceof Result.TooLarge<ImportJob> large) {
            halve(queue.remove(), large.message());
        } else if (result instanceof Result.Refused<ImportJob> refused) {
            run.totals().halt(new Stop.Refused(refused.error()));
        } else if (run.availability().isInVain(result)) {
            run.totals().halt(new Stop.Unreachable(result.reason(), true));
        } else {
            repeatLater(result.reason());
        }
    }

    private void halve(InFlightBatch whole, String message) {
        Batch batch = whole.batch();
        List<Batch> halves = batch.halves();
        if (halves.size() < 2) {
            queue.putFirst(whole);
            String forWhom = message + ", for the one user at " + batch.position(0);
            run.totals()
                    .halt(new Stop.Refused(new ServiceError(TOO_LARGE, Optional.empty(), forWhom, Optional.empty())));
            return;
        }
        queue.putFirst(whole.with(halves.get(1)));
        queue.putFirst(whole.with(halves.get(0)));
        remember(whole, halves);
        run.listener()
                .noted("Auth0 found an import file of " + batch.size() + " bytes too large (" + message
                        + "): it is sent in two halves");
    }

    private void remember(InFlightBatch whole, List<Batch> halves) {
        if (whole.uncertain()) {
            try {
                run.journal().halved(halves);
            } catch (IOException e) {
                run.totals().halt(new Stop.Broken(e));
            }
        }
    }

    private void repeatLater(String reason) {
        if (deliveries.attempts() >= JobRunner.DELIVERY_ATTEMPTS) {
            run.totals().halt(new Stop.Unreachable(reason));
        } else {
            Duration wait = deliveries.next();
            run.slots().postpone(wait);
            waiting(Wait.SERVICE, reason, wait);
        }
    }

    private void waiting(Wait reason, String detail, Duration wait) {
        run.listener().waiting(reason, detail, wait);
    }

    private void giveUpIfNothingIsTaken(String why) {
        if (tracker.isIdle() && run.availability().isSilentFor(patience)) {
            run.totals().halt(new Stop.Unreachable(why));
        }
    }
}
