package io.github.auth0maven.exports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an export holds of each user. */
public final class ExportFields {

    /** What an export can hold of what an import takes. */
    public static final List<String> IMPORTED = List.of(
            "user_id",
            "email",
            "email_verified",
            "username",
            "phone_number",
            "phone_verified",
            "given_name",
            "family_name",
            "name",
            "nickname",
            "picture",
            "blocked",
            "app_metadata",
            "user_metadata");

    /** Tells of which connection a user is. */
    static final String IDENTITIES = "identities";

    private static final List<String> OF_THE_TENANT =
            List.of("created_at", "updated_at", "last_login", "last_ip", "logins_count");
    private static final Set<String> OBJECTS = Set.of("app_metadata", "user_metadata", IDENTITIES);
    private static final String CONNECTION_IN_CSV = "identities[0].connection";

    private ExportFields() {}

    /** What is exported if nothing is asked for. */
    public static List<String> usual(ExportFormat format) {
        List<String> fields = new ArrayList<>(IMPORTED);
        switch (format) {
            case USERS -> fields.add(IDENTITIES);
            case NDJSON -> {
                fields.addAll(OF_THE_TENANT);
                fields.add(IDENTITIES);
            }
            default -> {
                fields.removeAll(OBJECTS);
                fields.addAll(OF_THE_TENANT);
                fields.add(CONNECTION_IN_CSV);
            }
        }
        return List.copyOf(fields);
    }

    /**
     * What is exported if this is asked for: a users file also needs to know of which connection each user is.
     *
     * @throws ExportException if it is more than an export can have
     */
    public static List<String> of(List<String> asked, ExportFormat format) throws ExportException {
        Set<String> fields = new LinkedHashSet<>(asked);
        if (format == ExportFormat.USERS) {
            fields.add(IDENTITIES);
        }
        if (fields.size() > ExportOrder.MOST_FIELDS) {
            throw new ExportException("fields (-Dauth0.fields): " + fields.size() + " fields"
                    + (fields.size() > new LinkedHashSet<>(asked).size()
                            ? ", with identities, which a users file needs"
                            : "")
                    + "; Auth0 exports " + ExportOrder.MOST_FIELDS + " at most: leave out some");
        }
        return List.copyOf(fields);
    }

    /** What there is to say of fields that such a file does not hold although they are asked for. */
    public static List<String> remarks(List<String> fields, ExportFormat format) {
        List<String> remarks = new ArrayList<>();
        List<String> objects = fields.stream().filter(OBJECTS::contains).toList();
        if (format == ExportFormat.CSV && !objects.isEmpty()) {
            remarks.add("Auth0's CSV holds no objects, so " + String.join(", ", objects)
                    + " will be empty: name what they hold, such as user_metadata.plan, in auth0.fields");
        }
        List<String> refused = fields.stream()
                .filter(field -> !IMPORTED.contains(field) && !field.equals(IDENTITIES))
                .toList();
        if (format == ExportFormat.USERS && !refused.isEmpty()) {
            remarks.add("An import takes no " + String.join(", ", refused)
                    + ", so the users file is without: auth0.exportFormat=ndjson keeps what Auth0 gives");
        }
        return remarks;
    }
}
