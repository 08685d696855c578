package io.github.auth0maven.tenant.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.exports.ExportForm.Field;
import io.github.auth0maven.tenant.server.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Writes users as an export holds them: gzipped, one a line, as JSON or as CSV. */
final class ExportFile {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

    private final ExportForm form;

    ExportFile(ExportForm form) {
        this.form = form;
    }

    byte[] of(Stream<ObjectNode> users) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            if (form.isCsv()) {
                out.write(form.fields().stream()
                        .map(field -> quoted(field.exportAs()))
                        .collect(Collectors.joining(",", "", "\n")));
            }
            for (Iterator<ObjectNode> each = users.iterator(); each.hasNext(); ) {
                out.write(line(each.next()) + "\n");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private String line(ObjectNode user) {
        if (form.isCsv()) {
            return form.fields().stream()
                    .map(field -> cell(value(user, field.name())))
                    .collect(Collectors.joining(","));
        }
        ObjectNode line = Json.object();
        for (Field field : form.fields()) {
            JsonNode value = value(user, field.name());
            if (!value.isMissingNode()) {
                line.set(field.exportAs(), value);
            }
        }
        return Json.text(line);
    }

    /** Seen: every text begins with an apostrophe, points in time do not, and whole objects are left out. */
    private static String cell(JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual() || TIME.matcher(value.asText()).matches()) {
            return value.asText();
        }
        return quoted("'" + value.asText());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** What a name such as {@code identities[0].connection} leads to. */
    private static JsonNode value(ObjectNode user, String name) {
        if (user.has(name)) {
            return user.path(name);
        }
        JsonNode value = user;
        for (String step : List.of(name.replace("[", ".").replace("]", "").split("\\.", -1))) {
            value = value.isArray() && step.matches("\\d{1,6}") ? value.path(Integer.parseInt(step)) : value.path(step);
        }
        return value;
    }
}
