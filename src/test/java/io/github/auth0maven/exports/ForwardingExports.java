package io.github.auth0maven.exports;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.OutputStream;
import java.time.Duration;

/** Passes everything on, and has something happen before a file is fetched. */
abstract class ForwardingExports implements ExportJobs {

    private final ExportJobs jobs;

    ForwardingExports(ExportJobs jobs) {
        this.jobs = jobs;
    }

    abstract String before(String location);

    @Override
    public Result<ExportJob> submit(ExportOrder order) {
        return jobs.submit(order);
    }

    @Override
    public Result<ExportJob> get(String id) {
        return jobs.get(id);
    }

    @Override
    public Result<Long> download(String location, OutputStream to) {
        return jobs.download(before(location), to);
    }

    @Override
    public Duration rest() {
        return jobs.rest();
    }

    @Override
    public String explain(ServiceError error) {
        return jobs.explain(error);
    }
}
