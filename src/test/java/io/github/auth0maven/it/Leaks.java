package io.github.auth0maven.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks through all that a build wrote, its logs, its reports, its journal and whatever else is below {@code target}, for
 * what no build may tell; and for files that others than their owner could read, or that it should have deleted.
 */
final class Leaks {

    /** The first part of every JSON web token, which begins with an encoded brace. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.");

    private static final Pattern KEY = Pattern.compile("PRIVATE KEY-----");

    /** The users to be mended are as they were written, hashes and all. */
    private static final Pattern LISTS = Pattern.compile("(?:failed|invalid|retried)-users\\.(?!errors)[a-z.]+");

    private static final Pattern OWNER_ONLY = Pattern.compile(
            "(?:auth0\\.html|(?:import|validation|password)-report\\.(?:json|html|sarif|gitlab\\.json)|TEST-auth0-.*\\.xml"
                    + "|(?:failures|violations)\\.jsonl|(?:failed|invalid|retried)-users\\.[a-z.]+|.*\\.journal)(?:\\..*)?");

    /** What a build is given below target: copies of its resources, and what a script wrote for it. */
    private static final Pattern GIVEN = Pattern.compile("(?:.*/)?target/(?:classes/|test-classes/|users\\.json$).*");

    /** What a build wrote, in any of its modules. */
    private static final Pattern BUILT = Pattern.compile("(?:.*/)?target/.*");

    /** The builds' temporary directory is the project's own. */
    private static final Pattern TEMPORARY = Pattern.compile(".*\\.tmp|auth0-[^/]*|okhttp[^/]*");

    private final Path project;
    private final Canaries canaries;

    Leaks(Path project, Map<String, Object> context) throws IOException {
        this.project = project;
        this.canaries = new Canaries(context);
        for (Path file : files()) {
            if (!written(file)) {
                canaries.addFrom(file);
            }
        }
    }

    /** Fails at the first leak, naming the file and not the secret. */
    void check() throws IOException {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            refuse(TEMPORARY.matcher(name).matches(), file, "was left behind");
            refuse(OWNER_ONLY.matcher(name).matches() && !isOwnerOnly(file), file, "can be read by others");
            if (written(file)) {
                check(
                        file,
                        Files.readString(file, ISO_8859_1),
                        LISTS.matcher(name).matches());
            }
        }
    }

    /** Fails if there is a leak in what builds that still run have written so far, or in the list of processes. */
    void checkInTheMiddle(List<String> processes) throws IOException {
        String list = String.join("\n", processes);
        refuse(list.isEmpty(), project, "runs in no process that could be listed");
        check(Path.of("The list of processes"), list, false);
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (written(file) || TEMPORARY.matcher(name).matches()) {
                try {
                    check(
                            file,
                            Files.readString(file, ISO_8859_1),
                            LISTS.matcher(name).matches());
                } catch (NoSuchFileException e) {
                    // it was a temporary one
                }
            }
        }
    }

    private void check(Path file, String text, boolean mayTellHashes) {
        canaries.toldBy(text)
                .filter(what -> !(mayTellHashes && what.equals("a password hash")))
                .ifPresent(what -> refuse(true, file, "tells " + what));
        refuse(TOKEN.matcher(text).find(), file, "tells an access token");
        refuse(KEY.matcher(text).find(), file, "tells a private key");
    }

    private boolean written(Path file) {
        String path = project.relativize(file).toString().replace('\\', '/');
        return path.endsWith(".log")
                || (BUILT.matcher(path).matches() && !GIVEN.matcher(path).matches());
    }

    private static boolean isOwnerOnly(Path file) throws IOException {
        return !Files.getFileStore(file).supportsFileAttributeView("posix")
                || PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                        .equals("rw-------");
    }

    private static void refuse(boolean found, Path file, String what) {
        if (found) {
            throw new AssertionError(file + " " + what);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(project)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
