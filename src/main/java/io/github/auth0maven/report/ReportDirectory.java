package io.github.auth0maven.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.validation.Violation;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final JsonFactory JSON = new JsonFactory();

    /** What a list of users ends with: at every moment, so that the file can be used whatever happens. */
    private static final byte[] END = "\n]\n".getBytes(UTF_8);

    private final Path directory;
    private final Redaction redaction;
    private final Warnings warnings = new Warnings();
    private boolean begun;
    private @Nullable RandomAccessFile failures;
    private @Nullable RandomAccessFile failedUsers;

    private ReportDirectory(Path directory, Redaction redaction) {
        this.directory = directory;
        this.redaction = redaction;
    }

    /** Makes the directory if need be. What an earlier import left in it stays until {@link #begin}. */
    public static ReportDirectory at(Path directory) throws IOException {
        return at(directory, Redaction.none());
    }

    /** The same; what it tells is redacted, but for the users to be mended, who are as they were. */
    public static ReportDirectory at(Path directory, Redaction redaction) throws IOException {
        Files.createDirectories(directory);
        return new ReportDirectory(directory, redaction);
    }

    /** Removes what an earlier import left; is done by the first addition if not before. */
    public void begin() throws IOException {
        if (!begun) {
            begun = true;
            for (Path file : new Path[] {report(), failures(), failedUsers()}) {
                Files.deleteIfExists(file);
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
            begin();
            failures = OwnerOnly.create(failures());
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            write(redaction.of(failure), json);
        }
        line.write('\n');
        failures.write(line.toByteArray());
    }

    /** Takes what is odd about a user, for the report. */
    public void addWarning(Violation warning) {
        warnings.add(redaction.of(warning));
    }

    /** Takes a user that was not imported, as JSON; each once. */
    public void add(byte[] user, int from, int to) throws IOException {
        boolean first = failedUsers == null;
        if (failedUsers == null) {
            begin();
            failedUsers = OwnerOnly.create(failedUsers());
        } else {
            failedUsers.seek(failedUsers.length() - END.length);
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream(to - from + 2 + END.length);
        text.write(first ? '[' : ',');
        text.write('\n');
        text.write(user, from, to - from);
        text.writeBytes(END);
        failedUsers.write(text.toByteArray());
    }

    /** Writes the report. */
    public void finish(ImportReport report) throws IOException {
        begin();
        Path file = report();
        Files.deleteIfExists(file);
        try (RandomAccessFile opened = OwnerOnly.create(file);
                OutputStream out = new BufferedOutputStream(new FileOutputStream(opened.getFD()));
                JsonGenerator json = JSON.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            write(report, json);
        }
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

    private void write(ImportReport report, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("status", report.status().name().toLowerCase(Locale.ROOT));
        if (report.problem().isPresent()) {
            json.writeStringField("problem", redaction.text(report.problem().get()));
        }
        json.writeBooleanField("dryRun", report.target().dryRun());
        json.writeStringField("domain", report.target().domain());
        json.writeStringField("connection", report.target().connection());
        json.writeStringField("usersFile", report.target().usersFile());
        json.writeStringField("startedAt", report.startedAt().toString());
        json.writeStringField("finishedAt", report.finishedAt().toString());
        json.writeObjectFieldStart("users");
        json.writeNumberField("total", report.users().total());
        json.writeNumberField("inserted", report.users().inserted());
        json.writeNumberField("updated", report.users().updated());
        json.writeNumberField("failed", report.users().failed());
        json.writeNumberField("invalid", report.users().invalid());
        json.writeNumberField("unsent", report.users().unsent());
        json.writeNumberField("pending", report.users().pending());
        json.writeEndObject();
        json.writeArrayFieldStart("jobs");
        for (JobRecord job : report.jobs()) {
            write(job, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("remarks");
        for (String remark : report.remarks()) {
            json.writeString(redaction.text(remark));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("failures");
        copyFailures(json);
        json.writeEndArray();
        warnings.write(json);
        json.writeEndObject();
    }

    private void copyFailures(JsonGenerator json) throws IOException {
        if (failures == null) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(failures())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                json.writeRawValue(new SerializedString(line));
            }
        }
    }

    private static void write(JobRecord job, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", job.id());
        json.writeStringField("status", job.status());
        json.writeNumberField("users", job.users());
        json.writeNumberField("bytes", job.bytes());
        json.writeStringField("submittedAt", job.submittedAt().toString());
        Optional<Instant> finishedAt = job.finishedAt();
        writeOptional(
                "finishedAt",
                finishedAt.isPresent() ? Optional.of(finishedAt.get().toString()) : Optional.empty(),
                json);
        json.writeEndObject();
    }

    static void write(Failure failure, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (failure.position().isPresent()) {
            Position position = failure.position().get();
            json.writeStringField("file", position.file());
            json.writeNumberField("index", position.index());
            json.writeNumberField("line", position.line());
            json.writeNumberField("column", position.column());
        }
        json.writeStringField("code", failure.code());
        json.writeStringField("message", failure.message());
        writeOptional("attribute", failure.attribute(), json);
        json.writeEndObject();
    }

    private static void writeOptional(String name, Optional<String> value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }
}
