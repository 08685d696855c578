package io.github.auth0maven.mojo.files;

import io.github.auth0maven.users.UsersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** The copies that Maven makes of a project's resources, and which of them are the same as their sources. */
final class ResourceCopies {

    private final Path baseDirectory;
    private final MavenProject project;

    ResourceCopies(Path baseDirectory, MavenProject project) {
        this.baseDirectory = baseDirectory;
        this.project = project;
    }

    /** The source of a copy, where it has the same bytes: that is the file which somebody mends. */
    Optional<Path> source(Path copy) {
        if (project.getFile() == null) {
            return Optional.empty();
        }
        Optional<Path> source = source(copy, testOutput(), project.getTestResources());
        return source.isPresent() ? source : source(copy, output(), project.getResources());
    }

    /** Whether the file is a resource that Maven would have filtered, had it processed the resources, and not in vain. */
    boolean isUnfiltered(UsersFile file) {
        return project.getFile() != null
                && (isUnfiltered(file.path(), testOutput(), project.getTestResources())
                        || isUnfiltered(file.path(), output(), project.getResources()));
    }

    private Path testOutput() {
        return Path.of(project.getBuild().getTestOutputDirectory());
    }

    private Path output() {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    private Optional<Path> source(Path copy, Path output, List<Resource> resources) {
        for (Resource resource : resources) {
            Path copies = copies(resource, output);
            if (copy.startsWith(copies)) {
                Path source = sources(resource).resolve(copies.relativize(copy));
                if (isSame(source, copy)) {
                    return Optional.of(source);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isUnfiltered(Path file, Path output, List<Resource> resources) {
        for (Resource resource : resources) {
            Path sources = sources(resource);
            if (resource.isFiltering() && file.startsWith(sources)) {
                return !isSame(file, copies(resource, output).resolve(sources.relativize(file)));
            }
        }
        return false;
    }

    private Path sources(Resource resource) {
        return baseDirectory.resolve(resource.getDirectory());
    }

    private static Path copies(Resource resource, Path output) {
        return resource.getTargetPath() == null ? output : output.resolve(resource.getTargetPath());
    }

    private static boolean isSame(Path source, Path copy) {
        try {
            return Files.isRegularFile(source)
                    && Files.isRegularFile(copy)
                    && Files.size(source) == Files.size(copy)
                    && Files.mismatch(source, copy) < 0;
        } catch (IOException e) {
            // whoever reads the one that was found tells it
            return false;
        }
    }
}
