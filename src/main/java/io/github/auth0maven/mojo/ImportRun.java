package io.github.auth0maven.mojo;

import io.github.auth0maven.imports.UserImport;
import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.Timeouts;
import io.github.auth0maven.mojo.access.DryRunTenant;
import io.github.auth0maven.mojo.access.SessionSlots;
import io.github.auth0maven.mojo.access.TenantService;
import io.github.auth0maven.mojo.console.Annotations;
import io.github.auth0maven.mojo.console.ImportConsole;
import io.github.auth0maven.mojo.console.ImportLog;
import io.github.auth0maven.mojo.console.Interruption;
import io.github.auth0maven.mojo.files.JournalFile;
import io.github.auth0maven.mojo.files.Reports;
import io.github.auth0maven.mojo.files.RunSettings;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.pace.Slots;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.UserSource;
import io.github.auth0maven.users.UsersFileChangedException;
import io.github.auth0maven.users.UsersFileException;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Puts an import together: what it says, where it leaves its report and its journal, and the tenant that it goes to; and draws the
 * conclusion.
 */
final class ImportRun {

    private static final String DRY_RUN = "[dry run] ";

    private final Invocation invocation;
    private final ImportChoices choices;
    private final Annotations annotations;
    private final UserSource source;

    ImportRun(Invocation invocation, ImportChoices choices, Annotations annotations) {
        this(invocation, choices, annotations, choices.users());
    }

    /**
     * @param source the users, or a selection of them
     */
    ImportRun(Invocation invocation, ImportChoices choices, Annotations annotations, UserSource source) {
        this.source = source;
        this.invocation = invocation;
        this.choices = choices;
        this.annotations = annotations;
    }

    /** Imports the users into a tenant on this machine, which is gone afterwards. */
    Conclusion rehearse(Timeouts timeouts) throws MojoExecutionException {
        try (DryRunTenant tenant = DryRunTenant.start(
                choices.destination().connection(), choices.demands().connection())) {
            invocation
                    .log()
                    .info(DRY_RUN + "Auth0 is not called: the users go to a tenant on this machine that imitates it");
            return run(tenant.access(invocation.version(), timeouts), DRY_RUN);
        } catch (IOException e) {
            throw new MojoExecutionException("The local tenant for a dry run cannot be started: " + e.getMessage(), e);
        }
    }

    /** Imports the users into the tenant. */
    Conclusion into(Access access) throws MojoExecutionException {
        return run(access, "");
    }

    private Conclusion run(Access access, String prefix) throws MojoExecutionException {
        ImportLog.Manner manner = new ImportLog.Manner(prefix, choices.redaction());
        try (ImportConsole console = new ImportConsole(
                invocation, manner, annotations, choices.jobs().maxConcurrentJobs())) {
            return run(access, console);
        }
    }

    private Conclusion run(Access access, ImportConsole console) throws MojoExecutionException {
        ImportLog log = console.log();
        boolean rehearses = !log.prefix().isEmpty();
        try (ReportDirectory directory = Reports.open(choices.journaling().report(), choices.redaction());
                ImportJournal journal = rehearses
                        ? ImportJournal.none()
                        : JournalFile.open(choices.journaling().journal());
                ImportBackup backup = new ImportBackup(invocation, choices, access);
                TenantService tenant =
                        new TenantService(access, choices.destination(), choices.options(), log, choices.redaction())) {
            UserImport.Service service = rehearses ? tenant : backup.of(tenant, journal, log);
            UserImport importing =
                    new UserImport(order(access.domain(), journal, rehearses), service, log.timing(), log);
            RunSettings.tell(invocation, directory.course());
            ImportReport report = Interruption.guarding(() -> {
                ImportReport made = importing.run(directory);
                choices.journaling().forms().write(directory, invocation);
                console.verdict(made, directory);
                return made;
            });
            return concluded(report, log);
        } catch (IOException e) {
            return broken(e, log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The import was interrupted before anything was sent", e);
        }
    }

    private UserImport.Order order(Domain tenant, ImportJournal journal, boolean rehearses) {
        Target target = new Target(
                rehearses,
                tenant.toString(),
                choices.destination().connection(),
                choices.users().name());
        Slots slots =
                SessionSlots.of(invocation.session(), tenant, choices.jobs().maxConcurrentJobs());
        return choices.order(source, target, slots, journal);
    }

    private static Conclusion broken(IOException e, ImportLog log) {
        if (e instanceof UsersFileException unreadable) {
            log.unreadable(unreadable);
        }
        String message = log.prefix() + log.redacted(EscapedText.line(String.valueOf(e.getMessage())));
        return Conclusion.failed(
                e instanceof UsersFileException || e instanceof UsersFileChangedException
                        ? new MojoFailureException(message, e)
                        : new MojoExecutionException(message, e));
    }

    private static Conclusion concluded(ImportReport report, ImportLog log) {
        if (report.problem().isPresent()) {
            return Conclusion.failed(new MojoExecutionException(log.prefix()
                    + log.redacted(EscapedText.line(report.problem().get()))));
        }
        return report.status() == Status.FAILED
                ? Conclusion.failed(new MojoFailureException(log.prefix() + Verdict.failure(report)))
                : Conclusion.SUCCESS;
    }
}
