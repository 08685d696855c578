package io.github.auth0maven.jobs;

import io.github.auth0maven.pace.SlotQueue;
import io.github.auth0maven.pace.Timing;

/**
 * What submission, following and settlement have in common in one run.
 *
 * @param totals what has become of the jobs so far
 * @param availability whether the service answers
 * @param slots when it is this run's turn to submit
 */
record RunContext(
        ImportJobs service,
        ImportJournal journal,
        JobListener listener,
        Timing timing,
        Totals totals,
        Availability availability,
        SlotQueue slots) {}
