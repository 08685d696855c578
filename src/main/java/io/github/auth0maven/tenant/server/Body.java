package io.github.auth0maven.tenant.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The JSON object that a request to the Management API brings, held against what the API takes. */
public final class Body {

    private static final int LARGEST = 1_000_000;

    private final ObjectNode json;

    private Body(ObjectNode json) {
        this.json = json;
    }

    /** Reads the object; a request that brings none is taken to bring an empty one. */
    public static Body json(Request request) throws IOException, Refusal {
        byte[] bytes = request.body(LARGEST);
        if (bytes.length == 0) {
            return new Body(Json.object());
        }
        try {
            if (Json.MAPPER.readTree(bytes) instanceof ObjectNode object) {
                return new Body(object);
            }
        } catch (JsonProcessingException malformed) {
            throw Refusal.of(400, "Payload validation error: 'Invalid request payload JSON format'.", "invalid_body");
        }
        throw Refusal.of(
                400, "Payload validation error: 'Expected type object but found another type'.", "invalid_body");
    }

    /** The object, if it has only these properties, each of its kind, and all that are required; texts are not empty. */
    public ObjectNode check(List<Property> properties, String... required) throws Refusal {
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            Optional<Property> known = properties.stream()
                    .filter(each -> each.name().equals(member.getKey()))
                    .findFirst();
            if (known.isEmpty()) {
                throw Refusal.of(
                        400,
                        "Payload validation error: 'Additional properties not allowed: " + member.getKey() + "'.",
                        "invalid_body");
            }
            known.get().check(member.getValue());
        }
        for (String name : required) {
            if (!json.has(name)) {
                throw missing(name);
            }
        }
        return json;
    }

    /** The refusal of a body that lacks a property. */
    public static Refusal missing(String name) {
        return Refusal.of(400, "Payload validation error: 'Missing required property: " + name + "'.", "invalid_body");
    }

    /** The refusal of a property, in the recorded form. */
    public static Refusal invalid(String problem, Property property) {
        return Refusal.of(
                400,
                "Payload validation error: '" + problem + "' on property " + property.name() + " ("
                        + property.description() + ").",
                "invalid_body");
    }

    /** The JSON types of properties. */
    public enum Kind {
        TEXT,
        /** A text that a null takes away. */
        REMOVABLE_TEXT,
        BOOLEAN,
        NUMBER,
        OBJECT,
        ARRAY;

        private String word() {
            return switch (this) {
                case TEXT, REMOVABLE_TEXT -> "string";
                case BOOLEAN -> "boolean";
                case NUMBER -> "integer";
                case OBJECT -> "object";
                case ARRAY -> "array";
            };
        }

        private boolean fits(JsonNode value) {
            return switch (this) {
                case TEXT -> value.isTextual();
                case REMOVABLE_TEXT -> value.isTextual() || value.isNull();
                case BOOLEAN -> value.isBoolean();
                case NUMBER -> value.isIntegralNumber();
                case OBJECT -> value.isObject();
                case ARRAY -> value.isArray();
            };
        }
    }

    /** A property that a body may have, and what the API says of it. */
    public record Property(String name, Kind kind, String description) {

        private void check(JsonNode value) throws Refusal {
            if (!kind.fits(value)) {
                throw invalid(
                        "Expected type " + kind.word() + " but found type "
                                + value.getNodeType().name().toLowerCase(Locale.ROOT),
                        this);
            }
            if (value.isTextual() && value.asText().isEmpty()) {
                throw invalid("String is too short (0 chars), minimum 1", this);
            }
        }
    }
}
