package io.github.auth0maven.mojo;

import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.mojo.ChangesImport.Kept;
import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.plans.Metadata;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What a goal that sends users lets be said of whom it sends, and of what becomes of them. */
abstract class SendingGoal extends ComparingGoal {

    /**
     * Whether users that exist already, by their e-mail address, are updated; otherwise each of them is a failed user. Beware:
     * Auth0 then replaces their metadata whole, and resets {@code email_verified} where the users file does not give it.
     */
    @Parameter(property = "auth0.upsert", defaultValue = "false")
    String upsert;

    /** Whether Auth0 mails all owners of the tenant for each import job that ends. */
    @Parameter(property = "auth0.sendCompletionEmail", defaultValue = "false")
    String sendCompletionEmail;

    /** A text that Auth0 keeps with each import job, for finding it in the tenant's logs. */
    @Parameter(property = "auth0.externalId")
    @Nullable
    String externalId;

    /**
     * Whom to send: {@code all} users of the file, or {@code only} those whom the tenant lacks or has otherwise, as {@code plan-users}
     * tells. Then what an upsert leaves alone, such as {@code blocked}, is changed user by user, for which the application needs the
     * scopes {@code read:users} and {@code update:users}; for users who exist, {@code upsert} has to be on. With {@code metadata} set
     * to {@code merge}, metadata is changed user by user, too.
     */
    @Parameter(property = "auth0.changes", defaultValue = "all")
    String changes;

    /** How much of the tenant's rate limit changes of single users may take, above 0 and up to 1: the rest is for its own users. */
    @Parameter(property = "auth0.rateShare", defaultValue = "0.5")
    String rateShare;

    private enum Changes {
        ALL,
        ONLY
    }

    SendingGoal(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    /** Whether those users alone are sent whom the tenant lacks or has otherwise. */
    final boolean sendsChangesOnly(boolean rehearses) throws MojoExecutionException {
        kept();
        boolean only = Parameters.choice("changes", changes, Changes.class) == Changes.ONLY;
        if (only && rehearses) {
            throw new MojoExecutionException(
                    "changes (-Dauth0.changes): \"only\" is what the tenant decides, and a dry run asks"
                            + " none: auth0:plan-users tells what would be changed");
        }
        return only;
    }

    final Kept kept() throws MojoExecutionException {
        return new Kept(
                Parameters.choice("metadata", metadata, Metadata.class), Parameters.share("rateShare", rateShare));
    }

    final ImportOptions options() throws MojoExecutionException {
        return new ImportOptions(
                Parameters.flag("upsert", upsert),
                Parameters.flag("sendCompletionEmail", sendCompletionEmail),
                externalId == null || externalId.isBlank() ? Optional.empty() : Optional.of(externalId));
    }
}
