package io.github.auth0maven.mojo.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.jobs.Journal;
import io.github.auth0maven.report.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The file that an import's journal is in. */
public final class JournalFile {

    private JournalFile() {}

    /** Where the journal of an execution is by default: each has its own, for several may share a report directory. */
    public static Path of(String executionId, Path reportDirectory) {
        return reportDirectory.resolve(executionId.replaceAll("[^A-Za-z0-9._-]", "_") + ".journal");
    }

    /**
     * Opens the journal; if there is none, it is created.
     *
     * @throws IOException if it cannot be, or another import has opened it
     */
    public static Journal open(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        return Journal.open(OwnerOnly.open(file), file.toString());
    }

    /** What stands in the journal for something that is too long for it, or that it should not tell. */
    public static String digest(Map<String, String> values) {
        try {
            byte[] text = new TreeMap<>(values).toString().getBytes(UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
