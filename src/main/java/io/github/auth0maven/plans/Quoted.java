package io.github.auth0maven.plans;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes a text as JSON. */
final class Quoted {

    private static final JsonFactory JSON = new JsonFactory();

    private Quoted() {}

    static String of(String text) {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(written)) {
            json.writeString(text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text is written to memory", e);
        }
        return written.toString();
    }
}
