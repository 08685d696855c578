package io.github.auth0maven.tenant.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.connections.Connections;
import io.github.auth0maven.tenant.server.Body;
import io.github.auth0maven.tenant.server.Body.Kind;
import io.github.auth0maven.tenant.server.Body.Property;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a request for an export says.
 *
 * @param connection the only connection whose users are exported, if one is named
 * @param isCsv whether the file is CSV, as it is unless told otherwise
 * @param limit how many users at most
 * @param echo the properties that every answer about the job repeats [R]
 */
record ExportForm(Optional<Connection> connection, boolean isCsv, int limit, List<Field> fields, ObjectNode echo) {

    private static final int MOST_FIELDS_OF_CSV = 30;

    private static final List<Property> PROPERTIES = List.of(
            new Property(
                    "connection_id", Kind.TEXT, "connection_id of the connection from which users will be exported."),
            new Property("format", Kind.TEXT, "Format of the file. Must be \"json\" or \"csv\"."),
            new Property("limit", Kind.NUMBER, "Limit the number of records."),
            new Property("fields", Kind.ARRAY, "List of fields to be included in the CSV."));

    /** Documented: the metadata is not among what is exported unless asked for. Which properties are is inferred. */
    private static final List<Field> USUAL = List.of(
            Field.of("user_id"),
            Field.of("email"),
            Field.of("email_verified"),
            Field.of("username"),
            Field.of("phone_number"),
            Field.of("name"),
            Field.of("nickname"),
            Field.of("given_name"),
            Field.of("family_name"),
            Field.of("picture"),
            Field.of("blocked"),
            Field.of("created_at"),
            Field.of("updated_at"),
            Field.of("last_login"),
            Field.of("last_ip"),
            Field.of("logins_count"),
            Field.of("identities[0].connection"));

    /** A field of the file, and what it is called there. */
    record Field(String name, String exportAs) {

        private static Field of(String name) {
            return new Field(name, name);
        }
    }

    static ExportForm read(Body body, Connections connections) throws Refusal {
        ObjectNode json = body.check(PROPERTIES);
        Optional<Connection> connection = Optional.empty();
        if (json.has("connection_id")) {
            connection = connections.byId(json.path("connection_id").asText());
            if (connection.isEmpty()) {
                throw Refusal.of(404, "The connection does not exist.", "inexistent_connection");
            }
        }
        String format = json.path("format").asText("csv");
        if (!Set.of("csv", "json").contains(format)) {
            throw Body.invalid("No enum match for: " + format, PROPERTIES.get(1));
        }
        int limit = json.path("limit").asInt(Integer.MAX_VALUE);
        if (limit < 1) {
            throw Body.invalid("Value " + limit + " is less than minimum 1", PROPERTIES.get(2));
        }
        List<Field> fields = fields(json.path("fields"));
        if (format.equals("csv") && fields.size() > MOST_FIELDS_OF_CSV) {
            throw Body.invalid("Array is too long (" + fields.size() + "), maximum 30", PROPERTIES.get(3));
        }
        return new ExportForm(connection, format.equals("csv"), limit, fields, echo(json, connection));
    }

    private static List<Field> fields(JsonNode array) throws Refusal {
        List<Field> fields = new ArrayList<>();
        for (JsonNode field : array) {
            if (field.path("name").asText().isEmpty()) {
                throw Body.invalid("Missing required property: name", PROPERTIES.get(3));
            }
            String name = field.path("name").asText();
            fields.add(new Field(name, field.path("export_as").asText(name)));
        }
        return fields.isEmpty() ? USUAL : List.copyOf(fields);
    }

    private static ObjectNode echo(ObjectNode json, Optional<Connection> connection) {
        ObjectNode echo = Json.object();
        echo.setAll(json);
        connection.ifPresent(named -> echo.put("connection", named.name()));
        return echo;
    }
}
