package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Json.Kind;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UsersFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of one of the service's answers, which are small; what is not is refused. A value that is missing can be asked like any
 * other, and is nothing, as {@code null} is.
 *
 * <p>What reads users reads it: that is loaded by then, while Jackson would be a hundred classes more, for which a small import
 * waited longer than for the answer.
 */
final class JsonValue {

    /** A connection with its applications is the largest answer. */
    static final int LARGEST = 1 << 20;

    /** The answer becomes the one member of an object, which is what users are. */
    private static final byte[] HEAD = "{\"\":".getBytes(UTF_8);

    private static final int ANSWER = Json.ROOT + 2;

    private static final JsonValue NOTHING = new JsonValue(null, 0);

    private final @Nullable Json json;
    private final int token;

    private JsonValue(@Nullable Json json, int token) {
        this.json = json;
        this.token = token;
    }

    private static JsonValue of(Json json, int token) {
        return json.kind(token) == Kind.NULL ? NOTHING : new JsonValue(json, token);
    }

    /**
     * Reads an answer; an empty one is nothing.
     *
     * @throws AnswerTooLargeException if it is larger than 1 MiB
     * @throws NoJsonException if it is no JSON, or more than one value
     */
    static JsonValue read(InputStream answer) throws IOException {
        return read(new BoundedAnswer(answer, LARGEST).readAllBytes());
    }

    /** Reads a text that is here already. */
    static JsonValue read(byte[] answer) throws NoJsonException {
        ByteArrayOutputStream member = new ByteArrayOutputStream(HEAD.length + answer.length + 1);
        member.writeBytes(HEAD);
        member.writeBytes(answer);
        member.write('}');
        try {
            Json json = User.of("answer", member.toByteArray()).json();
            if (json.after(ANSWER) != json.after(Json.ROOT)) {
                throw new NoJsonException();
            }
            return of(json, ANSWER);
        } catch (UsersFileException e) {
            if (isBlank(answer)) {
                return NOTHING;
            }
            throw new NoJsonException();
        }
    }

    private static boolean isBlank(byte[] answer) {
        for (byte c : answer) {
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                return false;
            }
        }
        return true;
    }

    boolean isNothing() {
        return json == null;
    }

    boolean isObject() {
        return is(Kind.OBJECT);
    }

    boolean isList() {
        return is(Kind.ARRAY);
    }

    boolean isText() {
        return is(Kind.STRING);
    }

    boolean isNumber() {
        return is(Kind.NUMBER);
    }

    boolean isTrue() {
        return is(Kind.TRUE);
    }

    private boolean is(Kind kind) {
        return json != null && json.kind(token) == kind;
    }

    /** The member of this name; nothing, if there is none or this is no object. */
    JsonValue member(String name) {
        if (json != null && isObject()) {
            for (int at = json.first(token); at < json.after(token); at = json.after(json.valueOf(at))) {
                if (json.text(at).equals(name)) {
                    return of(json, json.valueOf(at));
                }
            }
        }
        return NOTHING;
    }

    /** The items of a list; of anything else, none. */
    List<JsonValue> items() {
        List<JsonValue> items = new ArrayList<>();
        if (json != null && isList()) {
            for (int at = json.first(token); at < json.after(token); at = json.after(at)) {
                items.add(of(json, at));
            }
        }
        return items;
    }

    /** A text, a number or a truth as a text; empty if this is none of them. */
    String text() {
        return isObject() || isList() ? "" : written();
    }

    /** The same, or something else if this is nothing. */
    String text(String otherwise) {
        return isNothing() ? otherwise : text();
    }

    /** A number, or a text that is one, without its fraction. */
    long number(long otherwise) {
        String text = text();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return isNumber() ? (long) Double.parseDouble(text) : otherwise;
        }
    }

    /** As it is written in the answer, a text without its quotes; empty if this is nothing. */
    String written() {
        return json == null ? "" : json.text(token);
    }

    /** What it is only: an answer may hold a token. */
    @Override
    public String toString() {
        return isObject() ? "an object" : isList() ? "a list" : isNothing() ? "nothing" : "a value";
    }
}
