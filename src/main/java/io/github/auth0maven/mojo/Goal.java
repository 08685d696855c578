package io.github.auth0maven.mojo;

import io.github.auth0maven.mojo.console.EscapingLog;
import io.github.auth0maven.mojo.files.ReportForms;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.mojo.parameters.UndefinedProperties;
import io.github.auth0maven.mojo.parameters.UnknownNames;
import java.io.File;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: the one way from parameters to a conclusion, and what is said on it. */
abstract class Goal extends AbstractMojo {

    /**
     * Whether failed users, or a service that refuses or cannot be reached, fail the build; if {@code false}, they are told as a
     * warning. What is wrong with a parameter or with settings.xml fails the build all the same.
     */
    @Parameter(property = "auth0.failOnError", defaultValue = "true")
    String failOnError;

    /**
     * Whether violations, warnings and failed users are shown by GitHub at their places in the users file: {@code github} or
     * {@code none}. By default they are if the build runs on GitHub Actions. GitHub shows ten errors and ten warnings of a step.
     */
    @Parameter(property = "auth0.annotations", defaultValue = "auto")
    String annotations;

    /**
     * What is redacted in the log, the annotations, the report and the journal: {@code none}, or {@code emails}. Then each e-mail
     * address is replaced by {@code email:} and 16 digits of its HMAC-SHA-256, in lower case, with the SHA-256 of the users file as
     * the key: who has the file can tell whose it is, who has the report alone cannot. Nothing else is redacted: names, usernames
     * and user ids are not. Neither is the list of failed users, which is to be mended and imported; it has the users as they are.
     *
     * <p><code>printf %s jane&#64;example.com | openssl dgst -sha256 -hmac "$(sha256sum &lt; users.json | cut -c 1-64)" -r | cut -c 1-16</code>
     *
     * <p>Of several users files, the SHA-256 is that of all of them one after the other ({@code cat}), in the order in which the log
     * names them.
     */
    @Parameter(property = "auth0.redact", defaultValue = "none")
    String redact;

    /**
     * Where the report goes. Of an import: {@code import-report.json} with everything, {@code failures.jsonl} with a line for each
     * failure, and the list {@code failed-users.json} of the users that were not imported, to be mended and imported as it is
     * ({@code auth0.usersFile=target/auth0/failed-users.json}): then those who are imported leave it. It has the form that the
     * users file has, {@code failed-users.csv}, {@code .ndjson} or {@code .yaml}; of several files of different forms, JSON.
     * Beside it, {@code failed-users.errors.jsonl} says what is wrong with each of them.
     *
     * <p>A dry run leaves the same in {@code dry-run}, below this directory. A validation leaves {@code validation-report.json},
     * {@code violations.jsonl}, {@code invalid-users.json} (or {@code .csv}, …) and {@code invalid-users.errors.jsonl}. All are
     * readable by their owner only.
     */
    @Parameter(property = "auth0.reportDirectory", defaultValue = "${project.build.directory}/auth0")
    File reportDirectory;

    /**
     * In which forms the report is told beside its JSON, in the same directory: any of {@code html} (a page for a browser),
     * {@code junit} (what CI systems show of tests), {@code sarif} (for code scanning) and {@code gitlab} (its code quality),
     * separated by commas; or {@code none}. They are called {@code import-report.html}, {@code TEST-auth0-import.xml},
     * {@code import-report.sarif} and {@code import-report.gitlab.json}. A build with several pages has one that leads to them,
     * {@code target/auth0.html} of its first project. On GitHub Actions, the summary of the job has the short
     * form, too, unless it is none.
     */
    @Parameter(property = "auth0.reports", defaultValue = "html")
    String reports;

    /** What a test case of the JUnit report is: one of the {@code codes}, or one of the {@code users} that failed. */
    @Parameter(property = "auth0.junit.cases", defaultValue = "codes")
    String junitCases;

    /** Whether to do nothing at all. */
    @Parameter(property = "auth0.skip", defaultValue = "false")
    String skip;

    /**
     * Properties that begin with {@code auth0.} and are another tool's, separated by commas; {@code *} stands for any characters.
     * Every other that is no property of this plugin is an error, as is an element of its {@code <configuration>} that is none of its
     * parameters, for Maven itself would pass over a slip such as {@code -Dauth0.dryrun}.
     *
     * <p>Example: {@code <otherProperties>auth0.version, auth0.sdk.*</otherProperties>}
     */
    @Parameter(property = "auth0.otherProperties")
    @Nullable
    String otherProperties;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        UnknownNames.refuse(invocation(), otherProperties);
        UndefinedProperties.check(session, execution);
        boolean fails = Parameters.flag("failOnError", failOnError);
        if (Parameters.flag("skip", skip)) {
            skipped("Skipped (auth0.skip)");
            return;
        }
        try {
            Optional<AbstractMojoExecutionException> failure = run().failure();
            if (failure.isPresent()) {
                end(failure.get(), fails);
            }
        } catch (NothingToDoException e) {
            skipped("Skipped: " + e.getMessage());
        }
    }

    /**
     * Does what the goal is for: reads its parameters, gives them to the use case, and concludes.
     *
     * @throws MojoExecutionException if the parameters or settings.xml are wrong, which fails the build in any case
     */
    abstract Conclusion run() throws MojoExecutionException;

    /** Is called instead of {@link #run} if nothing is to be done, or after it if there was nothing to do. */
    void skipped(String reason) throws MojoExecutionException {
        getLog().info(reason);
    }

    private void end(AbstractMojoExecutionException failure, boolean fails)
            throws MojoExecutionException, MojoFailureException {
        if (!fails) {
            getLog().warn(failure.getMessage() + " (the build goes on: auth0.failOnError is false)");
        } else if (failure instanceof MojoFailureException users) {
            throw users;
        } else {
            throw (MojoExecutionException) failure;
        }
    }

    /** Nothing that comes from outside can do anything to the log. */
    @Override
    public final Log getLog() {
        return session == null || session.getRequest() == null
                ? new EscapingLog(super.getLog())
                : EscapingLog.of(super.getLog(), session.getRequest());
    }

    final ReportForms reportForms() throws MojoExecutionException {
        return ReportForms.of(reports, junitCases);
    }

    final Invocation invocation() {
        return new Invocation(session, project, execution, getLog());
    }
}
