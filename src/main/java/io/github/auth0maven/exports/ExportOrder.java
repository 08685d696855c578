package io.github.auth0maven.exports;

import java.util.List;

/**
 * What is to be exported of each user.
 *
 * @param fields the names of what is exported, such as {@code email} or {@code user_metadata.plan}
 * @param csv whether the file is to be CSV, and not JSON
 */
public record ExportOrder(List<String> fields, boolean csv) {

    /** The most fields that an export can have. */
    public static final int MOST_FIELDS = 30;

    public ExportOrder {
        fields = List.copyOf(fields);
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw new IllegalArgumentException(fields.size() + " fields");
        }
    }
}
