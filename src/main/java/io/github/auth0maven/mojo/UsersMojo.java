package io.github.auth0maven.mojo;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.management.ManagementApi;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.ValidationSettings;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that read a users file have in common: where it is, and what is added to its users. */
abstract class UsersMojo extends AbstractMojo {

    /** What an import file has around its users: a user alone in one has that much less room. */
    private static final int BRACKETS = 2;

    /**
     * The users file: a JSON array of users. It is looked for as a path, absolute or from the project's base directory, then
     * among the project's test resources and resources; there, what resource filtering has made of it is preferred, if this
     * build has processed the resources by the time the goal runs.
     *
     * <p>Example: {@code <usersFile>fixtures/staging-users.json</usersFile>}
     */
    @Parameter(property = "auth0.usersFile", defaultValue = "auth0/users.json")
    String usersFile;

    /**
     * Root attributes that every user gets who lacks them. Possible are {@code blocked}, {@code email_verified},
     * {@code phone_verified} (true or false), {@code family_name}, {@code given_name}, {@code name}, {@code nickname} and
     * {@code picture}.
     *
     * <p>Example: {@code <rootAttributes><email_verified>true</email_verified></rootAttributes>}
     */
    @Parameter
    @Nullable
    Map<String, String> rootAttributes;

    /**
     * Whether failed users, or a service that refuses or cannot be reached, fail the build; if {@code false}, they are told as a
     * warning. What is wrong with a parameter or with settings.xml fails the build all the same.
     */
    @Parameter(property = "auth0.failOnError", defaultValue = "true")
    String failOnError;

    /** Whether to do nothing at all. */
    @Parameter(property = "auth0.skip", defaultValue = "false")
    String skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        boolean fails = Parameters.flag("failOnError", failOnError);
        if (Parameters.flag("skip", skip)) {
            skipped();
            return;
        }
        run(fails);
    }

    /** Does what the goal is for. */
    abstract void run(boolean fails) throws MojoExecutionException, MojoFailureException;

    /** Is called instead of {@link #run} if nothing is to be done. */
    void skipped() throws MojoExecutionException {
        getLog().info("Skipped (auth0.skip)");
    }

    Path baseDirectory() {
        return project.getBasedir() == null
                ? Path.of(session.getExecutionRootDirectory())
                : project.getBasedir().toPath();
    }

    UsersFile findUsersFile() throws MojoExecutionException {
        UsersFileLocator.Processed processed =
                ProcessedResources.at(execution.getLifecyclePhase(), session.getGoals(), execution.getGoal());
        UsersFileLocator locator = new UsersFileLocator(baseDirectory(), project, processed);
        UsersFile file = locator.find(usersFile);
        getLog().info("Users file: " + file.name());
        if (locator.isUnfiltered(file)) {
            getLog().warn(file.name()
                    + " is taken as it is, without the resource filtering that its directory asks for: run"
                    + " the goal after process-test-resources, for instance as \"mvn process-test-resources auth0:"
                    + execution.getGoal() + "\"");
        }
        return file;
    }

    RootAttributes givenRootAttributes() throws MojoExecutionException {
        try {
            return rootAttributes == null ? RootAttributes.NONE : RootAttributes.of(rootAttributes);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** Fails the build, or, if it is not to fail, warns. */
    void conclude(AbstractMojoExecutionException failure, boolean fails)
            throws MojoExecutionException, MojoFailureException {
        if (!fails) {
            getLog().warn(failure.getMessage() + " (the build goes on: auth0.failOnError is false)");
        } else if (failure instanceof MojoFailureException users) {
            throw users;
        } else {
            throw (MojoExecutionException) failure;
        }
    }

    /** What holds the users to the rules. */
    FileJudge judge(RootAttributes attributes, ImportOptions options) {
        ValidationSettings settings = new ValidationSettings(
                ManagementApi.capacity(options) - BRACKETS, attributes.size(), attributes.names());
        return new FileJudge(settings, Path.of(System.getProperty("java.io.tmpdir")));
    }
}
