package io.github.auth0maven.exports;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The service that exports users, of one connection. */
public interface ExportJobs {

    /** Begins an export. */
    Result<ExportJob> submit(ExportOrder order);

    /** How a job stands. */
    Result<ExportJob> get(String id);

    /**
     * Fetches the file of a job, which is elsewhere: no token goes there.
     *
     * @return how many bytes it has
     * @throws UncheckedIOException if it cannot be written
     */
    Result<Long> download(String location, OutputStream to);

    /** How long the next call is to wait for the tenant's rate limit. */
    Duration rest();

    /** What was refused, and what to do about it, in one line. */
    String explain(ServiceError error);
}
