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
        hashes(course);
        json.writeNumberField("fill", Math.round(1_000 * course.inputs().fill()) / 1_000.0);
        json.writeArrayFieldStart("waits");
        for (WaitRecord wait : course.waits(end)) {
            wait(wait);
        }
        json.writeEndArray();
        settings(course);
    }

    /** What has been made of hashes, and which could not be made into anything, by what they were. */
    void hashes(Course course) throws IOException {
        json.writeObjectFieldStart("hashes");
        counts("converted", course.hashes().sources());
        counts("refused", course.hashes().refused());
        json.writeEndObject();
    }

    private void counts(String name, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }

    /** What it was done with. */
    void settings(Course course) throws IOException {
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
