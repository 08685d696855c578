package io.github.auth0maven.mojo;

import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.passwords.HashShape;
import io.github.auth0maven.passwords.PasswordCheck;
import io.github.auth0maven.passwords.PasswordReport;
import io.github.auth0maven.passwords.PasswordResult;
import io.github.auth0maven.passwords.Samples;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.users.UsersFiles;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Checks known passwords against the users, and says what it found. */
final class PasswordGate {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final int MOST_TOLD = 20;

    private final Invocation invocation;
    private final Log log;
    private final boolean requiresSamples;

    PasswordGate(Invocation invocation, boolean requiresSamples) {
        this.invocation = invocation;
        this.log = invocation.log();
        this.requiresSamples = requiresSamples;
    }

    /** Tries the samples, which are wiped then, and leaves a report. */
    Conclusion check(UsersFiles users, Samples samples, File reportDirectory) throws MojoExecutionException {
        try (samples) {
            PasswordResult result = new PasswordCheck(samples, new ProgressLines(log)).run(users);
            boolean proven =
                    result.isProven() && (!requiresSamples || result.unproven().isEmpty());
            tell(result);
            log.info("Report: " + PasswordReport.write(invocation.path(reportDirectory), result, proven));
            String verdict = result.matched() + " of " + Verdict.plural(result.samples(), "sample")
                    + (result.samples() == 1 ? " matches" : " match");
            if (!proven) {
                log.error(verdict);
                return Conclusion.failed(new MojoFailureException(failure(result)));
            }
            log.info(verdict);
            return Conclusion.SUCCESS;
        } catch (UsersFileException e) {
            return Conclusion.failed(new MojoFailureException(EscapedText.line(String.valueOf(e.getMessage())), e));
        } catch (IOException e) {
            throw new MojoExecutionException(EscapedText.line(users.name() + ": " + e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The check was interrupted", e);
        }
    }

    private void tell(PasswordResult result) {
        result.findings().stream().limit(MOST_TOLD).forEach(finding -> log.error(finding.toString()));
        if (result.findings().size() > MOST_TOLD) {
            log.error("… and " + (result.findings().size() - MOST_TOLD) + " more in the report");
        }
        for (int number : result.unused()) {
            log.error("Sample " + number + " names nobody in the users file");
        }
        result.shapes()
                .forEach((shape, count) -> log.info(shape + ": " + Verdict.plural(count.users(), "user") + ", "
                        + Verdict.plural(count.samples(), "sample") + ", " + count.matched() + " matched, "
                        + count.failed()
                        + " not matched"));
        for (Map.Entry<HashShape, PasswordResult.Count> shape : result.unproven()) {
            String told = "No sample proves the "
                    + Verdict.plural(shape.getValue().users(), "user") + " with " + shape.getKey();
            if (requiresSamples) {
                log.error(told + " (auth0.requireSamples)");
            } else {
                log.warn(told);
            }
        }
    }

    private static String failure(PasswordResult result) {
        if (!result.findings().isEmpty()) {
            return Verdict.plural(result.findings().size(), "sample") + " of " + result.samples()
                    + (result.findings().size() == 1 ? " does" : " do")
                    + " not match: these users could not log in after an import";
        }
        return result.unused().isEmpty()
                ? "There are users of whose hashes no sample proves one (auth0.requireSamples)"
                : Verdict.plural(result.unused().size(), "sample") + " name nobody in the users file";
    }

    /** Tells every ten seconds how far it is, and how long it takes. */
    private static final class ProgressLines implements PasswordCheck.Progress {

        private final Log log;
        private final Clock clock = Clock.systemUTC();
        private final Instant start = clock.instant();
        private Instant told = start;

        ProgressLines(Log log) {
            this.log = log;
        }

        @Override
        public synchronized void tried(int samples, int all) {
            Instant now = clock.instant();
            if (Duration.between(told, now).compareTo(INTERVAL) >= 0) {
                told = now;
                long left = Duration.between(start, now).toSeconds() * (all - samples) / samples;
                log.info(samples + " of " + Verdict.plural(all, "sample") + " tried, about " + left + " s left");
            }
        }
    }
}
