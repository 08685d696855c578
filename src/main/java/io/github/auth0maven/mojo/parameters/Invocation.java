package io.github.auth0maven.mojo.parameters;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** A goal's invocation: the build that it is a part of, and the log that it tells things. */
public record Invocation(MavenSession session, MavenProject project, MojoExecution execution, Log log) {

    private static final String NO_BASE_DIRECTORY = "${project.basedir}";

    /** The project's directory; without a project, the one that Maven runs in. */
    public Path baseDirectory() {
        return project.getBasedir() == null
                ? Path.of(session.getExecutionRootDirectory())
                : project.getBasedir().toPath();
    }

    /** The path that a parameter holds. Without a POM, Maven leaves its placeholder for the base directory in the default. */
    public Path path(File parameter) {
        String path = parameter.getPath();
        int placeholder = path.indexOf(NO_BASE_DIRECTORY);
        return placeholder < 0
                ? parameter.toPath()
                : baseDirectory().resolve(path.substring(placeholder + NO_BASE_DIRECTORY.length() + 1));
    }

    /** The directories that the projects of this build are built in. */
    public List<Path> buildDirectories() {
        return Stream.concat(Stream.of(project), session.getProjects().stream())
                .flatMap(built -> Stream.ofNullable(built.getBuild().getDirectory()))
                .map(directory -> baseDirectory()
                        .resolve(path(new File(directory)))
                        .toAbsolutePath()
                        .normalize())
                .distinct()
                .toList();
    }

    /** The version of this plugin. */
    public String version() {
        return execution.getVersion();
    }

    /** The id of the execution, which is {@code default-cli} on the command line. */
    public String executionId() {
        return String.valueOf(execution.getExecutionId());
    }

    /** Whether this is Maven 4, which differs in what a goal cannot see. */
    public boolean isMaven4() {
        return session.getSystemProperties().getProperty("maven.version", "").startsWith("4");
    }
}
