package io.github.auth0maven.plans;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.exports.ExportJob;
import io.github.auth0maven.exports.ExportJobs;
import io.github.auth0maven.exports.ExportListener;
import io.github.auth0maven.exports.ExportOrder;
import io.github.auth0maven.exports.FollowedExport;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A service that has exported these users already. */
record PreparedExport(List<String> users) implements ExportJobs {

    FollowedExport following() {
        return new FollowedExport(this, new VirtualTime().timing(), Duration.ofMinutes(1), new ExportListener() {
            @Override
            public void submitted(String jobId) {}

            @Override
            public void completed(String jobId) {}

            @Override
            public void waiting(String reason, Duration duration) {}
        });
    }

    @Override
    public Result<ExportJob> submit(ExportOrder order) {
        return get("job_1");
    }

    @Override
    public Result<ExportJob> get(String id) {
        return new Result.Success<>(new ExportJob(
                "job_1",
                "completed",
                Optional.of("2026-11-23T10:00:00.000Z"),
                Optional.of("main"),
                Optional.of("somewhere"),
                Optional.empty()));
    }

    @Override
    public Result<Long> download(String location, OutputStream to) {
        try {
            GZIPOutputStream packed = new GZIPOutputStream(to);
            for (String user : users) {
                packed.write((user + "\n").getBytes(UTF_8));
            }
            packed.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Result.Success<>(1L);
    }

    @Override
    public Duration rest() {
        return Duration.ZERO;
    }

    @Override
    public String explain(ServiceError error) {
        return error.toString();
    }
}
