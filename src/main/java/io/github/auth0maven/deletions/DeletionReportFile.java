package io.github.auth0maven.deletions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auth0maven.deletions.DeletionListener.Told;
import io.github.auth0maven.report.OwnerOnly;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** The report of a deletion as JSON: each user by its place in the users file and its id in the tenant, then the numbers. */
public final class DeletionReportFile implements Closeable {

    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final Path draft;
    private final RandomAccessFile opened;
    private final JsonGenerator json;

    private DeletionReportFile(Path file, Path draft) throws IOException {
        this.file = file;
        this.draft = draft;
        opened = OwnerOnly.create(draft);
        json = JSON.createGenerator(
                        new OutputStreamWriter(new BufferedOutputStream(new FileOutputStream(opened.getFD())), UTF_8))
                .useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeArrayFieldStart("deletions");
    }

    /** Begins a report, readable by its owner only; it has its name once it is finished. */
    public static DeletionReportFile at(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new DeletionReportFile(
                directory.resolve("deletion-report.json"), directory.resolve("deletion-report.json.1"));
    }

    /** Takes what became of a user. */
    public void add(Told user) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", user.position().file());
        json.writeNumberField("index", user.position().index());
        json.writeNumberField("line", user.position().line());
        if (user.id().isPresent()) {
            json.writeStringField("userId", user.id().get());
        }
        json.writeStringField("outcome", name(user.outcome()));
        json.writeEndObject();
    }

    /** Ends the report, and returns where it is. */
    public Path finish(DeletionReport report) throws IOException {
        json.writeEndArray();
        json.writeStringField("status", report.problem().isPresent() ? "failed" : "succeeded");
        if (report.problem().isPresent()) {
            json.writeStringField("problem", report.problem().get());
        }
        json.writeBooleanField("dryRun", report.dryRun());
        json.writeStringField("domain", report.domain());
        json.writeStringField("connection", report.connection());
        json.writeStringField("import", report.imported());
        json.writeStringField("startedAt", report.startedAt().toString());
        json.writeStringField("finishedAt", report.finishedAt().toString());
        json.writeObjectFieldStart("users");
        for (Outcome outcome : Outcome.values()) {
            json.writeNumberField(name(outcome), report.count(outcome));
        }
        json.writeEndObject();
        json.writeEndObject();
        json.close();
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return file;
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        opened.close();
        Files.deleteIfExists(draft);
    }
}
