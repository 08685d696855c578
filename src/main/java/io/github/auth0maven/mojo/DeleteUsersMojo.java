package io.github.auth0maven.mojo;

import io.github.auth0maven.deletions.DeletionJournal;
import io.github.auth0maven.deletions.DeletionReport;
import io.github.auth0maven.deletions.DeletionReportFile;
import io.github.auth0maven.deletions.UserDeletion;
import io.github.auth0maven.jobs.PastImport;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.Purpose;
import io.github.auth0maven.mojo.access.TenantAccess.Need;
import io.github.auth0maven.mojo.access.TenantUsersService;
import io.github.auth0maven.mojo.access.TenantUsersService.Use;
import io.github.auth0maven.mojo.console.DeletionLog;
import io.github.auth0maven.mojo.console.Interruption;
import io.github.auth0maven.mojo.files.DeletionPage;
import io.github.auth0maven.mojo.files.ImportedFile;
import io.github.auth0maven.mojo.files.ReportForms;
import io.github.auth0maven.mojo.files.Reports;
import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.UsersFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the users whom an import of this plugin has created, and nobody else: by the import's journal, or its report, and the
 * users file that it was of. Who was there before the import stays, as does whoever is linked with another account. Addresses that
 * are taken although nobody is found by them (ghosts) are freed. Each user is asked about before it is deleted; the goal keeps a
 * journal beside that of the import, and goes on from there when it was interrupted.
 *
 * <p>It needs the scopes {@code read:users}, {@code delete:users} and {@code read:connections}, and {@code allowedDomains} has to
 * name the tenant, unless this build has started it. Bound to a phase, it is {@code post-integration-test}, and removes the users
 * that the build has imported.
 */
@Mojo(
        name = "delete-users",
        defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST,
        requiresProject = false,
        threadSafe = true)
public final class DeleteUsersMojo extends UsersTenantGoal {

    private static final Need NEED = new Need("auth0:delete-users", "that users may be deleted from");

    /**
     * The journal of the import whose users are to be deleted, or its {@code import-report.json}. By default it is the last journal
     * in {@code reportDirectory}, or else the report there. A report knows less than a journal: the times of the import as a whole,
     * by this machine's clock.
     */
    @Parameter(property = "auth0.imported")
    @Nullable
    File imported;

    /** How many users may be deleted; if the import may have created more, nobody is. By default it is the number of those. */
    @Parameter(property = "auth0.maxDeletions")
    @Nullable
    String maxDeletions;

    /** Whether users stay who have logged in, or were changed since the import created them. */
    @Parameter(property = "auth0.keepChanged", defaultValue = "false")
    String keepChanged;

    /**
     * How much of the tenant's rate limit the goal may take, above 0 and up to 1: when fewer calls are left than the others' share,
     * it waits. The rest is for those who log in meanwhile.
     */
    @Parameter(property = "auth0.rateShare", defaultValue = "0.5")
    String rateShare;

    /**
     * Tenants in which nobody is deleted, whatever else is said, separated by commas; {@code *} stands for any part that holds no
     * dot. What the POM protects, here or by its property, the command line can add to, and not take from.
     *
     * <p>Example: {@code <protectedDomains>example.eu.auth0.com, *.example.com</protectedDomains>}
     */
    @Parameter(property = "auth0.protectedDomains")
    @Nullable
    String protectedDomains;

    /** Whether only to say who would be deleted: the tenant is asked, and nothing is changed there. */
    @Parameter(property = "auth0.dryRun", defaultValue = "false")
    String dryRun;

    @Inject
    DeleteUsersMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Conclusion run() throws MojoExecutionException {
        Choices choices = choices();
        ReportForms forms = reportForms();
        UsersFiles users = findUsersFiles();
        ImportedFile past = ImportedFile.find(invocation(), imported, reportDirectory);
        Access access = tenantAccess().open("users cannot be deleted from Auth0 offline: run it without -o");
        DeletionLog.Manner manner = new DeletionLog.Manner(choices.rehearses(), redaction(users));
        Path directory = Reports.directory(invocation(), reportDirectory, choices.rehearses());
        try (DeletionReportFile report = DeletionReportFile.at(directory)) {
            DeletionLog log = new DeletionLog(getLog(), report, manner);
            UserDeletion.Order order = order(past.read(), users, access, choices);
            try (DeletionJournal journal = choices.rehearses() ? DeletionJournal.none() : past.deletions();
                    TenantUsersService tenant =
                            new TenantUsersService(access, order.connection(), log, choices.use())) {
                DeletionReport made = run(new UserDeletion(order, Timing.real(), log), tenant, journal);
                log.verdict(made);
                Path told = report.finish(made);
                if (forms.hasPage()) {
                    new DeletionPage(invocation(), made).write(told);
                }
                return concluded(made, told);
            }
        } catch (IOException e) {
            return failed(manner.redaction().text(String.valueOf(e.getMessage())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("The deletion was interrupted. The same command goes on from there", e);
        }
    }

    /** What the parameters say of a deletion, once it is certain that there may be one. */
    private record Choices(boolean rehearses, boolean keeps, Optional<Long> most, Use use) {}

    private Choices choices() throws MojoExecutionException {
        Choices choices = new Choices(
                Parameters.flag("dryRun", dryRun),
                Parameters.flag("keepChanged", keepChanged),
                maxDeletions == null
                        ? Optional.empty()
                        : Optional.of((long) Parameters.number("maxDeletions", maxDeletions, 0, Integer.MAX_VALUE)),
                new Use(Purpose.DELETION, Parameters.share("rateShare", rateShare)));
        tenantAccess().refuseProtected(protectedDomains);
        tenantAccess().needAllowedDomains(NEED);
        return choices;
    }

    private UserDeletion.Order order(PastImport past, UsersFiles users, Access access, Choices choices)
            throws MojoExecutionException {
        return new UserDeletion.Order(
                past,
                users,
                givenRootAttributes(),
                access.domain().toString(),
                tenantAccess().connection(),
                choices.most(),
                choices.keeps(),
                choices.rehearses());
    }

    private static DeletionReport run(UserDeletion deletion, TenantUsersService tenant, DeletionJournal journal)
            throws IOException, InterruptedException {
        return Interruption.guarding(() -> deletion.run(tenant, journal));
    }

    private Conclusion concluded(DeletionReport made, Path told) {
        getLog().info("Report: " + told);
        return made.problem().isPresent()
                ? Conclusion.failed(new MojoExecutionException(
                        EscapedText.line(made.problem().get())))
                : Conclusion.SUCCESS;
    }

    private static Conclusion failed(String message, Exception cause) {
        return Conclusion.failed(new MojoExecutionException(EscapedText.line(message), cause));
    }
}
