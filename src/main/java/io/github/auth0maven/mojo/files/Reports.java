package io.github.auth0maven.mojo.files;

import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ImportReport.Users;
import io.github.auth0maven.report.PasswordReport;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.report.ValidationReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** The directory that a goal leaves its report in. */
public final class Reports {

    private static final String REHEARSAL = "dry-run";

    private Reports() {}

    /** Where a goal leaves its report. */
    public static ReportFiles files(Invocation invocation, File reportDirectory, ReportFiles.Kind kind) {
        return ReportFiles.in(invocation.path(reportDirectory), kind);
    }

    /** Where a rehearsal leaves its report: that of the real import stays. */
    public static ReportFiles rehearsal(Invocation invocation, File reportDirectory, ReportFiles.Kind kind) {
        return ReportFiles.in(directory(invocation, reportDirectory, true), kind);
    }

    /** The directory for the reports of a goal that may only rehearse: those of what was done for real stay. */
    public static Path directory(Invocation invocation, File reportDirectory, boolean rehearses) {
        Path directory = invocation.path(reportDirectory);
        return rehearses ? directory.resolve(REHEARSAL) : directory;
    }

    /**
     * Makes sure that there is a directory for the report.
     *
     * @throws MojoExecutionException if no report can be written there
     */
    public static ReportDirectory open(ReportFiles files, Redaction redaction) throws MojoExecutionException {
        try {
            return ReportDirectory.at(files, redaction);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "reportDirectory (-Dauth0.reportDirectory): no report can be written to " + files.directory() + ": "
                            + e + "; name another directory",
                    e);
        }
    }

    /**
     * Leaves a report that says that nothing was done; one of an earlier build would be taken for that of this one.
     *
     * @param problem why, if something is wrong
     */
    public static void skipped(ReportFiles files, Target target, Optional<String> problem)
            throws MojoExecutionException {
        Instant now = Instant.now();
        try (ReportDirectory directory = open(files, Redaction.none())) {
            directory.finish(
                    new ImportReport(Status.SKIPPED, target, now, now, Users.NONE, List.of(), List.of(), problem));
        } catch (IOException e) {
            throw new MojoExecutionException("The report cannot be written: " + e.getMessage(), e);
        }
    }

    /** The same, for a check of passwords. */
    public static void passwordsSkipped(ReportFiles files, String usersFile) throws MojoExecutionException {
        Instant now = Instant.now();
        try (ReportDirectory directory = open(files, Redaction.none())) {
            directory.finish(new PasswordReport(
                    Status.SKIPPED,
                    usersFile,
                    now,
                    now,
                    PasswordReport.Samples.NONE,
                    List.of(),
                    List.of(),
                    Optional.empty()));
        } catch (IOException e) {
            throw new MojoExecutionException("The report cannot be written: " + e.getMessage(), e);
        }
    }

    /** The same, for a validation. */
    public static void skipped(ReportFiles files, String usersFile) throws MojoExecutionException {
        Instant now = Instant.now();
        try (ReportDirectory directory = open(files, Redaction.none())) {
            directory.finish(new ValidationReport(
                    Status.SKIPPED, usersFile, now, now, ValidationReport.Users.NONE, List.of(), Optional.empty()));
        } catch (IOException e) {
            throw new MojoExecutionException("The report cannot be written: " + e.getMessage(), e);
        }
    }
}
