package io.github.auth0maven.users;

import java.util.Map;

/**
 * How CSV files are read.
 *
 * @param separator what stands between their cells
 * @param columns what columns mean that have names of their own: for each such name one as Auth0 has it, with or without a type;
 *     or an empty one, if the column is left out
 */
public record CsvOptions(CsvSeparator separator, Map<String, String> columns) {

    /** As the header says. */
    public static final CsvOptions DEFAULT = new CsvOptions(CsvSeparator.AUTO, Map.of());

    public CsvOptions {
        columns = Map.copyOf(columns);
    }
}
