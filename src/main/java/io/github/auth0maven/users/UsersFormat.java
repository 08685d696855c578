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
    NDJSON;

    /**
     * Chooses by content where that is telling, else by name.
     *
     * @param head the file's first bytes, unpacked
     */
    static UsersFormat of(String name, byte[] head, int size) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        String text =
                new String(head, 0, size, UTF_8).replaceFirst("^\uFEFF", "").stripLeading();
        if (text.startsWith("[")) {
            return JSON;
        }
        if (text.startsWith("{") || plain.endsWith(".ndjson") || plain.endsWith(".jsonl")) {
            return NDJSON;
        }
        return JSON;
    }
}
