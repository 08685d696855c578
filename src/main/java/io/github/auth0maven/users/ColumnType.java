package io.github.auth0maven.users;

import java.util.Locale;
import java.util.Optional;

/** The type of the values in a column of a CSV file. */
enum ColumnType {
    TEXT,
    NUMBER,
    BOOLEAN,
    JSON,
    /** Texts, separated by semicolons, or else by commas; or a JSON array. */
    LIST,
    /** Nobody has said: texts. */
    ANY;

    /** The type that a header gives a column in so many words. */
    static Optional<ColumnType> said(String word) {
        for (ColumnType type : values()) {
            if (type != ANY && type.toString().equals(word.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The type that Auth0's schema gives it. */
    static ColumnType of(AttributeTypes.Type type) {
        return switch (type) {
            case TEXT -> TEXT;
            case BOOLEAN -> BOOLEAN;
            case NUMBER -> NUMBER;
            case NESTED -> JSON;
            case ANY -> ANY;
        };
    }

    /** The word for it in a header. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
