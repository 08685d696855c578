package io.github.auth0maven.tenant.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.users.EmailFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges one JSON value, with the codes and texts of z-schema, the validator behind Auth0's messages. */
@FunctionalInterface
interface Check {

    /** What is wrong with the value at the path; empty if nothing is. */
    List<UserError> errors(String path, JsonNode value);

    /** This check, and the next one if this finds nothing. */
    default Check then(Check next) {
        return (path, value) -> {
            List<UserError> found = errors(path, value);
            return found.isEmpty() ? next.errors(path, value) : found;
        };
    }

    /** This check, reporting another path. */
    default Check as(String innerPath) {
        return (path, value) -> errors(innerPath, value);
    }

    static Check type(String type) {
        return (path, value) -> {
            String actual = typeOf(value);
            return actual.equals(type) || (type.equals("number") && actual.equals("integer"))
                    ? List.of()
                    : List.of(
                            UserError.at(path, "INVALID_TYPE", "Expected type " + type + " but found type " + actual));
        };
    }

    static Check text() {
        return type("string");
    }

    /** A string of so many characters, surrogate pairs counted as one. */
    static Check text(int least, int most) {
        return text().then((path, value) -> {
            String text = value.textValue();
            int length = text.codePointCount(0, text.length());
            if (length < least) {
                return List.of(UserError.at(
                        path, "MIN_LENGTH", "String is too short (" + length + " chars), minimum " + least));
            }
            return length <= most
                    ? List.of()
                    : List.of(UserError.at(
                            path, "MAX_LENGTH", "String is too long (" + length + " chars), maximum " + most));
        });
    }

    static Check pattern(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return text().then((path, value) -> pattern.matcher(value.textValue()).find()
                ? List.of()
                : List.of(UserError.at(path, "PATTERN", "String does not match pattern " + regex)));
    }

    /** The message is recorded. */
    static Check email() {
        return text().then((path, value) -> EmailFormat.matches(value.textValue())
                ? List.of()
                : List.of(UserError.at(
                        path,
                        "INVALID_FORMAT",
                        "Object didn't pass validation for format email: " + value.textValue())));
    }

    static Check oneOf(String... values) {
        Set<String> allowed = Set.of(values);
        return text().then((path, value) -> allowed.contains(value.textValue())
                ? List.of()
                : List.of(UserError.at(path, "ENUM_MISMATCH", "No enum match for: " + value.textValue())));
    }

    static Check array(int least, int most, Check items) {
        return type("array").then((path, value) -> {
            if (value.size() < least) {
                return List.of(UserError.at(
                        path, "ARRAY_LENGTH_SHORT", "Array is too short (" + value.size() + "), minimum " + least));
            }
            if (value.size() > most) {
                return List.of(UserError.at(
                        path, "ARRAY_LENGTH_LONG", "Array is too long (" + value.size() + "), maximum " + most));
            }
            return each(path, value, items);
        });
    }

    private static List<UserError> each(String path, JsonNode array, Check items) {
        List<UserError> found = new ArrayList<>();
        for (int at = 0; at < array.size(); at++) {
            found.addAll(items.errors(path + "[" + at + "]", array.path(at)));
        }
        return found;
    }

    /** An object whose known properties are checked, and which may have others. */
    static Check object(Map<String, Check> properties, String... required) {
        return type("object").then((path, value) -> {
            List<UserError> found = new ArrayList<>();
            for (String name : required) {
                if (!value.has(name)) {
                    found.add(UserError.at(
                            path, "OBJECT_MISSING_REQUIRED_PROPERTY", "Missing required property: " + name));
                }
            }
            value.properties().forEach(member -> {
                Check check = properties.get(member.getKey());
                if (check != null) {
                    String inner = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                    found.addAll(check.errors(inner, member.getValue()));
                }
            });
            return found;
        });
    }

    /** An object which may have the known properties only; the code for another one is not confirmed [?]. */
    static Check closedObject(Map<String, Check> properties, String... required) {
        return object(properties, required)
                .then((path, value) -> value.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !properties.containsKey(name))
                        .map(name -> UserError.at(
                                path, "OBJECT_ADDITIONAL_PROPERTIES", "Additional properties not allowed: " + name))
                        .toList());
    }

    /** The JSON schema type of a value; to JavaScript 32.0 is an integer. */
    private static String typeOf(JsonNode value) {
        if (value.isNumber()) {
            return Math.rint(value.doubleValue()) == value.doubleValue() ? "integer" : "number";
        }
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT -> "object";
            default -> "null";
        };
    }
}
