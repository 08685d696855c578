package io.github.auth0maven.exports;

import java.time.Duration;

/** Is told how an export goes. */
public interface ExportListener {

    /** The service has begun an export. */
    void submitted(String jobId);

    /** The job has ended, and its file is fetched. */
    void completed(String jobId);

    /** Nothing can be done for this long. */
    void waiting(String reason, Duration duration);
}
