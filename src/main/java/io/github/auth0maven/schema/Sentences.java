package io.github.auth0maven.schema;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SimpleType;
import io.github.auth0maven.schema.Documents.Document;
import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.User;
import io.github.auth0maven.validation.ProjectSchema.Objections;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what is wrong with a user by a schema. The library's own messages are not used, for they show values that may be secrets. */
final class Sentences {

    private static final int MOST_VALUES = 10;
    private static final int LONGEST_NUMBER = 20;

    private final Documents documents;
    private final User user;
    private final UserNode root;

    Sentences(Documents documents, User user, UserNode root) {
        this.documents = documents;
        this.user = user;
        this.root = root;
    }

    /** Tells of an error. */
    void tell(Error error, Objections sink) {
        Place place = Place.of(user.json(), error.getInstanceLocation());
        boolean given = place.token() == Objections.USER && place.attribute() != null;
        boolean refused = error.getKeyword() == null && place.token() != Objections.USER;
        sink.add(
                // of what must not be there, the name
                refused && isMember(place.token()) ? place.token() - 1 : place.token(),
                place.attribute(),
                sentence(error, place) + (given ? "; it comes from rootAttributes" : "") + " (schema: " + source(error)
                        + ")");
    }

    private boolean isMember(int token) {
        return user.json().kind(token - 1) == io.github.auth0maven.users.Json.Kind.NAME;
    }

    private String sentence(Error error, Place place) {
        if (error.getSchemaLocation().contains("/propertyNames")) {
            return "it has a name that does not fit";
        }
        String keyword = error.getKeyword();
        if (keyword == null) {
            return "nothing of this name is allowed here";
        }
        Optional<JsonNode> found = find(root, error.getInstanceLocation());
        Optional<JsonNode> demanded =
                schemaOf(error).map(schema -> schema.asObject().get(keyword));
        if (found.isEmpty() || demanded.isEmpty()) {
            return "it does not pass \"" + keyword + "\"";
        }
        return unmet(keyword, found.get(), demanded.get(), place.secret());
    }

    private static String unmet(String keyword, JsonNode value, JsonNode demand, boolean secret) {
        String shown = secret ? "the value" : shown(value);
        return switch (keyword) {
            case "type" -> "expected " + types(demand) + ", found " + nameOf(value.getNodeType());
            case "enum" -> shown + " is not one of " + (secret ? "those of the enum" : list(demand.asArray()));
            case "const" -> shown + " is not " + (secret ? "the const" : shown(demand));
            case "pattern" -> shown + " does not match the pattern " + EscapedText.text(demand.asString());
            case "required" -> "it lacks " + missing(value, demand);
            case "dependentRequired" -> "it lacks " + dependent(value, demand);
            case "minimum" -> shown + " is less than " + shown(demand);
            case "maximum" -> shown + " is more than " + shown(demand);
            case "exclusiveMinimum" -> shown + " is not more than " + shown(demand);
            case "exclusiveMaximum" -> shown + " is not less than " + shown(demand);
            case "multipleOf" -> shown + " is not a multiple of " + shown(demand);
            case "minLength" -> shown + " has fewer characters than " + shown(demand);
            case "maxLength" -> shown + " has more characters than " + shown(demand);
            case "minItems" -> "it has fewer items than " + shown(demand);
            case "maxItems" -> "it has more items than " + shown(demand);
            case "minProperties" -> "it has fewer members than " + shown(demand);
            case "maxProperties" -> "it has more members than " + shown(demand);
            case "uniqueItems" -> "an item stands in it twice";
            case "anyOf" -> shown + " fits none of the alternatives of anyOf";
            case "oneOf" -> shown + " does not fit exactly one of the alternatives of oneOf";
            case "not" -> shown + " is what the schema excludes by \"not\"";
            case "contains" -> "no item of it is of the kind that has to be there";
            default -> "it does not pass \"" + keyword + "\"";
        };
    }

    // ---- where

    private String source(Error error) {
        String location = error.getSchemaLocation();
        int fragment = location.indexOf('#');
        String file = fragment < 0 ? location : location.substring(0, fragment);
        return documents.at(file).map(Document::name).orElse(file) + (fragment < 0 ? "" : location.substring(fragment));
    }

    private Optional<JsonNode> schemaOf(Error error) {
        String location = error.getSchemaLocation();
        int fragment = location.indexOf('#');
        if (fragment < 0) {
            return documents.at(location).map(Document::root);
        }
        String pointer =
                URLDecoder.decode(location.substring(fragment + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
        return documents
                .at(location.substring(0, fragment))
                .flatMap(document -> find(document.root(), pointer))
                .filter(JsonNode::isObject);
    }

    private static Optional<JsonNode> find(JsonNode root, String pointer) {
        Optional<JsonNode> node = Optional.of(root);
        if (pointer.isEmpty()) {
            return node;
        }
        for (String name : pointer.substring(1).split("/", -1)) {
            node = node.flatMap(parent -> child(parent, Place.unescaped(name)));
        }
        return node;
    }

    private static Optional<JsonNode> child(JsonNode parent, String name) {
        if (parent.isObject()) {
            return Optional.ofNullable(parent.asObject().get(name));
        }
        if (!parent.isArray() || !name.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(name);
        return index < parent.asArray().size() ? Optional.of(parent.asArray().get(index)) : Optional.empty();
    }

    // ---- words

    private static String missing(JsonNode object, JsonNode names) {
        return names.asArray().stream()
                .map(JsonNode::asString)
                .filter(name -> !object.asObject().containsKey(name))
                .map(EscapedText::text)
                .collect(Collectors.joining(" and "));
    }

    private static String dependent(JsonNode object, JsonNode demand) {
        return demand.asObject().entrySet().stream()
                .filter(names -> object.asObject().containsKey(names.getKey())
                        && !missing(object, names.getValue()).isEmpty())
                .map(names ->
                        missing(object, names.getValue()) + ", which goes with " + EscapedText.text(names.getKey()))
                .collect(Collectors.joining("; "));
    }

    private static String types(JsonNode demand) {
        List<String> types = demand.isArray()
                ? demand.asArray().stream().map(JsonNode::asString).toList()
                : List.of(demand.asString());
        return types.stream().map(type -> nameOf(SimpleType.fromName(type))).collect(Collectors.joining(" or "));
    }

    private static String list(List<JsonNode> values) {
        String shown = values.stream().limit(MOST_VALUES).map(Sentences::shown).collect(Collectors.joining(", "));
        return shown + (values.size() > MOST_VALUES ? ", …" : "");
    }

    private static String shown(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> EscapedText.text(value.asString());
            case NULL -> "null";
            case BOOLEAN -> String.valueOf(value.asBoolean());
            case INTEGER, NUMBER -> cut(value.asNumber().toString());
            case ARRAY, OBJECT -> "this " + value.getNodeType().getName();
        };
    }

    private static String cut(String number) {
        return number.length() <= LONGEST_NUMBER ? number : number.substring(0, LONGEST_NUMBER) + "…";
    }

    private static String nameOf(SimpleType type) {
        return switch (type) {
            case NULL -> "null";
            case BOOLEAN -> "a boolean";
            case STRING -> "a string";
            case INTEGER -> "an integer";
            case NUMBER -> "a number";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
        };
    }
}
