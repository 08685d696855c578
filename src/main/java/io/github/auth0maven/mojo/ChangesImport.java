package io.github.auth0maven.mojo;

import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.OpenTenant;
import io.github.auth0maven.management.UserChanges;
import io.github.auth0maven.mojo.console.Annotations;
import io.github.auth0maven.mojo.console.TenantLog;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.plans.ChangeList;
import io.github.auth0maven.plans.Metadata;
import io.github.auth0maven.plans.SingleChanges;
import io.github.auth0maven.plans.UserPlan.Planned;
import io.github.auth0maven.report.OwnerOnly;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.SelectedUsers;
import io.github.auth0maven.users.UsersFileChangedException;
import io.github.auth0maven.users.UsersFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Imports those users alone whom the tenant lacks or has otherwise, and then changes of single users what no import changes. */
final class ChangesImport {

    private final Invocation invocation;
    private final ImportChoices choices;
    private final Annotations annotations;
    private final Kept kept;

    /**
     * What is left alone.
     *
     * @param share how much of the tenant's rate limit changes of single users may take
     */
    record Kept(Metadata metadata, double share) {}

    ChangesImport(Invocation invocation, ImportChoices choices, Annotations annotations, Kept kept) {
        this.kept = kept;
        this.invocation = invocation;
        this.choices = choices;
        this.annotations = annotations;
    }

    /** Imports what differs into the tenant. */
    Conclusion into(Access access) throws MojoExecutionException {
        Path directory = choices.journaling().report().directory();
        try {
            Files.createDirectories(directory);
            try (ChangeList changes = new ChangeList(directory, OwnerOnly::create)) {
                // what is wrong with users the import tells
                Planned planned = plan(access).run(violation -> {}, changes);
                changes.addInvalid(planned.judgement());
                return into(access, changes);
            }
        } catch (IOException e) {
            return broken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The import was interrupted; the same command goes on from there", e);
        }
    }

    private PlanRun plan(Access access) {
        PlanRun.Wanted wanted = new PlanRun.Wanted(
                choices.users(),
                choices.demands(),
                kept.metadata(),
                choices.destination().connection(),
                choices.options().capacity(),
                choices.skipInvalid(),
                choices.jobs().jobTimeout(),
                choices.journaling().report().directory());
        return new PlanRun(invocation, wanted, access, choices.redaction());
    }

    private Conclusion into(Access access, ChangeList changes)
            throws IOException, InterruptedException, MojoExecutionException {
        if (changes.updates() > 0 && !choices.options().upsert()) {
            return Conclusion.failed(new MojoFailureException(Verdict.plural(changes.updates(), "user")
                    + " of the users file " + (changes.updates() == 1 ? "exists" : "exist")
                    + " and would be changed, for which upsert (-Dauth0.upsert) has to be on; nothing has been sent"));
        }
        Conclusion imported = new ImportRun(
                        invocation,
                        choices.selecting(changes.digest()),
                        annotations,
                        new SelectedUsers(choices.users(), changes))
                .into(access);
        return imported.failure().isPresent() || changes.singles() == 0 ? imported : change(access, changes);
    }

    private Conclusion change(Access access, ChangeList changes) throws IOException, InterruptedException {
        TenantLog log = new TenantLog(invocation.log(), choices.redaction());
        try (OpenTenant tenant = OpenTenant.open(access, log, choices.destination(), UserChanges.PURPOSE)) {
            SingleChanges made = new SingleChanges(new UserChanges(tenant, kept.share()), Timing.real());
            changes.forEachSingle(made);
            if (made.refused() == 0) {
                invocation.log().info(Verdict.plural(made.changed(), "user") + " changed one by one");
                return Conclusion.SUCCESS;
            }
            return Conclusion.failed(new MojoFailureException(choices.redaction()
                    .text(Verdict.plural(made.refused(), "user") + " of " + changes.singles()
                            + " could not be changed one by one; the first: "
                            + made.reason().orElse(""))));
        }
    }

    private Conclusion broken(IOException e) {
        String message = choices.redaction().text(EscapedText.line(String.valueOf(e.getMessage())));
        return Conclusion.failed(
                e instanceof UsersFileException || e instanceof UsersFileChangedException
                        ? new MojoFailureException(message, e)
                        : new MojoExecutionException(message, e));
    }
}
