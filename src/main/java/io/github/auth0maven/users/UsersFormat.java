package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** How users are written in a users file. */
public enum UsersFormat {
    /** Whatever its content, or else its name, says. */
    AUTO,
    /** A JSON array of users. */
    JSON,
    /** Users as JSON objects, each on a line of its own. */
    NDJSON,
    /** A list in YAML. */
    YAML,
    /** CSV, with a header. */
    CSV;

    private static final int HEAD = 1 << 13;

    /**
     * Chooses by content where that is telling, else by name.
     *
     * @param head the file's first bytes, unpacked
     */
    static UsersFormat of(String name, byte[] head, int size) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - ".gz".length()) : lower;
        String marked = new String(head, 0, Math.min(size, HEAD), UTF_8);
        String text = (marked.startsWith("\uFEFF") ? marked.substring(1) : marked).stripLeading();
        // YAML has the brackets of JSON, too
        if (plain.endsWith(".yaml") || plain.endsWith(".yml")) {
            return YAML;
        }
        if (text.startsWith("[") || text.startsWith("{")) {
            return text.startsWith("[") ? JSON : NDJSON;
        }
        return of(plain, text.lines().findFirst().orElse(""));
    }

    private static UsersFormat of(String name, String line) {
        if (line.startsWith("- ") || line.equals("-") || line.startsWith("---") || line.startsWith("%YAML")) {
            return YAML;
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv") || namesEmail(line)) {
            return CSV;
        }
        return name.endsWith(".ndjson") || name.endsWith(".jsonl") ? NDJSON : JSON;
    }

    /** Whether a line is like the header of a CSV file. */
    private static boolean namesEmail(String line) {
        for (CsvSeparator separator : CsvSeparator.values()) {
            for (String name : CsvHead.cells(line, separator.character)) {
                if (name.equalsIgnoreCase("email") || name.equalsIgnoreCase("e-mail")) {
                    return true;
                }
            }
        }
        return CsvHead.isSeparatorLine(line);
    }
}
