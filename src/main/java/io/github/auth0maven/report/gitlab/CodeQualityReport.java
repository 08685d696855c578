package io.github.auth0maven.report.gitlab;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.Fingerprints;
import io.github.auth0maven.report.OwnerOnly;
import io.github.auth0maven.report.ReportContents;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.report.ReportForm;
import io.github.auth0maven.users.Position;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;

/** Writes what has a place in a file as GitLab's code quality report, which merge requests show. */
public final class CodeQualityReport implements ReportForm {

    static final int MOST = 10_000;

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public Path file(ReportFiles files) {
        return files.codeQuality();
    }

    @Override
    public void write(ReportContents contents, Path file) throws IOException {
        Fingerprints fingerprints = new Fingerprints();
        try (RandomAccessFile opened = OwnerOnly.create(file);
                OutputStream out = new BufferedOutputStream(new FileOutputStream(opened.getFD()));
                JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartArray();
            contents.failures().first(MOST, failure -> write(failure, "major", fingerprints, json));
            for (Failure warning : contents.warnings()) {
                write(warning, "minor", fingerprints, json);
            }
            json.writeEndArray();
        }
    }

    private static void write(Failure failure, String severity, Fingerprints fingerprints, JsonGenerator json)
            throws IOException {
        Optional<Position> place = failure.position();
        if (place.isEmpty()) {
            return;
        }
        json.writeStartObject();
        json.writeStringField(
                "description", failure.attribute().map(name -> name + ": ").orElse("") + failure.message());
        json.writeStringField("check_name", failure.code());
        json.writeStringField("fingerprint", fingerprints.of(failure));
        json.writeStringField("severity", severity);
        json.writeObjectFieldStart("location");
        json.writeStringField("path", place.get().file().replace('\\', '/'));
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", Math.max(1, place.get().line()));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }
}
