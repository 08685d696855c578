package io.github.auth0maven.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.users.FileForm;
import io.github.auth0maven.users.UsersFormat;
import java.util.Locale;

/**
 * How a list of users is written: as the users file is that they are from.
 *
 * @param format of the list
 * @param beginning before the first user
 * @param between two users
 * @param end after the last user
 */
record ListForm(UsersFormat format, String beginning, String between, String end) {

    /** A JSON object on each line. */
    static final ListForm LINES = new ListForm(UsersFormat.NDJSON, "", "\n", "\n");

    private static final ListForm ARRAY = new ListForm(UsersFormat.JSON, "[\n", ",\n", "\n]\n");

    static ListForm of(FileForm form) {
        return switch (form.format()) {
            case CSV -> new ListForm(UsersFormat.CSV, form.header().orElse("") + "\n", "\n", "\n");
            case YAML -> new ListForm(UsersFormat.YAML, "", "\n", "\n");
            case NDJSON -> LINES;
            default -> ARRAY;
        };
    }

    /** How the name of a file in this format ends. */
    static String extension(UsersFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    String extension() {
        return extension(format);
    }

    /** A user as it stands in the list. */
    byte[] entry(ListedUser user) {
        String entry = switch (format) {
            case CSV -> user.record().orElseThrow();
            case YAML -> new YamlItem(user.json()).written();
            default -> user.json();
        };
        return entry.getBytes(UTF_8);
    }
}
