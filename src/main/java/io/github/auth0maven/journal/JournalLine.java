package io.github.auth0maven.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A line of a journal: an event and its fields, as a JSON object. Which events there are, and what their fields mean, is for each
 * use case to say. No exception quotes a line that is none: it may be a line of any file.
 */
public final class JournalLine {

    private static final String EVENT = "event";
    private static final JsonFactory JSON = new JsonFactory();

    private final String event;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private JournalLine(String event) {
        this.event = event;
    }

    /** A line of this event, without fields. */
    public static JournalLine of(Enum<?> event) {
        return new JournalLine(event.name());
    }

    /** Adds a field. */
    public JournalLine with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a field, if there is a value. */
    public JournalLine with(String name, Optional<?> value) {
        return value.isPresent() ? with(name, (Object) value.get()) : this;
    }

    /** What the line is about. */
    public <E extends Enum<E>> E event(Class<E> events) {
        for (E each : events.getEnumConstants()) {
            if (each.name().equals(event)) {
                return each;
            }
        }
        throw new IllegalArgumentException("an event that is none");
    }

    /** The field's value. */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    /** The field's value, if there is such a field. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::valueOf);
    }

    /** The value of a field that is a number. */
    public long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is no number");
        }
    }

    /** The value of a field that is a moment. */
    public Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " is no time");
        }
    }

    /** The value of a field that is a yes or a no. */
    public boolean isTrue(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /** The fields whose names begin like this, without that beginning. */
    Map<String, String> under(String prefix) {
        Map<String, String> under = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                under.put(name.substring(prefix.length()), String.valueOf(value));
            }
        });
        return under;
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is none that {@link #toString} wrote
     */
    static JournalLine parse(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT || !EVENT.equals(parser.nextFieldName())) {
                throw new IllegalArgumentException("no event");
            }
            JournalLine line = new JournalLine(value(parser));
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                line.with(parser.currentName(), (Object) value(parser));
            }
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON");
        } catch (IOException e) {
            throw new AssertionError("a text is read from memory", e);
        }
    }

    private static String value(JsonParser parser) throws IOException {
        if (!parser.nextToken().isScalarValue()) {
            throw new IllegalArgumentException("a field that is no value");
        }
        return parser.getText();
    }

    /** The line, without its end. */
    @Override
    public String toString() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField(EVENT, event);
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                write(json, field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new AssertionError("a text is written to memory", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(value.toString());
        }
    }
}
