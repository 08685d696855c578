package io.github.auth0maven.jobs;

import io.github.auth0maven.jobs.JobsResult.Stop;
import io.github.auth0maven.service.Result;
import java.time.Duration;

/** What is to be done about a job after a question about it. */
sealed interface Next {

    /** Ask the next question at once. */
    Next GO_ON = new Ask(Duration.ZERO);

    /** Nothing: all is known of it, or it is nobody's any more. */
    Next DONE = new Done();

    /** Ask again after a while. */
    record Ask(Duration pause) implements Next {}

    /** Repeat the question, to which there was no answer. */
    record Repeat(Result<?> result) implements Next {}

    /** Leave the job to itself: what becomes of it is not known here. */
    record Abandon(Stop why) implements Next {}

    /** See {@link #DONE}. */
    record Done() implements Next {}
}
