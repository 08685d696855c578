package io.github.auth0maven.imports;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.BatchStage;
import io.github.auth0maven.jobs.JobListener;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.jobs.Rejection;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.Violation;
import java.util.List;
import java.util.OptionalInt;

/** Is told how an import goes, as it goes. */
public interface ImportListener extends JobListener {

    /** A user breaks a rule, or will surprise. */
    void found(Violation violation);

    /** The whole file has been judged. */
    void judged(Judgement judgement);

    /**
     * The import goes on where an earlier run was interrupted.
     *
     * @param ended the jobs that had ended by then
     * @param running the ids of those that had not
     */
    void resumed(List<BatchStage.Ended> ended, List<String> running);

    /** Nothing is done, for the reason that this tells, and all is well. */
    default void leftOut(String remark) {
        noted(remark);
    }

    /** So much is to be sent. */
    void surveyed(Assessment.Load load);

    /** The service did not import a user. */
    void failed(Failure failure);

    /** Is told by {@link #failed}, with the user's place. */
    @Override
    default void rejected(JobRecord job, Batch batch, OptionalInt user, Rejection rejection) {}
}
