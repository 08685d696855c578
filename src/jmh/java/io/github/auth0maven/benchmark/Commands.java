package io.github.auth0maven.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** What people use who have no JVM at hand: jq and Node.js, where they are installed. */
final class Commands {

    private static final String AJV = "ajv@8.20.0";

    private final Path directory;

    Commands(Path directory) {
        this.directory = directory;
    }

    /** Goes through a file by {@code jq -c '.[]'}. */
    Optional<Contender.Run> jq() throws IOException, InterruptedException {
        if (!isThere("jq", "--version")) {
            return Optional.empty();
        }
        return Optional.of(file -> elapsed("jq", "-c", ".[]", file.toString()));
    }

    /** Parses a file on Node.js and lets ajv judge each user. */
    Optional<Contender.Run> ajv() throws IOException, InterruptedException {
        if (!isThere("node", "--version") || !isThere("npm", "--version") || !installAjv()) {
            return Optional.empty();
        }
        Path script = copied("ajv.mjs");
        Path schema = copied("user.schema.json");
        return Optional.of(file -> elapsed("node", script.toString(), schema.toString(), file.toString()));
    }

    private boolean installAjv() throws IOException, InterruptedException {
        Files.createDirectories(directory);
        return silent("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", directory.toString(), AJV)
                        .start()
                        .waitFor()
                == 0;
    }

    private Path copied(String resource) throws IOException {
        Path copy = directory.resolve(resource);
        try (InputStream in = Commands.class.getResourceAsStream(resource)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            return silent(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the whole process takes. */
    private static Contender.Cost elapsed(String... command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        if (silent(command).start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
        return new Contender.Cost((System.nanoTime() - start) / 1e9, Double.NaN);
    }

    private static ProcessBuilder silent(String... command) {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
