package io.github.auth0maven.mojo;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.validation.Judgement;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Validates a users file, as {@code import-users} does before it sends anything: without a network and without credentials. The
 * build fails if Auth0 would refuse a user, naming each by its place in the file.
 */
@Mojo(
        name = "validate-users",
        defaultPhase = LifecyclePhase.PROCESS_TEST_RESOURCES,
        requiresProject = false,
        threadSafe = true)
public final class ValidateUsersMojo extends UsersMojo {

    private static final ImportOptions PLAIN = new ImportOptions(false, false, Optional.empty());

    @Override
    void run(boolean fails) throws MojoExecutionException, MojoFailureException {
        RootAttributes attributes = givenRootAttributes();
        UsersFiles users = findUsersFiles();
        ImportLog log = new ImportLog(getLog(), "");
        try {
            Judgement judgement = judge(attributes, PLAIN).judge(users, log::found);
            log.judged(judgement);
            if (!judgement.exportChanges().isNone()) {
                log.noted(judgement.exportChanges().toString());
            }
            if (judgement.invalidUsers() > 0) {
                conclude(new MojoFailureException(Verdict.invalid(judgement.invalidUsers(), judgement.users())), fails);
            } else {
                getLog().info(Verdict.plural(judgement.users(), "user") + ": Auth0 would accept "
                        + (judgement.users() == 1 ? "it" : "all of them")
                        + (judgement.warnings() > 0
                                ? ", with " + Verdict.plural(judgement.warnings(), "warning")
                                : ""));
            }
        } catch (UsersFileException e) {
            conclude(new MojoFailureException(String.valueOf(e.getMessage()), e), fails);
        } catch (IOException e) {
            throw new MojoExecutionException(users.name() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
