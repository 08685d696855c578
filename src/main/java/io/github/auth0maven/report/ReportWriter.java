package io.github.auth0maven.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.users.Position;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a report as JSON. */
final class ReportWriter {

    private final JsonGenerator json;
    private final Redaction redaction;

    ReportWriter(JsonGenerator json, Redaction redaction) {
        this.json = json;
        this.redaction = redaction;
    }

    /** Begins with what an import was, and what became of its jobs. */
    void begin(ImportReport report, Course course) throws IOException {
        json.writeStartObject();
        verdict(report.status(), report.problem());
        json.writeBooleanField("dryRun", report.target().dryRun());
        Generators.text(json, "domain", report.target().domain());
        Generators.text(json, "connection", report.target().connection());
        Generators.text(json, "usersFile", report.target().usersFile());
        times(report.startedAt(), report.finishedAt());
        users(report.users());
        json.writeArrayFieldStart("jobs");
        for (JobRecord job : report.jobs()) {
            job(job);
        }
        json.writeEndArray();
        new CourseWriter(json, redaction).write(course, report.finishedAt());
        remarks(report.remarks());
    }

    /** Begins with what a validation was. */
    void begin(ValidationReport report, Course course) throws IOException {
        json.writeStartObject();
        verdict(report.status(), report.problem());
        Generators.text(json, "usersFile", report.usersFile());
        times(report.startedAt(), report.finishedAt());
        ValidationReport.Users users = report.users();
        json.writeObjectFieldStart("users");
        json.writeNumberField("total", users.total());
        json.writeNumberField("valid", users.valid());
        json.writeNumberField("invalid", users.invalid());
        json.writeEndObject();
        json.writeNumberField("jobs", users.jobs());
        json.writeNumberField("bytes", users.bytes());
        new CourseWriter(json, redaction).write(course, report.finishedAt());
        remarks(report.remarks());
    }

    /** Begins with what a check of passwords was. */
    void begin(PasswordReport report, Course course) throws IOException {
        json.writeStartObject();
        verdict(report.status(), report.problem());
        Generators.text(json, "usersFile", report.usersFile());
        times(report.startedAt(), report.finishedAt());
        json.writeNumberField("users", report.users());
        samples(report.samples());
        json.writeArrayFieldStart("shapes");
        for (PasswordReport.Shape shape : report.shapes()) {
            shape(shape);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("matches");
        for (Position match : report.matches()) {
            json.writeStartObject();
            FailureLog.writePlace(match, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        CourseWriter writer = new CourseWriter(json, redaction);
        writer.hashes(course);
        writer.settings(course);
    }

    private void samples(PasswordReport.Samples samples) throws IOException {
        json.writeObjectFieldStart("samples");
        json.writeNumberField("total", samples.total());
        json.writeNumberField("matched", samples.matched());
        json.writeNumberField("notMatched", samples.notMatched());
        json.writeNumberField("unused", samples.unused());
        json.writeEndObject();
    }

    private void shape(PasswordReport.Shape shape) throws IOException {
        json.writeStartObject();
        Generators.text(json, "shape", shape.name());
        json.writeNumberField("users", shape.users());
        json.writeNumberField("samples", shape.samples());
        json.writeNumberField("matched", shape.matched());
        json.writeNumberField("notMatched", shape.notMatched());
        json.writeEndObject();
    }

    /** Goes on with all failures, one after the other. */
    void failures(FailureLog failures) throws IOException {
        counts("failureCounts", failures.counts());
        json.writeArrayFieldStart("failures");
        failures.copyTo(json);
        json.writeEndArray();
    }

    /** Goes on without failures. */
    void noFailures() throws IOException {
        counts("failureCounts", Map.of());
        json.writeArrayFieldStart("failures");
        json.writeEndArray();
    }

    /** Ends with the warnings. */
    void end(Warnings warnings) throws IOException {
        counts("warningCounts", warnings.counts());
        json.writeArrayFieldStart("warnings");
        warnings.writeTo(json);
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void verdict(Status status, Optional<String> problem) throws IOException {
        json.writeStringField("status", status.name().toLowerCase(Locale.ROOT));
        if (problem.isPresent()) {
            Generators.text(json, "problem", redaction.text(problem.get()));
        }
    }

    private void times(Instant startedAt, Instant finishedAt) throws IOException {
        json.writeStringField("startedAt", startedAt.toString());
        json.writeStringField("finishedAt", finishedAt.toString());
    }

    private void users(ImportReport.Users users) throws IOException {
        json.writeObjectFieldStart("users");
        json.writeNumberField("total", users.total());
        json.writeNumberField("inserted", users.inserted());
        json.writeNumberField("updated", users.updated());
        json.writeNumberField("failed", users.failed());
        json.writeNumberField("invalid", users.invalid());
        json.writeNumberField("unsent", users.unsent());
        json.writeNumberField("pending", users.pending());
        json.writeEndObject();
    }

    private void job(JobRecord job) throws IOException {
        json.writeStartObject();
        Generators.text(json, "id", job.id());
        Generators.text(json, "status", job.status());
        json.writeNumberField("users", job.users());
        json.writeNumberField("bytes", job.bytes());
        json.writeStringField("submittedAt", job.submittedAt().toString());
        if (job.finishedAt().isPresent()) {
            json.writeStringField("finishedAt", job.finishedAt().get().toString());
        } else {
            json.writeNullField("finishedAt");
        }
        json.writeEndObject();
    }

    private void remarks(List<String> remarks) throws IOException {
        json.writeArrayFieldStart("remarks");
        for (String remark : remarks) {
            Generators.text(json, redaction.text(remark));
        }
        json.writeEndArray();
    }

    private void counts(String name, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }
}
