package io.github.auth0maven.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.auth0maven.users.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The failures of a report, in the file that has one a line; they are read again by each form that tells of them. */
public record FailureLines(Path file, boolean isThere) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Takes failures one after the other. */
    @FunctionalInterface
    public interface Reader {
        void take(Failure failure) throws IOException;
    }

    /** Hands over the first failures, and no more than this. */
    public void first(long most, Reader reader) throws IOException {
        if (!isThere) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            long read = 0;
            for (String line = lines.readLine(); line != null && read < most; line = lines.readLine()) {
                reader.take(failure(line));
                read++;
            }
        }
    }

    private static Failure failure(String line) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() != JsonToken.VALUE_NULL) {
                    fields.put(name, json.getText());
                }
            }
        }
        return new Failure(
                Optional.ofNullable(fields.get("file")).map(file -> position(file, fields)),
                Optional.ofNullable(fields.get("attribute")),
                fields.getOrDefault("code", ""),
                fields.getOrDefault("message", ""));
    }

    private static Position position(String file, Map<String, String> fields) {
        return new Position(
                file, number(fields.get("index")), number(fields.get("line")), number(fields.get("column")));
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }
}
