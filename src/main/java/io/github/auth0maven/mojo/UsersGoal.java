package io.github.auth0maven.mojo;

import io.github.auth0maven.mojo.files.NoUsersFileException;
import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.users.UsersFiles;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that are for users files have in common: where these are, and what happens if there are none. */
abstract class UsersGoal extends ReadingGoal {

    /**
     * The users file: a JSON array of users, or what {@code format} names. A directory stands for all users files in and below
     * it, and a pattern such as <code>fixtures/**&#47;*.csv</code> for all that it fits ({@code *} within a name, {@code **} for
     * directories); they are read in the order of their paths. It is looked for as a path, absolute or from the project's base directory, then
     * among the project's test resources and resources; there, what resource filtering has made of it is preferred, if this
     * build has processed the resources by the time the goal runs.
     *
     * <p>Example: {@code <usersFile>fixtures/staging-users.json</usersFile>}
     */
    @Parameter(property = "auth0.usersFile", defaultValue = "auth0/users.json")
    String usersFile;

    /**
     * Whether it is an error if there is no users file; if {@code false}, the goal is skipped. In a POM of modules, which
     * seldom has users of its own, a goal that is bound to a phase is skipped in any case. From the command line, Maven runs the goal
     * in that POM alone: name a module by {@code -pl}.
     */
    @Parameter(property = "auth0.failIfNoUsersFile", defaultValue = "true")
    String failIfNoUsersFile;

    /**
     * Finds the users files.
     *
     * @throws NothingToDoException if there are none and need not be
     */
    final UsersFiles findUsersFiles() throws MojoExecutionException {
        boolean fails = Parameters.flag("failIfNoUsersFile", failIfNoUsersFile);
        try {
            return locateUsersFiles(usersFile);
        } catch (NoUsersFileException e) {
            if (!fails) {
                throw new NothingToDoException("there is no users file (auth0.failIfNoUsersFile)");
            }
            if (project.getModules().isEmpty()) {
                throw e;
            }
            if (execution.getLifecyclePhase() != null) {
                throw new NothingToDoException("there is no users file in this POM of modules");
            }
            throw new MojoExecutionException(e.getMessage()
                    + "\nFrom the command line, the goal runs in this POM alone and not in its modules; name one of them, as by -pl "
                    + project.getModules().get(0));
        }
    }
}
