package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob.Summary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes down what it is told. */
final class RecordingListener implements JobListener {

    final List<String> jobs = new ArrayList<>();
    final List<String> rejections = new ArrayList<>();
    final List<String> settled = new ArrayList<>();
    final List<String> waits = new ArrayList<>();
    final List<String> notes = new ArrayList<>();

    @Override
    public void submitted(JobRecord job) {
        jobs.add("submitted " + job.number() + " " + job.id());
    }

    @Override
    public void takenUp(JobRecord job) {
        jobs.add("taken up " + job.id());
    }

    @Override
    public void ended(JobRecord job, Optional<Summary> summary) {
        jobs.add("ended " + job.id() + " " + job.status());
    }

    @Override
    public void rejected(JobRecord job, Batch batch, OptionalInt user, Rejection rejection) {
        String place = user.isPresent() ? batch.position(user.getAsInt()).toString() : "nowhere";
        rejections.add(job.id() + " " + place + " " + rejection.code() + " " + rejection.message());
    }

    @Override
    public void settled(JobRecord job) {
        settled.add(job.id() + " after " + rejections.size() + " rejections");
    }

    @Override
    public void waiting(Wait reason, String detail, Duration duration) {
        waits.add(reason + " " + duration.toMillis());
    }

    @Override
    public void noted(String remark) {
        notes.add(remark);
    }
}
