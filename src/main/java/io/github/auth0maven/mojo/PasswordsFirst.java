package io.github.auth0maven.mojo;

import io.github.auth0maven.mojo.files.Outputs;
import io.github.auth0maven.mojo.files.Reports;
import io.github.auth0maven.mojo.files.SamplesLocator;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.passwords.Samples;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ReportFiles;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Tries known passwords before an import sends anything, if there are any.
 *
 * @param report where that is told
 */
record PasswordsFirst(Invocation invocation, @Nullable File samples, ReportFiles report) {

    /** Makes sure that the import writes over no samples, and that this writes over nothing that it reads. */
    void spare(Outputs outputs) throws MojoExecutionException {
        if (samples != null) {
            outputs.write(report);
            SamplesLocator.spare(invocation, samples, outputs);
        }
    }

    /** Why nothing is to be sent: known passwords that do not match; empty if they do, or if there are none. */
    Optional<Conclusion> refuse(ImportChoices choices, Target target) throws MojoExecutionException {
        Optional<Samples> known = samples == null ? Optional.empty() : SamplesLocator.find(invocation, samples);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        PasswordGate.Telling telling =
                new PasswordGate.Telling(report, choices.journaling().forms(), choices.redaction());
        Conclusion checked = new PasswordGate(invocation, telling, false).check(choices.users(), known.get());
        if (checked.failure().isEmpty()) {
            return Optional.empty();
        }
        String why = "nothing has been sent: " + checked.failure().get().getMessage();
        Reports.skipped(choices.journaling().report(), target, Optional.of(why));
        return Optional.of(checked);
    }
}
