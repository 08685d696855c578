package io.github.auth0maven.jobs;

import io.github.auth0maven.jobs.JobsResult.Stop;
import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Finds out what became of the users of a job that has ended, one question at a time. */
final class Settler {

    private static final int UNAUTHORIZED = 401;

    private final RunContext run;

    Settler(RunContext run) {
        this.run = run;
    }

    /** Asks the next question about the job, or ends it if there is none. */
    NextStep advance(TrackedJob job) {
        return job.settlement().isEmpty()
                ? askForErrors(job)
                : askWhoWasFirst(job, job.settlement().get());
    }

    /** A job whose summary tells that nobody failed needs no question. */
    NextStep begin(TrackedJob job) {
        ImportJob ended = job.job();
        return ended.isCompleted()
                        && saysThatAllWereImported(ended, job.record().users())
                ? settle(job, JobErrors.NONE)
                : NextStep.GO_ON;
    }

    private static boolean saysThatAllWereImported(ImportJob job, int users) {
        Optional<ImportJob.Summary> summary = job.summary();
        return summary.isPresent()
                && summary.get().failed() == 0
                && summary.get().inserted() + summary.get().updated() == users;
    }

    private NextStep askForErrors(TrackedJob job) {
        Result<JobErrors> result = run.service().errors(job.record().id());
        if (result instanceof Result.Success<JobErrors> errors) {
            job.retries().succeeded();
            return settle(job, errors.value());
        }
        if (result instanceof Result.Refused<JobErrors> refused && isForWantOfAToken(refused)) {
            return new NextStep.Abandon(new Stop.Refused(refused.error()));
        }
        if (result instanceof Result.Refused<JobErrors> || isHopeless(job)) {
            run.listener()
                    .noted("Auth0 does not tell which users of job "
                            + job.record().id() + " failed: " + result.reason());
            return settle(job, JobErrors.NONE);
        }
        return new NextStep.Repeat(result);
    }

    /** Whether the same question would be answered with another token: then the next run asks it. */
    private static boolean isForWantOfAToken(Result.Refused<?> refused) {
        return refused.error().status() == UNAUTHORIZED;
    }

    private static boolean isHopeless(TrackedJob job) {
        return job.retries().attempts() >= JobRunner.DELIVERY_ATTEMPTS;
    }

    private NextStep settle(TrackedJob job, JobErrors errors) {
        Settlement settlement = new Settlement(job.batch().batch(), job.record(), job.job());
        settlement.take(errors, job.batch().uncertain());
        job.settle(settlement);
        return goOn(job, settlement);
    }

    private NextStep goOn(TrackedJob job, Settlement settlement) {
        if (settlement.nextDoubtful().isPresent()) {
            return NextStep.GO_ON;
        }
        close(job, settlement);
        return NextStep.DONE;
    }

    /** Asks of one user that exists whether it was there before the import. */
    private NextStep askWhoWasFirst(TrackedJob job, Settlement settlement) {
        int user = settlement.nextDoubtful().getAsInt();
        Result<Optional<Instant>> result =
                run.service().createdAt(job.batch().batch().user(user));
        if (result instanceof Result.Success<Optional<Instant>> created) {
            job.retries().succeeded();
            settlement.settle(user, isSince(job, created.value()));
            return goOn(job, settlement);
        }
        if (result instanceof Result.Refused<Optional<Instant>> refused) {
            return cannotBeAsked(job, settlement, refused);
        }
        return isHopeless(job)
                ? new NextStep.Abandon(new Stop.Unreachable(result.reason()))
                : new NextStep.Repeat(result);
    }

    /** Whoever is not there by that address is another user, who has the username or the id. */
    private static boolean isSince(TrackedJob job, Optional<Instant> created) {
        return created.isPresent() && !created.get().isBefore(job.batch().firstAttempt());
    }

    private NextStep cannotBeAsked(TrackedJob job, Settlement settlement, Result.Refused<?> refused) {
        if (isForWantOfAToken(refused)) {
            return new NextStep.Abandon(new Stop.Refused(refused.error()));
        }
        run.listener()
                .noted("It cannot be asked who of job " + job.record().id() + " existed before the import ("
                        + refused.reason()
                        + "): those who exist count as imported by the attempt whose answer was lost");
        settlement.settleAll();
        return goOn(job, settlement);
    }

    /** All is known of a job: counts its users, and names those that were not imported. */
    private void close(TrackedJob job, Settlement settlement) {
        BatchOutcome outcome = settlement.outcome();
        settlement.remarks().forEach(run.listener()::noted);
        try {
            run.journal().ended(job.batch().batch(), job.record(), outcome, settlement.rejected());
        } catch (IOException e) {
            run.totals().halt(new Stop.Broken(e));
        }
        settlement.tell(run.listener());
        run.listener().settled(job.record());
        run.totals().count(outcome);
    }
}
