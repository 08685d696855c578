package io.github.auth0maven.report.sarif;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auth0maven.codes.CodePage;
import io.github.auth0maven.codes.CodePages;
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
import java.util.TreeSet;

/** Writes violations, rejected users and warnings as SARIF 2.1.0, no more of them than GitHub takes. */
public final class SarifReport implements ReportForm {

    /** GitHub refuses a run with more. */
    static final int MOST_RESULTS = 25_000;

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final JsonFactory JSON = new JsonFactory();

    private final CodePages codes;
    private final String version;

    /**
     * @param version of this plugin
     */
    public SarifReport(CodePages codes, String version) {
        this.codes = codes;
        this.version = version;
    }

    @Override
    public Path file(ReportFiles files) {
        return files.sarif();
    }

    @Override
    public void write(ReportContents contents, Path file) throws IOException {
        try (RandomAccessFile opened = OwnerOnly.create(file);
                OutputStream out = new BufferedOutputStream(new FileOutputStream(opened.getFD()));
                JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            writeTool(contents, json);
            writeResults(contents, json);
            writeRest(contents, json);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void writeTool(ReportContents contents, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "auth0-maven-plugin");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        TreeSet<String> used = new TreeSet<>(contents.failureCounts().keySet());
        used.addAll(contents.warningCounts().keySet());
        for (String code : used) {
            writeRule(code, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeRule(String code, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", code);
        Optional<CodePage> page = codes.of(code);
        writeText("shortDescription", page.map(CodePage::meaning).orElse("Auth0 rejects the user"), json);
        if (page.isPresent()) {
            writeText("help", page.get().text(), json);
            json.writeStringField("helpUri", page.get().url());
        }
        json.writeEndObject();
    }

    private static void writeResults(ReportContents contents, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("results");
        Fingerprints fingerprints = new Fingerprints();
        long room = Math.max(0, MOST_RESULTS - contents.warnings().size());
        contents.failures().first(room, failure -> writeResult(failure, "error", fingerprints, json));
        for (Failure warning : contents.warnings()) {
            writeResult(warning, "warning", fingerprints, json);
        }
        json.writeEndArray();
    }

    private static void writeResult(Failure failure, String level, Fingerprints fingerprints, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", failure.code());
        json.writeStringField("level", level);
        writeText("message", failure.attribute().map(name -> name + ": ").orElse("") + failure.message(), json);
        if (failure.position().isPresent()) {
            writePlace(failure.position().get(), json);
        }
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("auth0/v1", fingerprints.of(failure));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writePlace(Position position, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", Uris.of(position.file()));
        json.writeEndObject();
        if (!position.isWholeFile()) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", position.line());
            json.writeNumberField("startColumn", Math.max(1, position.column()));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void writeRest(ReportContents contents, JsonGenerator json) throws IOException {
        long warnings = contents.warningCounts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeObjectFieldStart("properties");
        json.writeStringField("summary", contents.head().summary());
        json.writeNumberField("failures", contents.allFailures());
        json.writeNumberField("warnings", warnings);
        json.writeEndObject();
    }

    private static void writeText(String name, String text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /** A path as a reference, relative to the root of the repository if it is relative. */
    private static final class Uris {
        static String of(String path) {
            String uri = path.replace('\\', '/');
            StringBuilder escaped = new StringBuilder();
            for (byte b : uri.getBytes(UTF_8)) {
                char c = (char) (b & 0xFF);
                boolean plain = (c < 0x80 && Character.isLetterOrDigit(c)) || "/-._~!$&'()*+,;=@".indexOf(c) >= 0;
                escaped.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
            }
            return escaped.toString();
        }
    }
}
