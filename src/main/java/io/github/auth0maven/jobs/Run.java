package io.github.auth0maven.jobs;

import io.github.auth0maven.pace.SlotQueue;
import io.github.auth0maven.pace.Timing;

/**
 * What submission, following and settlement have in common in one run.
 *
 * @param tally what has become of the jobs so far
 * @param contact whether the service answers
 * @param slots when it is this run's turn to submit
 */
record Run(
        ImportJobs service,
        ImportJournal journal,
        JobListener listener,
        Timing timing,
        Tally tally,
        Contact contact,
        SlotQueue slots) {}
