package io.github.auth0maven.mojo.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
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
            "(?:import|validation|password)-report\\.json|plan\\.json|(?:failures|violations)\\.jsonl|(?:failed|invalid)-users\\.[a-z.]+");

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
        List<PathPattern> excluded = excludes.stream().map(PathPattern::new).toList();
        Predicate<String> isIncluded = included(includes);
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !isLeftOut(directory, file))
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(isIncluded)
                    .filter(path -> excluded.stream().noneMatch(pattern -> pattern.matches(path)))
                    .sorted()
                    .map(directory::resolve)
                    .toList();
        }
    }

    private static Predicate<String> included(List<String> patterns) {
        List<PathPattern> included = patterns.stream().map(PathPattern::new).toList();
        return included.isEmpty()
                ? path -> USERS_FILE.matcher(path).matches()
                : path -> included.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** Whether it is a report of this plugin, or lies in a build directory that the walk did not begin in. */
    private boolean isLeftOut(Path directory, Path file) {
        return REPORT.matcher(file.getFileName().toString()).matches()
                || buildDirectories.stream().anyMatch(build -> isIn(file, build) && !isIn(directory, build));
    }

    private static boolean isIn(Path path, Path directory) {
        return path.toAbsolutePath().normalize().startsWith(directory);
    }
}
