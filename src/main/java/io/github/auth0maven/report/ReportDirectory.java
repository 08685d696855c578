package io.github.auth0maven.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.validation.Violation;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files that an import leaves behind; all are readable by their owner only, for they tell of people.
 *
 * <p>{@code import-report.json} says everything; {@code failures.jsonl} has the failures alone, one a line, written as they
 * come; {@code failed-users.json} has the users that were not imported, ready to be mended and imported.
 */
public final class ReportDirectory implements Closeable {

    private final Path directory;
    private final Redaction redaction;
    private final Warnings warnings = new Warnings();
    private boolean cleared;
    private @Nullable RandomAccessFile failures;
    private @Nullable UserList failedUsers;

    private ReportDirectory(Path directory, Redaction redaction) {
        this.directory = directory;
        this.redaction = redaction;
    }

    /** Makes the directory if need be. What an earlier import left in it stays until there is something to tell of this one. */
    public static ReportDirectory at(Path directory) throws IOException {
        return at(directory, Redaction.none());
    }

    /** The same; what it tells is redacted, but for the users to be mended, who are as they were. */
    public static ReportDirectory at(Path directory, Redaction redaction) throws IOException {
        Files.createDirectories(directory);
        return new ReportDirectory(directory, redaction);
    }

    /**
     * Removes what an earlier import left.
     *
     * @param resumed whether it was an earlier run of this import: then its failed users stay until there are others to be shown
     */
    public void begin(boolean resumed) throws IOException {
        clear();
        if (!resumed && failedUsers == null) {
            Files.deleteIfExists(failedUsers());
        }
    }

    private void clear() throws IOException {
        if (!cleared) {
            cleared = true;
            Files.deleteIfExists(report());
            Files.deleteIfExists(draft());
            Files.deleteIfExists(failures());
            for (Path draft : UserList.drafts(failedUsers())) {
                Files.deleteIfExists(draft);
            }
        }
    }

    public Path report() {
        return directory.resolve("import-report.json");
    }

    public Path failures() {
        return directory.resolve("failures.jsonl");
    }

    public Path failedUsers() {
        return directory.resolve("failed-users.json");
    }

    /** Whether there are users to be mended. */
    public boolean hasFailedUsers() {
        return failedUsers != null;
    }

    /** Takes a failure; a user may have several. */
    public void add(Failure failure) throws IOException {
        if (failures == null) {
            clear();
            failures = OwnerOnly.create(failures());
        }
        StringWriter line = new StringWriter();
        try (JsonWriter json = new JsonWriter(line, false)) {
            write(redaction.of(failure), json);
        }
        line.write('\n');
        failures.write(line.toString().getBytes(UTF_8));
    }

    /** Takes what is odd about a user, for the report. */
    public void addWarning(Violation warning) {
        warnings.add(redaction.of(warning));
    }

    /** Takes a user that was not imported, as JSON; each once. */
    public void add(byte[] user, int from, int to) throws IOException {
        if (failedUsers == null) {
            clear();
            failedUsers = new UserList(failedUsers());
        }
        failedUsers.add(user, from, to);
    }

    /** Lets the list of failed users have those that have been added since the last time. */
    public void showFailedUsers() throws IOException {
        if (failedUsers != null) {
            failedUsers.show();
        }
    }

    /** Writes the report. */
    public void finish(ImportReport report) throws IOException {
        begin(false);
        showFailedUsers();
        try (RandomAccessFile opened = OwnerOnly.create(draft());
                Writer out =
                        new OutputStreamWriter(new BufferedOutputStream(new FileOutputStream(opened.getFD())), UTF_8);
                JsonWriter json = new JsonWriter(out, true)) {
            write(report, json);
        }
        Files.move(draft(), report(), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        try {
            if (failedUsers != null) {
                failedUsers.close();
            }
        } finally {
            if (failures != null) {
                failures.close();
            }
        }
    }

    private Path draft() {
        return directory.resolve("import-report.json.1");
    }

    private void write(ImportReport report, JsonWriter json) throws IOException {
        json.startObject();
        json.text("status", report.status().name().toLowerCase(Locale.ROOT));
        if (report.problem().isPresent()) {
            json.text("problem", redaction.text(report.problem().get()));
        }
        json.truth("dryRun", report.target().dryRun());
        json.text("domain", report.target().domain());
        json.text("connection", report.target().connection());
        json.text("usersFile", report.target().usersFile());
        json.text("startedAt", report.startedAt().toString());
        json.text("finishedAt", report.finishedAt().toString());
        json.startObject("users");
        json.number("total", report.users().total());
        json.number("inserted", report.users().inserted());
        json.number("updated", report.users().updated());
        json.number("failed", report.users().failed());
        json.number("invalid", report.users().invalid());
        json.number("unsent", report.users().unsent());
        json.number("pending", report.users().pending());
        json.endObject();
        json.startList("jobs");
        for (JobRecord job : report.jobs()) {
            write(job, json);
        }
        json.endList();
        json.startList("remarks");
        for (String remark : report.remarks()) {
            json.item(redaction.text(remark));
        }
        json.endList();
        json.startList("failures");
        copyFailures(json);
        json.endList();
        warnings.write(json);
        json.endObject();
    }

    private void copyFailures(JsonWriter json) throws IOException {
        if (failures == null) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(failures())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                json.json(line);
            }
        }
    }

    private static void write(JobRecord job, JsonWriter json) throws IOException {
        json.startObject();
        json.text("id", job.id());
        json.text("status", job.status());
        json.number("users", job.users());
        json.number("bytes", job.bytes());
        json.text("submittedAt", job.submittedAt().toString());
        Optional<Instant> finishedAt = job.finishedAt();
        json.text(
                "finishedAt",
                finishedAt.isPresent() ? Optional.of(finishedAt.get().toString()) : Optional.empty());
        json.endObject();
    }

    static void write(Failure failure, JsonWriter json) throws IOException {
        json.startObject();
        if (failure.position().isPresent()) {
            Position position = failure.position().get();
            json.text("file", position.file());
            json.number("index", position.index());
            json.number("line", position.line());
            json.number("column", position.column());
        }
        json.text("code", failure.code());
        json.text("message", failure.message());
        json.text("attribute", failure.attribute());
        json.endObject();
    }
}
