package io.github.auth0maven.mojo;

import io.github.auth0maven.mojo.files.Outputs;
import io.github.auth0maven.mojo.files.Reports;
import io.github.auth0maven.mojo.files.SamplesLocator;
import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.passwords.Samples;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.users.UsersFiles;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Proves known passwords against the hashes of a users file, by the rules of Auth0, without a network and without credentials. The
 * build fails if one does not match; then the goal looks for the reading of the same bytes under which it would, such as a salt on
 * the other side, and says what to change. A hash that Auth0 has once imported cannot be replaced after a login, and nothing else
 * tells before that it is wrong.
 */
@Mojo(
        name = "check-passwords",
        defaultPhase = LifecyclePhase.PROCESS_TEST_RESOURCES,
        requiresProject = false,
        threadSafe = true)
public final class CheckPasswordsMojo extends UsersGoal {

    /**
     * A file with the known passwords of some users: for each an {@code email}, {@code username} or {@code user_id}, and the
     * {@code password}, as CSV with a header, as JSON, NDJSON or YAML. It has to be outside the project and its repository, and
     * readable by its owner only. Without it, one user is taken from the environment: {@code AUTH0_SAMPLE_USER} and
     * {@code AUTH0_SAMPLE_PASSWORD}.
     *
     * <p>Example: {@code -Dauth0.samples=$HOME/.auth0/samples.csv}.
     */
    @Parameter(property = "auth0.samples")
    @Nullable
    File samples;

    /** Whether it is a failure if no sample proves the users of some algorithm and options; otherwise it is a warning. */
    @Parameter(property = "auth0.requireSamples", defaultValue = "false")
    String requireSamples;

    @Override
    Conclusion run() throws MojoExecutionException {
        boolean requires = Parameters.flag("requireSamples", requireSamples);
        UsersFiles users = findUsersFiles();
        Outputs outputs = new Outputs(reportFiles());
        SamplesLocator.spare(invocation(), samples, outputs);
        PasswordGate.Telling telling =
                new PasswordGate.Telling(outputs.sparing(users.files()), reportForms(), redaction(users));
        Optional<Samples> known = SamplesLocator.find(invocation(), samples);
        if (known.isEmpty()) {
            throw new MojoExecutionException("There are no known passwords to check: set samples (-Dauth0.samples), or "
                    + SamplesLocator.USER + " and " + SamplesLocator.PASSWORD + " in the environment");
        }
        return new PasswordGate(invocation(), telling, requires).check(users, known.get());
    }

    @Override
    void skipped(String reason) throws MojoExecutionException {
        super.skipped(reason);
        Reports.passwordsSkipped(reportFiles(), usersFile);
    }

    private ReportFiles reportFiles() {
        return Reports.files(invocation(), reportDirectory, ReportFiles.Kind.PASSWORDS);
    }
}
