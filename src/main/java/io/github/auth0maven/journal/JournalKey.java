package io.github.auth0maven.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a run is about; only the same one can be taken up again.
 *
 * @param input the fingerprint of the users file
 * @param options all that decides what is sent, and how, by name; a value may be a digest
 * @param tenant the domain
 * @param connection as the user names it
 */
public record JournalKey(String input, Map<String, String> options, String tenant, String connection) {

    private static final String OPTION = "option.";

    public JournalKey {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** The key in this line. */
    public static JournalKey of(JournalLine line) {
        return new JournalKey(line.text("input"), line.under(OPTION), line.text("tenant"), line.text("connection"));
    }

    /** Adds the key to a line. */
    public JournalLine addTo(JournalLine line) {
        line.with("input", input).with("tenant", tenant).with("connection", connection);
        options.forEach((name, value) -> line.with(OPTION + name, value));
        return line;
    }

    /** What is not the same, in words. */
    public List<String> differences(JournalKey other) {
        List<String> differences = new ArrayList<>();
        if (!input.equals(other.input)) {
            differences.add("the users file");
        }
        Set<String> names = new TreeSet<>(options.keySet());
        names.addAll(other.options.keySet());
        names.removeIf(name -> Objects.equals(options.get(name), other.options.get(name)));
        differences.addAll(names);
        addChange(differences, "the tenant", tenant, other.tenant);
        addChange(differences, "the connection", connection, other.connection);
        return differences;
    }

    private static void addChange(List<String> differences, String what, String before, String now) {
        if (!before.equals(now)) {
            differences.add(what + " (" + before + ", now " + now + ")");
        }
    }
}
