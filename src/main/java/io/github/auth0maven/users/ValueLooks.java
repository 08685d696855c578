package io.github.auth0maven.users;

import java.util.Optional;

/** What all the values of a column look like that are read as texts. */
final class ValueLooks {

    private long values;
    private boolean numbers = true;
    private boolean booleans = true;
    private boolean json = true;

    static boolean isBoolean(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    /** Takes another value. */
    void add(String text) {
        values++;
        numbers = numbers && Escapes.isNumber(text);
        booleans = booleans && isBoolean(text);
        json = json && CsvJson.isObjectOrArray(text);
    }

    /** How many values there are. */
    long values() {
        return values;
    }

    /** What all of them look like, if they do. */
    Optional<ColumnType> type() {
        if (values == 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                numbers ? ColumnType.NUMBER : booleans ? ColumnType.BOOLEAN : json ? ColumnType.JSON : null);
    }
}
