package io.github.auth0maven.jobs;

import io.github.auth0maven.jobs.JobsResult.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has become of the jobs and their users so far, and why no more are sent, if that is so. */
final class Totals {

    private final long mostFailures;
    private final List<JobRecord> records = new ArrayList<>();
    private Optional<Stop> stop = Optional.empty();
    private long inserted;
    private long updated;
    private long failed;
    private long settled;

    /**
     * @param mostFailures when more users than this have failed, no more are sent
     */
    Totals(long mostFailures) {
        this.mostFailures = mostFailures;
    }

    /** Counts what earlier runs have brought to an end. */
    void countEarlier(List<BatchStage.Ended> ended) {
        for (BatchStage.Ended each : ended) {
            records.add(each.job().numbered(nextNumber()));
            count(each.outcome());
        }
        // none may be allowed from the start, where too many users are invalid
        stopIfTooManyFailed();
    }

    /** The number of the next job. */
    int nextNumber() {
        return records.size() + 1;
    }

    void add(JobRecord job) {
        records.add(job);
    }

    /** More is known of a job. */
    void update(JobRecord job) {
        records.set(job.number() - 1, job);
    }

    void count(BatchOutcome outcome) {
        inserted += outcome.inserted();
        updated += outcome.updated();
        failed += outcome.failed();
        settled += outcome.settled();
        stopIfTooManyFailed();
    }

    private void stopIfTooManyFailed() {
        if (failed > mostFailures) {
            halt(new Stop.TooManyFailed(failed));
        }
    }

    /** Nothing more is sent; the first reason counts. */
    void halt(Stop why) {
        if (stop.isEmpty()) {
            stop = Optional.of(why);
        }
    }

    /** The run is over at once, whatever else has stopped it. */
    void interrupt(List<String> jobIds) {
        stop = Optional.of(new Stop.Interrupted(jobIds));
    }

    boolean isStopped() {
        return stop.isPresent();
    }

    /**
     * A job is left to itself.
     *
     * @return whether that is among the reasons for which the run ends
     */
    boolean abandon(Stop why) {
        if (stop.isEmpty()) {
            stop = Optional.of(why);
            return true;
        }
        if (why instanceof Stop.Deadline late && stop.get() instanceof Stop.Deadline earlier) {
            List<String> ids = new ArrayList<>(earlier.jobIds());
            ids.addAll(late.jobIds());
            stop = Optional.of(new Stop.Deadline(ids));
            return true;
        }
        return false;
    }

    JobsResult result(long unsent) {
        return new JobsResult(List.copyOf(records), inserted, updated, failed, settled, unsent, stop);
    }
}
