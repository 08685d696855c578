package io.github.auth0maven.mojo.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.report.OwnerOnly;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The file that an import's journal is in. */
public final class JournalFile {

    private JournalFile() {}

    /**
     * Where the journal of an import is. By default each execution has its own, for several may share a report directory.
     *
     * @param journal where it is to be; null for the default, in the report directory
     */
    public static Path of(Invocation invocation, @Nullable File journal, Path reportDirectory) {
        return journal == null
                ? reportDirectory.resolve(invocation.executionId().replaceAll("[^A-Za-z0-9._-]", "_") + ".journal")
                : invocation.baseDirectory().resolve(journal.toPath());
    }

    /**
     * Opens the journal; if there is none, it is created.
     *
     * @throws MojoExecutionException if it cannot be, or another import has opened it
     */
    public static ImportJournal open(Path file) throws MojoExecutionException {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            return ImportJournal.open(OwnerOnly.open(file), file.toString());
        } catch (IOException e) {
            throw new MojoExecutionException("journal (-Dauth0.journal): " + e.getMessage(), e);
        }
    }

    /** What stands in the journal for something that is too long for it, or that it should not tell. */
    public static String digest(Map<String, ? extends @Nullable String> values) {
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
