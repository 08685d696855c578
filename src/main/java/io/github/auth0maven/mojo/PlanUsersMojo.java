package io.github.auth0maven.mojo;

import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.mojo.console.Annotations;
import io.github.auth0maven.mojo.console.ImportLog;
import io.github.auth0maven.mojo.console.PlanLog;
import io.github.auth0maven.mojo.console.ProgressLog;
import io.github.auth0maven.mojo.files.Outputs;
import io.github.auth0maven.mojo.files.Reports;
import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.plans.Metadata;
import io.github.auth0maven.plans.UserPlan.Planned;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.UsersFileChangedException;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.users.UsersFiles;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Holds the users file against the tenant, and tells what an import with upsert would do: whom it would create, what it would change
 * of whom, what differs and no import can change, and who is in the tenant alone. Nothing is changed. The tenant's users are had by an
 * export job, for which the application needs the scope {@code read:users}.
 *
 * <p>The report is {@code plan.json} in {@code reportDirectory}. Hashes and MFA factors are not compared, for no export shows them.
 */
@Mojo(
        name = "plan-users",
        defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
        requiresProject = false,
        threadSafe = true)
public final class PlanUsersMojo extends ComparingGoal {

    private static final String OFFLINE = "the tenant's users cannot be read offline: run it without -o";
    private static final ImportOptions UPSERT = new ImportOptions(true, false, Optional.empty());

    /** Whether the build fails if the tenant has not what the users file says, so that a drift is noticed. */
    @Parameter(property = "auth0.failOnChanges", defaultValue = "false")
    String failOnChanges;

    @Inject
    PlanUsersMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Conclusion run() throws MojoExecutionException {
        boolean fails = Parameters.flag("failOnChanges", failOnChanges);
        UsersFiles users = findUsersFiles();
        Redaction redaction = redaction(users);
        PlanRun.Wanted wanted = wanted(users);
        PlanRun run = new PlanRun(invocation(), wanted, tenantAccess().open(OFFLINE), redaction);
        try (Annotations annotations = annotations(users)) {
            ImportLog log =
                    new ImportLog(getLog(), new ImportLog.Manner("", redaction), annotations, ProgressLog.silent());
            Planned planned = run.run(log::found, user -> {});
            log.judged(planned.judgement());
            return concluded(planned, fails);
        } catch (IOException e) {
            return broken(e, redaction);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The plan was interrupted; nothing has been changed", e);
        }
    }

    private PlanRun.Wanted wanted(UsersFiles users) throws MojoExecutionException {
        ReportFiles report = Reports.files(invocation(), reportDirectory, ReportFiles.Kind.IMPORT);
        Outputs outputs = new Outputs(report);
        return new PlanRun.Wanted(
                users,
                demands(outputs),
                Parameters.choice("metadata", metadata, Metadata.class),
                tenantAccess().connection(),
                UPSERT.capacity(),
                false,
                Parameters.duration("jobTimeout", jobTimeout),
                report.directory());
    }

    private Conclusion concluded(Planned planned, boolean fails) {
        if (planned.judgement().invalidUsers() > 0) {
            return Conclusion.failed(new MojoFailureException(Verdict.invalid(
                            planned.judgement().invalidUsers(),
                            planned.judgement().users())
                    + ": there is no plan. Mend the users file"));
        }
        return fails && planned.counts().isAnythingToDo()
                ? Conclusion.failed(new MojoFailureException(PlanLog.summary(planned.counts())
                        + " The tenant is not as the users file says (auth0.failOnChanges)"))
                : Conclusion.SUCCESS;
    }

    private static Conclusion broken(IOException e, Redaction redaction) {
        String message = redaction.text(EscapedText.line(String.valueOf(e.getMessage())));
        return Conclusion.failed(
                e instanceof UsersFileException || e instanceof UsersFileChangedException
                        ? new MojoFailureException(message, e)
                        : new MojoExecutionException(message, e));
    }
}
