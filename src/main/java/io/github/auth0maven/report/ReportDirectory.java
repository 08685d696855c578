package io.github.auth0maven.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.users.FileForm;
import io.github.auth0maven.validation.Violation;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files that an import or a validation leaves behind; all are readable by their owner only, for they tell of people.
 *
 * <p>The report says everything; another file has the failures alone, one a line, written as they come; a list has the users that
 * were not imported, in the form of the users file, ready to be mended and imported, and beside it are their errors.
 *
 * <p>Where the users file is that list itself, it stays as it is until the import has come to its end: see {@link #conclude}.
 */
public final class ReportDirectory implements Closeable {

    private final ReportFiles files;
    private final Redaction redaction;
    private final Warnings warnings = new Warnings();
    private final Course course = new Course();
    private ListForm form = ListForm.of(FileForm.JSON);
    private final boolean lacksConclusion;
    private @Nullable ReportHead head;
    private boolean cleared;
    private boolean concluded;
    private @Nullable FailureLog failures;
    private @Nullable FailedUsers failedUsers;

    private ReportDirectory(ReportFiles files, Redaction redaction) {
        this.files = files;
        this.redaction = redaction;
        lacksConclusion = retries() && files.next().stream().anyMatch(Files::exists);
    }

    /**
     * Makes the directory if need be. What an earlier run left in it stays until there is something to tell of this one.
     *
     * @param redaction of what it tells, but for the users to be mended, who are as they were
     */
    public static ReportDirectory at(ReportFiles files, Redaction redaction) throws IOException {
        Files.createDirectories(files.directory());
        return new ReportDirectory(files, redaction);
    }

    /** For an import, nothing of which is redacted. */
    public static ReportDirectory at(Path directory) throws IOException {
        return at(ReportFiles.in(directory, ReportFiles.Kind.IMPORT), Redaction.none());
    }

    /** Lets the list of failed users be written as the users file is. */
    public void writeListAs(FileForm users) {
        form = ListForm.of(users);
    }

    /**
     * Removes what an earlier import left.
     *
     * @param resumed whether it was an earlier run of this import: then its failed users stay until there are others to be shown
     */
    public void begin(boolean resumed) throws IOException {
        clear();
        if (!resumed && !retries() && failedUsers == null) {
            ReportFiles.delete(files.lists());
            ReportFiles.delete(files.allErrors());
            ReportFiles.delete(files.retriedLists());
        }
    }

    private void clear() throws IOException {
        if (!cleared) {
            cleared = true;
            ReportFiles.delete(files.passing());
        }
    }

    public Path report() {
        return files.report();
    }

    /** The list of the users to be mended. */
    public Path failedUsers() {
        return retries() && !concluded ? files.retried().orElseThrow() : files.list(form.extension());
    }

    /** Whether there are users to be mended. */
    public boolean hasFailedUsers() {
        return failedUsers != null || (retries() && !concluded);
    }

    /** How many failures there are of each code. */
    public Map<String, Long> failureCounts() {
        return failures == null ? Map.of() : failures.counts();
    }

    /** Takes a failure, of which a user may have several, and returns it as JSON. */
    public String add(Failure failure) throws IOException {
        if (failures == null) {
            clear();
            failures = new FailureLog(files.failures());
        }
        return failures.add(redaction.of(failure));
    }

    /** Takes what is odd about a user, for the report. */
    public void addWarning(Violation warning) {
        warnings.add(redaction.of(warning));
    }

    /** Takes a user that was not imported, each once and in the order of the users file, whose failures have been taken before. */
    public void add(ListedUser user) throws IOException {
        add(user, failures == null ? List.of() : failures.of(user.index()));
    }

    /**
     * Takes a user that was not imported; each once.
     *
     * @param errors what is wrong with it, as JSON
     */
    public void add(ListedUser user, List<String> errors) throws IOException {
        if (failedUsers == null) {
            clear();
            failedUsers = new FailedUsers(form, list(), retries() ? files.nextErrors() : files.errors());
        }
        failedUsers.add(user, errors);
    }

    private Path list() {
        return retries() ? files.nextList(form.extension()) : files.list(form.extension());
    }

    /** Lets the list of failed users have those that have been added since the last time. */
    public void showFailedUsers() throws IOException {
        if (failedUsers != null) {
            failedUsers.show();
        }
    }

    /** How it goes, to be told as it does. */
    public Course course() {
        return course;
    }

    /** Writes the report of an import. One that did nothing leaves the users to be mended as they are. */
    public void finish(ImportReport report) throws IOException {
        finish(report.status(), writer -> writer.begin(report, course));
        head = ReportHead.of(report, course, redaction::text);
    }

    /** Writes the report of a validation. */
    public void finish(ValidationReport report) throws IOException {
        finish(report.status(), writer -> writer.begin(report, course));
        head = ReportHead.of(report, course, redaction::text);
    }

    /** Writes the report of a check of passwords. */
    public void finish(PasswordReport report) throws IOException {
        finish(report.status(), writer -> writer.begin(report, course));
        head = ReportHead.of(report, course, redaction::text);
    }

    private interface Beginning {
        void write(ReportWriter writer) throws IOException;
    }

    private void finish(Status status, Beginning beginning) throws IOException {
        begin(status == Status.SKIPPED);
        showFailedUsers();
        try (RandomAccessFile opened = OwnerOnly.create(files.draft());
                Writer out =
                        new OutputStreamWriter(new BufferedOutputStream(new FileOutputStream(opened.getFD())), UTF_8);
                JsonGenerator json = Generators.indented(out)) {
            ReportWriter writer = new ReportWriter(json, redaction);
            beginning.write(writer);
            if (failures == null) {
                writer.noFailures();
            } else {
                writer.failures(failures);
            }
            writer.end(warnings);
        }
        Files.move(files.draft(), files.report(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What other forms of the report are made of, once it is there. */
    public Optional<ReportContents> contents() {
        return Optional.ofNullable(head)
                .map(begun -> new ReportContents(
                        begun,
                        failureCounts(),
                        new FailureLines(files.failures(), failures != null),
                        warnings.counts(),
                        warnings.first()));
    }

    /** What its files are called. */
    public ReportFiles files() {
        return files;
    }

    /** Whether the users file is the list that an earlier run left. */
    public boolean retries() {
        return files.retried().isPresent();
    }

    /** Whether the list that was imported again has been replaced. */
    public boolean hasConcluded() {
        return concluded;
    }

    /** The list that was imported again, as it was: places in it lead there. */
    public Path retriedList() {
        return files.retriedList(form.extension());
    }

    /** Whether an earlier run of this import came to its end, but for {@link #conclude}. */
    public boolean lacksConclusion() {
        return lacksConclusion;
    }

    /** Gets ready to {@link #conclude}: what that needs is on the disk, should this process be killed in between. */
    public void prepareConclusion() throws IOException {
        if (retries() && failedUsers == null) {
            OwnerOnly.create(list()).close();
        }
    }

    /** Puts the new list in the place of the one that was imported again, which is kept under another name. */
    public void conclude() throws IOException {
        if (!retries()) {
            return;
        }
        Path retried = failedUsers();
        ReportFiles.delete(files.retriedLists());
        keep(retried, retriedList());
        if (failedUsers == null) {
            ReportFiles.delete(List.of(files.errors(), retried, list()));
        } else {
            Files.move(files.nextErrors(), files.errors(), StandardCopyOption.ATOMIC_MOVE);
            Files.move(list(), files.list(form.extension()), StandardCopyOption.ATOMIC_MOVE);
            if (!retried.equals(files.list(form.extension()))) {
                Files.deleteIfExists(retried);
            }
        }
        concluded = true;
    }

    private static void keep(Path file, Path name) throws IOException {
        try (RandomAccessFile kept = OwnerOnly.create(name);
                OutputStream out = new FileOutputStream(kept.getFD())) {
            Files.copy(file, out);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (failedUsers != null) {
                failedUsers.close();
            }
            if (retries()) {
                ReportFiles.delete(files.next());
            }
        } finally {
            if (failures != null) {
                failures.close();
            }
        }
    }
}
