package io.github.auth0maven.mojo;

import static io.github.auth0maven.report.Verdict.plural;

import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.Purpose;
import io.github.auth0maven.mojo.access.TenantAccess.Need;
import io.github.auth0maven.mojo.access.TenantUsersService;
import io.github.auth0maven.mojo.access.TenantUsersService.Use;
import io.github.auth0maven.mojo.console.Interruption;
import io.github.auth0maven.mojo.console.TenantLog;
import io.github.auth0maven.mojo.files.BackupPlace;
import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.pace.UnansweredException;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.restorations.UserRestoration;
import io.github.auth0maven.restorations.UserRestoration.Restored;
import io.github.auth0maven.users.EscapedText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Puts users back to what they were before {@code import-users} has changed them, by the backup that {@code auth0.backup=true} has
 * had it keep: their names, nickname, picture, {@code email_verified}, {@code user_metadata} and {@code app_metadata}. Passwords and
 * MFA factors that the import has replaced stay, for Auth0 tells nobody what they were; users whom the import has created are for
 * {@code delete-users}.
 *
 * <p>It needs the scopes {@code read:users}, {@code update:users} and {@code read:connections}, and {@code allowedDomains} has to
 * name the tenant, unless this build has started it.
 */
@Mojo(name = "restore-users", requiresProject = false, threadSafe = true)
public final class RestoreUsersMojo extends TenantGoal {

    private static final Need NEED = new Need("auth0:restore-users", "that users may be put back in");

    /** The backup; by default {@code backup-users.jsonl} in {@code reportDirectory}. */
    @Parameter(property = "auth0.backupFile")
    @Nullable
    File backupFile;

    /**
     * How much of the tenant's rate limit the goal may take, above 0 and up to 1: when fewer calls are left than the others' share,
     * it waits. The rest is for those who log in meanwhile.
     */
    @Parameter(property = "auth0.rateShare", defaultValue = "0.5")
    String rateShare;

    /**
     * Tenants in which nobody is put back, whatever else is said, separated by commas; {@code *} stands for any part that holds no
     * dot. What the POM protects, here or by its property, the command line can add to, and not take from.
     */
    @Parameter(property = "auth0.protectedDomains")
    @Nullable
    String protectedDomains;

    /** Whether only to say who would be put back: the tenant is asked, and nothing is changed there. */
    @Parameter(property = "auth0.dryRun", defaultValue = "false")
    String dryRun;

    @Inject
    RestoreUsersMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Conclusion run() throws MojoExecutionException {
        boolean rehearses = Parameters.flag("dryRun", dryRun);
        Use use = new Use(Purpose.RESTORATION, Parameters.share("rateShare", rateShare));
        tenantAccess().refuseProtected(protectedDomains);
        tenantAccess().needAllowedDomains(NEED);
        Path backup = BackupPlace.existing(invocation(), backupFile, reportDirectory);
        Access access = tenantAccess().open("users cannot be put back in Auth0 offline: run it without -o");
        TenantLog log = new TenantLog(getLog(), Redaction.none());
        try (TenantUsersService tenant =
                new TenantUsersService(access, tenantAccess().connection(), log, use)) {
            try {
                told(restore(new UserRestoration(backup, rehearses, Timing.real()), tenant, access), rehearses);
                return Conclusion.SUCCESS;
            } catch (UnansweredException e) {
                return failed(tenant.explain(e), e);
            }
        } catch (IOException e) {
            return failed(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("The restoration was interrupted. The same command goes on from there", e);
        }
    }

    private Restored restore(UserRestoration restoration, TenantUsersService tenant, Access access)
            throws IOException, InterruptedException {
        return Interruption.guarding(() -> restoration.run(
                tenant,
                access.domain().toString(),
                (id, attributes) -> getLog().debug(id + ": " + String.join(", ", attributes))));
    }

    private void told(Restored restored, boolean rehearses) {
        getLog().info((rehearses ? "[dry run] " : "") + plural(restored.restored(), "user")
                + (rehearses ? " would be put back, " : " put back, ") + restored.unchanged()
                + " as they were, " + restored.gone() + " no longer there");
        if (restored.restored() > 0) {
            getLog().info(
                            "Passwords and MFA factors that the import has replaced stay as they are: Auth0 tells nobody what"
                                    + " they were");
        }
    }

    private static Conclusion failed(String message, Exception cause) {
        return Conclusion.failed(new MojoExecutionException(EscapedText.line(message), cause));
    }
}
