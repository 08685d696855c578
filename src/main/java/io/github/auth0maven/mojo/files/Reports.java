package io.github.auth0maven.mojo.files;

import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ImportReport.Users;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.ReportDirectory;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** The directory that a goal leaves its report in. */
public final class Reports {

    private Reports() {}

    /**
     * Makes sure that there is one.
     *
     * @throws MojoExecutionException if no report can be written there
     */
    public static ReportDirectory open(Invocation invocation, File reportDirectory, Redaction redaction)
            throws MojoExecutionException {
        try {
            return ReportDirectory.at(invocation.path(reportDirectory), redaction);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "reportDirectory (-Dauth0.reportDirectory): no report can be written to " + reportDirectory + ": "
                            + e + "; name another directory",
                    e);
        }
    }

    /** Leaves a report that says that nothing was done; one of an earlier build would be taken for that of this one. */
    public static void skipped(Invocation invocation, File reportDirectory, Target target)
            throws MojoExecutionException {
        Instant now = Instant.now();
        try (ReportDirectory directory = open(invocation, reportDirectory, Redaction.none())) {
            directory.finish(new ImportReport(
                    Status.SKIPPED, target, now, now, Users.NONE, List.of(), List.of(), Optional.empty()));
        } catch (IOException e) {
            throw new MojoExecutionException("The report cannot be written: " + e.getMessage(), e);
        }
    }
}
