package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of one of the service's answers, which are small; what is not is refused. A value that is missing can be asked like any
 * other, and is nothing, as {@code null} is.
 *
 * <p>Jackson's parser reads it. Jackson's own tree, and the mapper, which knows how to turn JSON into any object, are three dozen
 * classes and more, and all that is loaded for a small import is a part of the time that it takes.
 */
final class JsonValue {

    /** A connection with its applications is the largest answer. */
    static final int LARGEST = 1 << 20;

    /** A users file has 1,000 levels at most, and an echo of its users some more. */
    private static final int DEEPEST = 1_100;

    private static final int LONGEST_TEXT = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private static final JsonValue NOTHING = new JsonValue(null, null, null);

    /** Those of an object. */
    private final @Nullable Map<String, JsonValue> members;
    /** Those of a list. */
    private final @Nullable List<JsonValue> items;
    /** A text, a number or a truth. */
    private final @Nullable Object plain;

    private JsonValue(
            @Nullable Map<String, JsonValue> members, @Nullable List<JsonValue> items, @Nullable Object plain) {
        this.members = members;
        this.items = items;
        this.plain = plain;
    }

    private static JsonValue plain(Object value) {
        return new JsonValue(null, null, value);
    }

    /** Reads characters rather than bytes, for which Jackson has a parser less to load: the answers are UTF-8, all of them. */
    static JsonParser parser(InputStream json) throws IOException {
        return JSON.createParser(new InputStreamReader(json, UTF_8));
    }

    /**
     * Reads an answer; an empty one is nothing.
     *
     * @throws AnswerTooLargeException if it is larger than 1 MiB
     */
    static JsonValue read(InputStream json) throws IOException {
        try (JsonParser parser = parser(new BoundedAnswer(json, LARGEST))) {
            return first(parser);
        }
    }

    /** Reads a text that is here already. */
    static JsonValue read(byte[] json) throws IOException {
        try (JsonParser parser = parser(new ByteArrayInputStream(json))) {
            return first(parser);
        }
    }

    private static JsonValue first(JsonParser parser) throws IOException {
        return parser.nextToken() == null ? NOTHING : at(parser);
    }

    /** Reads the value that the parser is at. */
    static JsonValue at(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> plain(parser.getText());
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? plain(parser.getDoubleValue())
                        : plain(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> plain(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> plain(parser.getBooleanValue());
            default -> NOTHING;
        };
    }

    private static JsonValue object(JsonParser parser) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, at(parser));
        }
        return new JsonValue(members, null, null);
    }

    private static JsonValue array(JsonParser parser) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(at(parser));
        }
        return new JsonValue(null, items, null);
    }

    boolean isNothing() {
        return members == null && items == null && plain == null;
    }

    boolean isObject() {
        return members != null;
    }

    boolean isList() {
        return items != null;
    }

    boolean isText() {
        return plain instanceof String;
    }

    boolean isNumber() {
        return plain instanceof Number;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(plain);
    }

    /** The member of this name; nothing, if there is none or this is no object. */
    JsonValue member(String name) {
        return members == null ? NOTHING : members.getOrDefault(name, NOTHING);
    }

    /** The items of a list; of anything else, none. */
    List<JsonValue> items() {
        return items == null ? List.of() : items;
    }

    /** A text, a number or a truth as a text; empty if this is none of them. */
    String text() {
        return plain == null ? "" : plain.toString();
    }

    /** The same, or something else if this is nothing. */
    String text(String otherwise) {
        return isNothing() ? otherwise : text();
    }

    /** A number, or a text that is one, without its fraction. */
    long number(long otherwise) {
        if (plain instanceof Number number) {
            return number.longValue();
        }
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The value as JSON, without white space. */
    String written() {
        StringBuilder json = new StringBuilder();
        write(json);
        return json.toString();
    }

    private void write(StringBuilder json) {
        if (members != null) {
            json.append('{');
            members.forEach((name, member) -> {
                quote(name, json.append(json.charAt(json.length() - 1) == '{' ? "" : ","));
                member.write(json.append(':'));
            });
            json.append('}');
        } else if (items != null) {
            json.append('[');
            items.forEach(item -> item.write(json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")));
            json.append(']');
        } else if (plain instanceof String text) {
            quote(text, json);
        } else {
            json.append(plain);
        }
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        json.append('"');
    }

    /** What it is only: an answer may hold a token. */
    @Override
    public String toString() {
        return isObject() ? "an object" : isList() ? "a list" : isNothing() ? "nothing" : "a value";
    }
}
