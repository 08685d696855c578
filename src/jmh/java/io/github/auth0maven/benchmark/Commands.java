package io.github.auth0maven.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

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
        return Optional.of(file -> {
            long start = System.nanoTime();
            run(silent("jq", "-c", ".[]", file.toString()));
            return new Contender.Cost((System.nanoTime() - start) / 1e9, Double.NaN);
        });
    }

    /** Parses a file on Node.js and lets ajv judge each user, in a process that has done so before. */
    Optional<Contender.Run> ajv() throws IOException, InterruptedException {
        if (!isThere("node", "--version") || !isThere("npm", "--version") || !installAjv()) {
            return Optional.empty();
        }
        Path script = copied("ajv.mjs");
        Path schema = copied("user.schema.json");
        return Optional.of(file -> new Contender.Cost(
                Double.parseDouble(output("node", script.toString(), schema.toString(), file.toString())), Double.NaN));
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

    private static String output(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("benchmark-", ".out");
        try {
            run(silent(command).redirectOutput(output.toFile()));
            return Files.readString(output, UTF_8).strip();
        } finally {
            Files.delete(output);
        }
    }

    private static void run(ProcessBuilder command) throws IOException, InterruptedException {
        if (command.start().waitFor() != 0) {
            throw new IOException(String.join(" ", command.command()) + " failed");
        }
    }

    private static ProcessBuilder silent(String... command) {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
