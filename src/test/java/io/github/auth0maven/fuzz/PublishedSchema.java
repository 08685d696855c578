package io.github.auth0maven.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.auth0maven.fuzz.Tree.Numeral;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What Auth0 publishes of its import's users as a JSON Schema, in the hands of a validator that nobody here wrote. */
final class PublishedSchema implements Refusal.Judge {

    private static final Map<String, String> CODES = Map.of(
            "type", "INVALID_TYPE",
            "enum", "ENUM_MISMATCH",
            "pattern", "PATTERN",
            "required", "OBJECT_MISSING_REQUIRED_PROPERTY",
            "additionalProperties", Refusal.UNKNOWN,
            "maxProperties", "OBJECT_PROPERTIES_MAXIMUM",
            "minItems", "ARRAY_LENGTH_SHORT",
            "maxItems", "ARRAY_LENGTH_LONG");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Validator validator = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();
    private final URI uri;

    PublishedSchema() {
        this(text());
    }

    PublishedSchema(String schema) {
        uri = validator.registerSchema(schema);
    }

    static String text() {
        try (InputStream in = PublishedSchema.class.getResourceAsStream("published-schema.json")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<Refusal> apply(Map<String, Object> user) {
        List<Error> errors = validator.validate(uri, node(user)).getErrors();
        Set<String> ofAnotherType = new HashSet<>();
        for (Error error : errors) {
            if ("type".equals(error.getKeyword())) {
                ofAnotherType.add(error.getInstanceLocation());
            }
        }
        Set<Refusal> refusals = new TreeSet<>();
        for (Error error : errors) {
            boolean aboutType = "type".equals(error.getKeyword());
            // a value of another type is also none of those that are listed, which goes without saying
            if (aboutType || !ofAnotherType.contains(error.getInstanceLocation())) {
                add(error, refusals);
            }
        }
        return refusals;
    }

    /** Not by way of a text, for Jackson's parser has rules of its own for halves of surrogate pairs. */
    private static JsonNode node(Object value) {
        if (value instanceof Map<?, ?> object) {
            ObjectNode node = NODES.objectNode();
            object.forEach((name, inner) -> node.set((String) name, node(inner)));
            return node;
        }
        if (value instanceof List<?> array) {
            ArrayNode node = NODES.arrayNode();
            array.forEach(inner -> node.add(node(inner)));
            return node;
        }
        if (value instanceof Numeral number) {
            return NODES.numberNode(new BigDecimal(number.text()));
        }
        return value == null
                ? NODES.nullNode()
                : value instanceof String text ? NODES.textNode(text) : NODES.booleanNode((Boolean) value);
    }

    private static void add(Error error, Set<Refusal> refusals) {
        String path = error.getEvaluationPath();
        String keyword = path.substring(path.lastIndexOf('/') + 1);
        String code = CODES.get(keyword);
        if (code == null) {
            throw new AssertionError("unforeseen: " + error.getEvaluationPath() + ": " + error.getError());
        }
        String location = error.getInstanceLocation();
        if (keyword.equals("required")) {
            String names = error.getError().replaceFirst(".*\\[(.*)]", "$1");
            for (String name : names.split(", ", -1)) {
                refusals.add(new Refusal(place(location + "/" + name), code));
            }
        } else if (code.equals(Refusal.UNKNOWN)) {
            refusals.add(new Refusal(place(location.substring(0, location.lastIndexOf('/')) + "/?"), code));
        } else {
            refusals.add(new Refusal(place(location), code));
        }
    }

    /** A JSON pointer as our messages write it. */
    private static String place(String pointer) {
        return pointer.replaceFirst("^/", "")
                .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replace('/', '.');
    }
}
