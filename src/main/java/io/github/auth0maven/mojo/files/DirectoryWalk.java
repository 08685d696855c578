package io.github.auth0maven.mojo.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds users files in and below a directory. What a build has made is none that anybody has written: build directories are left
 * out, unless the walk begins in one, and so are the reports of this plugin wherever they are.
 */
final class DirectoryWalk {

    /** What is a users file among others, hidden ones and those in hidden directories left out. */
    private static final Pattern USERS_FILE =
            Pattern.compile("(?i)(?:[^/.][^/]*/)*[^/.][^/]*\\.(?:json|ndjson|jsonl|yaml|yml|csv)(?:\\.gz)?");

    private static final Pattern REPORT = Pattern.compile(
            "(?:import|validation|password)-report\\.json|(?:failures|violations)\\.jsonl|(?:failed|invalid)-users\\.[a-z.]+");

    private final List<Path> buildDirectories;

    DirectoryWalk(List<Path> buildDirectories) {
        this.buildDirectories = buildDirectories;
    }

    /**
     * The paths of the files, in their order.
     *
     * @param includes patterns of which one has to fit; by default whatever is a users file by its name
     * @param excludes patterns of which none may fit
     */
    List<Path> files(Path directory, List<String> includes, List<String> excludes) throws IOException {
        List<PathPattern> included = includes.stream().map(PathPattern::new).toList();
        List<PathPattern> excluded = excludes.stream().map(PathPattern::new).toList();
        List<Path> leftOut = buildDirectories.stream()
                .filter(build -> !isIn(directory, build))
                .toList();
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> leftOut.stream().noneMatch(build -> isIn(file, build)))
                    .filter(file ->
                            !REPORT.matcher(file.getFileName().toString()).matches())
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> included.isEmpty()
                            ? USERS_FILE.matcher(path).matches()
                            : included.stream().anyMatch(pattern -> pattern.matches(path)))
                    .filter(path -> excluded.stream().noneMatch(pattern -> pattern.matches(path)))
                    .sorted()
                    .map(directory::resolve)
                    .toList();
        }
    }

    private static boolean isIn(Path path, Path directory) {
        return path.toAbsolutePath().normalize().startsWith(directory);
    }
}
