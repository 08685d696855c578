package io.github.auth0maven.jobs;

import io.github.auth0maven.jobs.JobsResult.Stop;
import io.github.auth0maven.pace.Backoff;
import io.github.auth0maven.service.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Follows jobs from their submission until all is known of them, or they are left to themselves. */
final class JobTracker {

    private static final int GONE = 404;

    private final RunContext run;
    private final BatchQueue queue;
    private final Duration jobTimeout;
    private final Settler settler;
    private final PollSchedule schedule = new PollSchedule();
    private final List<TrackedJob> active = new ArrayList<>();

    JobTracker(RunContext run, BatchQueue queue, Duration jobTimeout) {
        this.run = run;
        this.queue = queue;
        this.jobTimeout = jobTimeout;
        settler = new Settler(run);
    }

    /** Follows a job from now on. */
    void follow(InFlightBatch batch, JobRecord record, boolean holdsSlot) {
        run.totals().add(record);
        Backoff retries = Backoff.ofCalls(run.timing().chance());
        TrackedJob job = new TrackedJob(batch, record, record.submittedAt().plus(jobTimeout), retries);
        job.holdSlot(holdsSlot);
        active.add(job);
        job.askIn(schedule.next(record.users(), record.age(now())), now());
    }

    boolean isIdle() {
        return active.isEmpty();
    }

    /** How many jobs are not known to have ended. */
    int running() {
        return (int) active.stream().filter(TrackedJob::isRunning).count();
    }

    List<String> runningIds() {
        return active.stream()
                .filter(TrackedJob::isRunning)
                .map(job -> job.record().id())
                .toList();
    }

    /** The job that is to be asked about next. */
    Optional<TrackedJob> nextDue() {
        return active.stream().min(Comparator.comparing(TrackedJob::due));
    }

    /** Asks the next question about this job. */
    void ask(TrackedJob job) {
        NextStep next = job.isRunning() ? askHowItStands(job) : settler.advance(job);
        if (next instanceof NextStep.Ask ask) {
            goOn(job, ask.pause());
        } else if (next instanceof NextStep.Repeat repeat) {
            repeat(job, repeat.result());
        } else if (next instanceof NextStep.Abandon abandon) {
            abandon(job, abandon.why());
        } else {
            active.remove(job);
        }
    }

    private NextStep askHowItStands(TrackedJob job) {
        Result<ImportJob> result = run.service().get(job.record().id());
        if (result instanceof Result.Success<ImportJob> success) {
            job.retries().succeeded();
            run.availability().answered();
            return seen(job, success.value());
        }
        if (result instanceof Result.Refused<ImportJob> refused) {
            boolean isLost = refused.error().status() == GONE && !job.batch().lost();
            return isLost ? lost(job) : new NextStep.Abandon(new Stop.Refused(refused.error()));
        }
        return run.availability().isInVain(result)
                ? new NextStep.Abandon(new Stop.Unreachable(result.reason(), true))
                : new NextStep.Repeat(result);
    }

    private NextStep seen(TrackedJob job, ImportJob state) {
        if (state.isCompleted() || state.hasFailed()) {
            return ended(job, state);
        }
        JobRecord record = job.record();
        return new NextStep.Ask(schedule.next(record.users(), record.age(now())));
    }

    private NextStep ended(TrackedJob job, ImportJob state) {
        Instant now = now();
        JobRecord record = job.record().ended(state.status(), now);
        update(job, record);
        job.end(state);
        giveBack(job);
        run.slots().jobEnded(record.age(now));
        if (state.isCompleted()) {
            schedule.learn(record.users(), record.age(now));
        }
        run.listener().ended(record, state.summary());
        return settler.begin(job);
    }

    /** The service no longer knows a job: what became of its users shows when they are sent again. */
    private NextStep lost(TrackedJob job) {
        giveBack(job);
        JobRecord record = job.record().lost(now());
        update(job, record);
        run.listener().lost(record);
        run.listener()
                .noted("Auth0 no longer knows job " + record.id() + ": its " + JobRunner.users(record.users())
                        + " are sent again, and those that it created count as imported");
        queue.putFirst(job.batch().sentAgain());
        return NextStep.DONE;
    }

    private void update(TrackedJob job, JobRecord record) {
        job.update(record);
        run.totals().update(record);
    }

    private void giveBack(TrackedJob job) {
        if (job.leaveSlot()) {
            run.slots().giveBack();
        }
    }

    private void repeat(TrackedJob job, Result<?> result) {
        if (result instanceof Result.RateLimited<?> limited) {
            run.availability().limited(limited.retryAfter());
            goOn(job, limited.retryAfter());
        } else {
            goOn(job, job.retries().next());
        }
    }

    /** Asks again after a while, unless the job's time is up. */
    private void goOn(TrackedJob job, Duration wait) {
        if (job.isOverdue(now())) {
            abandon(job, new Stop.Deadline(List.of(job.record().id())));
        } else {
            job.askIn(wait, now());
        }
    }

    private void abandon(TrackedJob job, Stop why) {
        active.remove(job);
        leaveUnsettled(job);
        if (!run.totals().abandon(why)) {
            run.listener()
                    .noted("What became of job " + job.record().id()
                            + " is not known: it was still running when it was left alone");
        }
    }

    /** Leaves all jobs: what became of their users is for the next run to find out. */
    void leave() {
        active.forEach(this::leaveUnsettled);
    }

    private void leaveUnsettled(TrackedJob job) {
        giveBack(job);
        run.totals().update(job.record().unsettled());
    }

    private Instant now() {
        return run.timing().now();
    }
}
