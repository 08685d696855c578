package io.github.auth0maven.mojo.console;

import io.github.auth0maven.exports.ExportListener;
import io.github.auth0maven.management.CallListener;
import io.github.auth0maven.report.Redaction;
import java.time.Duration;
import org.apache.maven.plugin.logging.Log;

/** What is said of calls and of an export while they are made. */
public final class TenantLog implements ExportListener, CallListener {

    private final Log log;
    private final Redaction redaction;

    public TenantLog(Log log, Redaction redaction) {
        this.log = log;
        this.redaction = redaction;
    }

    @Override
    public void submitted(String jobId) {
        log.info("Export job " + jobId + " has begun at Auth0");
    }

    @Override
    public void completed(String jobId) {
        log.info("Export job " + jobId + " has ended; its file is fetched");
    }

    @Override
    public void waiting(String reason, Duration duration) {
        log.info("Waiting for " + Math.max(1, duration.toSeconds()) + " s: " + redaction.text(reason));
    }

    @Override
    public void warned(String line) {
        log.warn(line);
    }

    @Override
    public void called(String method, String path, String result, Duration took) {
        log.debug(method + " " + path + ": " + result + " (" + took.toMillis() + " ms)");
    }
}
