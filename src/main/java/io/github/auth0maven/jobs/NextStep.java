package io.github.auth0maven.jobs;

import io.github.auth0maven.jobs.JobsResult.Stop;
import io.github.auth0maven.service.Result;
import java.time.Duration;

/** What is to be done about a job after a question about it. */
sealed interface NextStep {

    /** Ask the next question at once. */
    NextStep GO_ON = new Ask(Duration.ZERO);

    /** Nothing: all is known of it, or it is nobody's any more. */
    NextStep DONE = new Done();

    /** Ask again after a while. */
    record Ask(Duration pause) implements NextStep {}

    /** Repeat the question, to which there was no answer. */
    record Repeat(Result<?> result) implements NextStep {}

    /** Leave the job to itself: what becomes of it is not known here. */
    record Abandon(Stop why) implements NextStep {}

    /** See {@link #DONE}. */
    record Done() implements NextStep {}
}
