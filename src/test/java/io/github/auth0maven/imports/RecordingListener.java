package io.github.auth0maven.imports;

import io.github.auth0maven.jobs.BatchStage;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what it is told, each as a line, and may do something once the file has been judged. */
public final class RecordingListener implements ImportListener {

    final List<String> lines = new ArrayList<>();
    private final Runnable onceJudged;

    public RecordingListener() {
        this(() -> {});
    }

    RecordingListener(Runnable onceJudged) {
        this.onceJudged = onceJudged;
    }

    @Override
    public void found(Violation violation) {
        if (violation.severity() == Severity.ERROR) {
            lines.add("invalid user " + violation.position().index());
        }
    }

    @Override
    public void judged(Judgement judgement) {
        lines.add("judged " + judgement.users());
        onceJudged.run();
    }

    @Override
    public void resumed(List<BatchStage.Ended> ended, List<String> running) {
        lines.add("resumed " + ended.size() + " " + running);
    }

    @Override
    public void takenUp(JobRecord job) {
        lines.add("taken up " + job.id());
    }

    @Override
    public void surveyed(Assessment.Load load) {
        lines.add("surveyed " + load.users() + " in " + load.jobs());
    }

    @Override
    public void failed(Failure failure) {
        lines.add(
                "failed " + failure.position().map(place -> "" + place.index()).orElse("?") + " " + failure.code());
    }

    @Override
    public void submitted(JobRecord job) {
        lines.add("submitted " + job.id());
    }

    @Override
    public void ended(JobRecord job, Optional<Summary> summary) {
        lines.add("ended " + job.id());
    }

    @Override
    public void waiting(Wait reason, String detail, Duration duration) {
        lines.add("waiting " + reason);
    }

    @Override
    public void noted(String remark) {
        lines.add("noted " + remark);
    }
}
