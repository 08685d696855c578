package io.github.auth0maven.mojo;

import io.github.auth0maven.users.UsersFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * Finds the users file: as a path, then among the project's resources; there, what resource filtering has made of it goes before
 * its source, if this build has processed the resources.
 */
final class UsersFileLocator {

    private final Path baseDirectory;
    private final MavenProject project;
    private final Processed processed;

    /** Which resources this build has processed by now. */
    record Processed(boolean main, boolean test) {}

    UsersFileLocator(Path baseDirectory, MavenProject project, Processed processed) {
        this.baseDirectory = baseDirectory;
        this.project = project;
        this.processed = processed;
    }

    /**
     * Finds the file.
     *
     * @throws MojoExecutionException if it is nowhere, with all the places
     */
    UsersFile find(String usersFile) throws MojoExecutionException {
        if (usersFile.isBlank()) {
            throw new MojoExecutionException("usersFile (-Dauth0.usersFile) is empty; name the users file");
        }
        List<Path> places;
        try {
            places = places(Path.of(usersFile.strip()));
        } catch (InvalidPathException e) {
            throw new MojoExecutionException("usersFile (-Dauth0.usersFile): \"" + usersFile + "\" is not a path");
        }
        Optional<Path> found = places.stream().filter(Files::exists).findFirst();
        if (found.isEmpty()) {
            throw new MojoExecutionException("There is no users file \"" + usersFile
                    + "\"; set auth0.usersFile, or put it into one of these places:"
                    + places.stream().map(place -> "\n  " + shown(place)).collect(Collectors.joining()));
        }
        Path file = found.get();
        if (!Files.isRegularFile(file)) {
            throw new MojoExecutionException("The users file " + shown(file) + " is not a file");
        }
        if (!Files.isReadable(file)) {
            throw new MojoExecutionException(
                    "The users file " + shown(file) + " may not be read; check its permissions");
        }
        return new UsersFile(file, shown(file));
    }

    /** Whether the file is a resource that Maven would have filtered, had it processed the resources. */
    boolean isUnfiltered(UsersFile file) {
        return filtered(project.getTestResources(), file) || filtered(project.getResources(), file);
    }

    private boolean filtered(List<Resource> resources, UsersFile file) {
        return resources.stream()
                .anyMatch(resource -> resource.isFiltering()
                        && file.path().startsWith(baseDirectory.resolve(resource.getDirectory())));
    }

    private List<Path> places(Path path) {
        List<Path> places = new ArrayList<>();
        places.add(baseDirectory.resolve(path));
        if (path.isAbsolute() || project.getFile() == null) {
            return places;
        }
        Path testOutput = Path.of(project.getBuild().getTestOutputDirectory()).resolve(path);
        Path output = Path.of(project.getBuild().getOutputDirectory()).resolve(path);
        if (processed.test()) {
            places.add(testOutput);
        }
        if (processed.main()) {
            places.add(output);
        }
        addSources(project.getTestResources(), path, places);
        addSources(project.getResources(), path, places);
        if (!processed.test()) {
            places.add(testOutput);
        }
        if (!processed.main()) {
            places.add(output);
        }
        return places;
    }

    private void addSources(List<Resource> resources, Path path, List<Path> places) {
        for (Resource resource : resources) {
            places.add(baseDirectory.resolve(resource.getDirectory()).resolve(path));
        }
    }

    private String shown(Path path) {
        Path normal = path.normalize();
        return normal.startsWith(baseDirectory) && !normal.equals(baseDirectory)
                ? baseDirectory.relativize(normal).toString()
                : normal.toString();
    }
}
