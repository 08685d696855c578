package io.github.auth0maven.mojo.files;

import io.github.auth0maven.users.UsersFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
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
 * Finds users files: as a path, which may lead to a directory or be a pattern, then among the project's resources; there, what resource filtering has made of it goes before
 * its source, if this build has processed the resources.
 */
public final class UsersFileLocator {

    private final Path baseDirectory;
    private final MavenProject project;
    private final Processed processed;
    private final DirectoryWalk walk;

    /** Which resources this build has processed by now. */
    public record Processed(boolean main, boolean test) {}

    /**
     * @param buildDirectories what is in them is left out where a directory around them is asked for
     */
    UsersFileLocator(Path baseDirectory, MavenProject project, Processed processed, List<Path> buildDirectories) {
        walk = new DirectoryWalk(buildDirectories);
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
        return find("users file", "usersFile", usersFile);
    }

    /**
     * Finds a JSON Schema, in the same places.
     *
     * @throws MojoExecutionException if it is nowhere, with all the places
     */
    public UsersFile findSchema(String schema) throws MojoExecutionException {
        return find("schema", "schema", schema);
    }

    private UsersFile find(String noun, String parameter, String path) throws MojoExecutionException {
        if (path.isBlank()) {
            throw new MojoExecutionException(parameter + " (-Dauth0." + parameter + ") is empty; name the " + noun);
        }
        List<Path> places = places(pathOf(parameter, path.strip()));
        Optional<Path> found = existing(places);
        if (found.isEmpty()) {
            throw new NoUsersFileException("There is no " + noun + " \"" + path + "\"; set auth0." + parameter
                    + ", or put it into one of these places:"
                    + shown(places));
        }
        Path file = found.get();
        if (!Files.isRegularFile(file)) {
            throw new MojoExecutionException("The " + noun + " " + shown(file) + " is not a file");
        }
        return readable(noun, new UsersFile(file, shown(file)));
    }

    private static Optional<Path> existing(List<Path> places) {
        for (Path place : places) {
            if (Files.exists(place)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private static UsersFile readable(String noun, UsersFile file) throws MojoExecutionException {
        if (!Files.isReadable(file.path())) {
            throw new MojoExecutionException(
                    "The " + noun + " " + file.name() + " may not be read; check its permissions");
        }
        return file;
    }

    /**
     * Finds the files that a path leads to: a file; all users files in and below a directory; or those that a pattern fits. Of a
     * directory's files the order is that of their paths, compared character by character.
     *
     * @throws MojoExecutionException if there is none
     */
    public List<UsersFile> findAll(String usersFile) throws MojoExecutionException {
        String path = usersFile.strip();
        if (path.isEmpty()) {
            return List.of(find(path));
        }
        if (PathPattern.isOne(path)) {
            return matching(path.replace('\\', '/'));
        }
        Optional<Path> existing = existing(places(pathOf(path)));
        return existing.isPresent() && Files.isDirectory(existing.get())
                ? all(existing.get(), List.of(), List.of(), path)
                : List.of(named(find(path).path()));
    }

    /**
     * Finds the files of a set.
     *
     * @throws MojoExecutionException if there is none
     */
    public List<UsersFile> findAll(UsersFileSet set) throws MojoExecutionException {
        if (set.path != null) {
            return findAll(set.path);
        }
        if (set.directory == null || set.directory.isBlank()) {
            throw new MojoExecutionException(
                    "usersFiles: each element holds a path, or a <directory> with <includes> and <excludes>");
        }
        List<Path> places = places(pathOf(set.directory.strip()));
        Path directory = places.stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new NoUsersFileException("usersFiles: there is no directory \"" + set.directory
                        + "\"; it is looked for here:" + shown(places)));
        return all(directory, set.includes, set.excludes, set.toString());
    }

    /** The files that a pattern fits, in the first place where there is any. */
    private List<UsersFile> matching(String pattern) throws MojoExecutionException {
        int wildcard =
                (int) pattern.chars().takeWhile(c -> c != '*' && c != '?').count();
        int names = pattern.lastIndexOf('/', wildcard) + 1;
        List<Path> places = places(pathOf(pattern.substring(0, names)));
        for (Path place : places) {
            List<UsersFile> found =
                    Files.isDirectory(place) ? in(place, List.of(pattern.substring(names)), List.of()) : List.of();
            if (!found.isEmpty()) {
                return found;
            }
        }
        throw new NoUsersFileException(
                "There is no users file that \"" + pattern + "\" fits; it is looked for here:" + shown(places));
    }

    private List<UsersFile> all(Path directory, List<String> includes, List<String> excludes, String asked)
            throws MojoExecutionException {
        List<UsersFile> found = in(directory, includes, excludes);
        if (found.isEmpty()) {
            throw new NoUsersFileException("The directory " + shown(directory) + " holds no users file"
                    + (includes.isEmpty() && excludes.isEmpty()
                            ? ": none ends in .json, .ndjson, .jsonl, .yaml, .yml or .csv, with or without .gz"
                            : " that is asked for by " + asked));
        }
        return found;
    }

    private List<UsersFile> in(Path directory, List<String> includes, List<String> excludes)
            throws MojoExecutionException {
        List<UsersFile> found = new ArrayList<>();
        try {
            walk.files(directory, includes, excludes).forEach(file -> found.add(named(file)));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(directory, e);
        }
        for (UsersFile file : found) {
            readable("users file", file);
        }
        return found;
    }

    private MojoExecutionException unreadable(Path directory, Exception e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        String message = cause instanceof AccessDeniedException denied
                ? shown(Path.of(denied.getFile())) + " may not be read; check its permissions"
                : shown(directory) + " cannot be read: " + cause;
        return new MojoExecutionException("The directory " + message, e);
    }

    /** What messages name: the source that somebody mends, where it is the same as what Maven has made of it. */
    private UsersFile named(Path file) {
        Path source = copies().source(file).orElse(file);
        return new UsersFile(source, shown(source));
    }

    private ResourceCopies copies() {
        return new ResourceCopies(baseDirectory, project);
    }

    private static Path pathOf(String path) throws MojoExecutionException {
        return pathOf("usersFile", path);
    }

    private static Path pathOf(String parameter, String path) throws MojoExecutionException {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new MojoExecutionException(
                    parameter + " (-Dauth0." + parameter + "): \"" + path + "\" is not a path");
        }
    }

    private String shown(List<Path> places) {
        return places.stream().map(place -> "\n  " + shown(place)).collect(Collectors.joining());
    }

    /** Whether the file is a resource that Maven would have filtered, had it processed the resources. */
    boolean isUnfiltered(UsersFile file) {
        return copies().isUnfiltered(file);
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
