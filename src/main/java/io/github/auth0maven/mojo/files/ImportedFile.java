package io.github.auth0maven.mojo.files;

import io.github.auth0maven.deletions.DeletionJournal;
import io.github.auth0maven.deletions.ReportedImport;
import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.jobs.PastImport;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.report.OwnerOnly;
import io.github.auth0maven.report.ReportFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** What an import has left behind: its journal, or else its report. */
public final class ImportedFile {

    private static final String JOURNAL = ".journal";

    private final Path file;

    private ImportedFile(Path file) {
        this.file = file;
    }

    /**
     * Finds it: the newest journal in the report directory, else the report there.
     *
     * @param imported the parameter, as Maven has set it
     * @throws MojoExecutionException if there is none
     */
    public static ImportedFile find(Invocation invocation, @Nullable File imported, File reportDirectory)
            throws MojoExecutionException {
        Path directory = invocation.path(reportDirectory);
        Path found = imported == null ? last(directory) : invocation.path(imported);
        if (!Files.isRegularFile(found)) {
            throw new MojoExecutionException("imported (-Dauth0.imported): "
                    + (imported == null
                            ? "there is neither the journal nor the report of an import in " + directory
                            : found + " is no file")
                    + ": nobody knows whom an import has created, so nothing has been deleted; name its journal or its"
                    + " import-report.json");
        }
        return new ImportedFile(found);
    }

    private static Path last(Path directory) throws MojoExecutionException {
        try (Stream<Path> files = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            List<Path> journals = files.filter(
                            file -> file.getFileName().toString().endsWith(JOURNAL))
                    .sorted(Comparator.comparing(ImportedFile::changedAt).thenComparing(Path::toString))
                    .toList();
            return journals.isEmpty()
                    ? directory.resolve(ReportFiles.Kind.IMPORT.reportFile())
                    : journals.get(journals.size() - 1);
        } catch (IOException e) {
            throw new MojoExecutionException(directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static FileTime changedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** What messages call it. */
    public String name() {
        return file.getFileName().toString();
    }

    /**
     * Reads whom the import may have created.
     *
     * @throws IOException if it is neither a journal nor a report, or the import is still running
     */
    public PastImport read() throws IOException {
        if (!name().endsWith(JOURNAL) && !isJournal()) {
            return ReportedImport.read(file, file.toString());
        }
        try (ImportJournal journal = ImportJournal.open(OwnerOnly.open(file), file.toString())) {
            return journal.past(file.toString())
                    .orElseThrow(() -> new IOException("The journal " + file + " is empty: nothing has been deleted"));
        }
    }

    private boolean isJournal() throws IOException {
        byte[] beginning = "{\"event\":".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try (java.io.InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(beginning.length), beginning);
        }
    }

    /** Opens the journal of the deletion, which lies beside it. */
    public DeletionJournal deletions() throws IOException {
        Path beside = file.resolveSibling(name() + ".deletions");
        return DeletionJournal.open(OwnerOnly.open(beside), beside.toString());
    }
}
