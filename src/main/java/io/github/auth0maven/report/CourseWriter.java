package io.github.auth0maven.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Writes how a run went as JSON: what it read, what it waited for, and what it was done with. */
final class CourseWriter {

    private final JsonGenerator json;
    private final Redaction redaction;

    CourseWriter(JsonGenerator json, Redaction redaction) {
        this.json = json;
        this.redaction = redaction;
    }

    void write(Course course, Instant end) throws IOException {
        inputs(course);
        json.writeNumberField("fill", Math.round(1_000 * course.inputs().fill()) / 1_000.0);
        json.writeArrayFieldStart("waits");
        for (WaitRecord wait : course.waits(end)) {
            wait(wait);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("settings");
        for (Map<String, String> facts : course.settings().values()) {
            for (Map.Entry<String, String> fact : facts.entrySet()) {
                Generators.text(json, fact.getKey(), redaction.text(fact.getValue()));
            }
        }
        json.writeEndObject();
    }

    private void inputs(Course course) throws IOException {
        json.writeArrayFieldStart("inputs");
        for (Inputs.Input input : course.inputs().files()) {
            json.writeStartObject();
            Generators.text(json, "file", input.file());
            json.writeNumberField("users", input.users());
            json.writeNumberField("valid", input.valid());
            json.writeNumberField("duplicates", course.duplicates(input.file()));
            json.writeNumberField("warnings", course.warnings(input.file()));
            json.writeNumberField("bytes", input.bytes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void wait(WaitRecord wait) throws IOException {
        json.writeStartObject();
        json.writeStringField("reason", wait.reason().name().toLowerCase(Locale.ROOT));
        Generators.text(json, "detail", redaction.text(wait.detail()));
        json.writeStringField("from", wait.from().toString());
        json.writeStringField("to", wait.to().toString());
        json.writeNumberField("seconds", wait.waited().toMillis() / 1000.0);
        json.writeEndObject();
    }
}
