package io.github.auth0maven.management;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of one of the service's responses, which are small; what is not is refused. A value that is missing can be asked like any
 * other, and is nothing, as {@code null} is.
 */
final class ResponseJson {

    /** A connection with its applications is the largest response. */
    static final int LARGEST = 1 << 20;

    private static final int MOST_VALUES = 200_000;
    private static final JsonFactory JSON = new JsonFactory();
    static final ResponseJson NOTHING = new ResponseJson(JsonToken.VALUE_NULL, "", Map.of(), List.of());

    private final JsonToken kind;
    private final String text;
    private final Map<String, ResponseJson> members;
    private final List<ResponseJson> items;

    private ResponseJson(JsonToken kind, String text, Map<String, ResponseJson> members, List<ResponseJson> items) {
        this.kind = kind;
        this.text = text;
        this.members = members;
        this.items = items;
    }

    /**
     * Reads a response; an empty one is nothing.
     *
     * @throws AnswerTooLargeException if it is larger than 1 MiB
     * @throws NoJsonException if it is no JSON, or more than one value
     */
    static ResponseJson read(InputStream body) throws IOException {
        return read(new BoundedAnswer(body, LARGEST).readAllBytes());
    }

    /** Reads a text that is here already. */
    static ResponseJson read(byte[] body) throws NoJsonException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() == null) {
                return NOTHING;
            }
            ResponseJson value = new Tree(parser).value();
            if (parser.nextToken() != null) {
                throw new NoJsonException();
            }
            return value;
        } catch (NoJsonException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw new NoJsonException();
        } catch (IOException e) {
            throw new AssertionError("bytes are read from memory", e);
        }
    }

    /** What has been read, value by value. */
    private static final class Tree {

        private final JsonParser parser;
        private int values;

        Tree(JsonParser parser) {
            this.parser = parser;
        }

        /** The value that the parser has come to. */
        ResponseJson value() throws IOException {
            if (++values > MOST_VALUES) {
                throw new NoJsonException();
            }
            JsonToken token = parser.currentToken();
            return switch (token) {
                case START_OBJECT -> object();
                case START_ARRAY -> list();
                case VALUE_NULL -> NOTHING;
                default -> new ResponseJson(token, parser.getText(), Map.of(), List.of());
            };
        }

        private ResponseJson object() throws IOException {
            Map<String, ResponseJson> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (members.put(name, value()) != null) {
                    throw new NoJsonException();
                }
            }
            return new ResponseJson(JsonToken.START_OBJECT, "", members.isEmpty() ? Map.of() : members, List.of());
        }

        private ResponseJson list() throws IOException {
            List<ResponseJson> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value());
            }
            return new ResponseJson(JsonToken.START_ARRAY, "", Map.of(), items.isEmpty() ? List.of() : items);
        }
    }

    boolean isNothing() {
        return kind == JsonToken.VALUE_NULL;
    }

    boolean isObject() {
        return kind == JsonToken.START_OBJECT;
    }

    boolean isList() {
        return kind == JsonToken.START_ARRAY;
    }

    boolean isText() {
        return kind == JsonToken.VALUE_STRING;
    }

    boolean isNumber() {
        return kind.isNumeric();
    }

    boolean isTrue() {
        return kind == JsonToken.VALUE_TRUE;
    }

    /** The member of this name; nothing, if there is none or this is no object. */
    ResponseJson member(String name) {
        return members.getOrDefault(name, NOTHING);
    }

    /** The items of a list; of anything else, none. */
    List<ResponseJson> items() {
        return items;
    }

    /** A text, a number or a truth as a text; empty if this is none of them. */
    String text() {
        return text;
    }

    /** The same, or something else if this is nothing. */
    String text(String otherwise) {
        return isNothing() ? otherwise : text;
    }

    /** A number, or a text that is one, without its fraction. */
    long number(long otherwise) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return isNumber() ? (long) Double.parseDouble(text) : otherwise;
        }
    }

    /** As JSON, but a text without its quotes; empty if this is nothing. */
    String written() {
        if (!isObject() && !isList()) {
            return text;
        }
        StringWriter written = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(written)) {
            write(json);
        } catch (IOException e) {
            throw new AssertionError("a text is written to memory", e);
        }
        return written.toString();
    }

    private void write(JsonGenerator json) throws IOException {
        if (isObject()) {
            json.writeStartObject();
            for (Map.Entry<String, ResponseJson> member : members.entrySet()) {
                json.writeFieldName(member.getKey());
                member.getValue().write(json);
            }
            json.writeEndObject();
        } else if (isList()) {
            json.writeStartArray();
            for (ResponseJson item : items) {
                item.write(json);
            }
            json.writeEndArray();
        } else if (isText()) {
            json.writeString(text);
        } else {
            json.writeRawValue(isNothing() ? "null" : text);
        }
    }

    /** What it is only: a response may hold a token. */
    @Override
    public String toString() {
        return isObject() ? "an object" : isList() ? "a list" : isNothing() ? "nothing" : "a value";
    }
}
