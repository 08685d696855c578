package io.github.auth0maven.mojo;

import io.github.auth0maven.mojo.files.ReportForms;
import io.github.auth0maven.mojo.files.Reports;
import io.github.auth0maven.mojo.files.RunSettings;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.passwords.PasswordCheck;
import io.github.auth0maven.passwords.PasswordResult;
import io.github.auth0maven.passwords.Samples;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.users.UsersFiles;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Checks known passwords against the users, says what it found, and leaves a report of that. */
final class PasswordGate {

    private final Invocation invocation;
    private final Telling telling;
    private final boolean requiresSamples;

    /** Where the report goes, and how it is told. */
    record Telling(ReportFiles files, ReportForms forms, Redaction redaction) {}

    PasswordGate(Invocation invocation, Telling telling, boolean requiresSamples) {
        this.invocation = invocation;
        this.telling = telling;
        this.requiresSamples = requiresSamples;
    }

    /** Tries the samples, which are wiped then. */
    Conclusion check(UsersFiles users, Samples samples) throws MojoExecutionException {
        try (samples;
                ReportDirectory directory = Reports.open(telling.files(), telling.redaction())) {
            RunSettings.tell(invocation, directory.course());
            return check(users, samples, directory);
        } catch (IOException e) {
            throw new MojoExecutionException(EscapedText.line(users.name() + ": " + e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The check was interrupted", e);
        }
    }

    private Conclusion check(UsersFiles users, Samples samples, ReportDirectory directory)
            throws IOException, InterruptedException {
        PasswordVerdict verdict = new PasswordVerdict(users.name(), requiresSamples);
        Clock clock = Clock.systemUTC();
        Instant start = clock.instant();
        PasswordLog log = new PasswordLog(invocation.log(), clock);
        try {
            PasswordResult result = new PasswordCheck(samples, log).run(users);
            verdict.record(result, directory, new PasswordVerdict.Span(start, clock.instant()));
            log.tell(result, requiresSamples);
            finish(directory);
            log.verdict(result, verdict.isGood(result));
            return verdict.isGood(result)
                    ? Conclusion.SUCCESS
                    : Conclusion.failed(new MojoFailureException(PasswordVerdict.failure(result)));
        } catch (UsersFileException e) {
            String problem = EscapedText.line(String.valueOf(e.getMessage()));
            verdict.recordUnreadable(problem, directory, new PasswordVerdict.Span(start, clock.instant()));
            finish(directory);
            return Conclusion.failed(new MojoFailureException(problem, e));
        }
    }

    private void finish(ReportDirectory directory) throws IOException {
        telling.forms().write(directory, invocation);
        invocation.log().info("Report: " + directory.report());
    }
}
