package io.github.auth0maven.jobs;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A line of the journal: an event and its fields, as {@code event name=value name=value}, with what would part them escaped. */
final class JournalLine {

    /** What a line is about. */
    enum Event {
        /** An import begins: what it is the import of. */
        BEGIN,
        /** A batch is about to be submitted. */
        INTENT,
        /** The service has taken the batch as a job. */
        TAKEN,
        /** The service has not taken the batch. */
        REFUSED,
        /** The batch, of which nobody knows whether an attempt was taken, becomes two. */
        HALVED,
        /** A user of the batch was not imported; counts only if the batch's end follows. */
        REJECTED,
        /** The batch's job has ended, and all is known of its users. */
        ENDED,
        /** All batches have ended. */
        FINISHED
    }

    private final Event event;
    private final Map<String, String> fields;

    private JournalLine(Event event, Map<String, String> fields) {
        this.event = event;
        this.fields = fields;
    }

    static JournalLine of(Event event) {
        return new JournalLine(event, new LinkedHashMap<>());
    }

    JournalLine with(String name, Object value) {
        fields.put(name, String.valueOf(value));
        return this;
    }

    JournalLine with(String name, Optional<?> value) {
        return value.isPresent() ? with(name, (Object) value.get()) : this;
    }

    Event event() {
        return event;
    }

    /** The field's value. */
    String text(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " in a line of " + event);
        }
        return value;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The fields whose names begin like this, without that beginning. */
    Map<String, String> under(String prefix) {
        Map<String, String> under = new TreeMap<>();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (field.getKey().startsWith(prefix)) {
                under.put(field.getKey().substring(prefix.length()), field.getValue());
            }
        }
        return under;
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is none that {@link #toString} wrote
     */
    static JournalLine parse(String line) {
        String[] parts = line.split(" ", -1);
        JournalLine parsed = of(Event.valueOf(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("no field: " + parts[i]);
            }
            parsed.with(parts[i].substring(0, equals), (Object) decoded(parts[i].substring(equals + 1)));
        }
        return parsed;
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(event.name());
        for (Map.Entry<String, String> field : fields.entrySet()) {
            line.append(' ').append(field.getKey()).append('=').append(encoded(field.getValue()));
        }
        return line.toString();
    }

    private static String encoded(String value) {
        return value.replace("%", "%25")
                .replace(" ", "%20")
                .replace("\n", "%0A")
                .replace("\r", "%0D")
                .replace("+", "%2B");
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
