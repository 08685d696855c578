package io.github.auth0maven.users;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the tokens of one JSON object (RFC 8259, nothing more lenient) and keeps count of lines and columns on the way.
 *
 * <p>It reads from an array whose byte at {@code limit} is 0 and which goes on for at least eight bytes after it, so that no
 * index needs a check: a 0 is an error in every state, and only then is it asked whether the bytes have ended. If they have
 * and more may come, the object is simply tokenized again from its start once they are there.
 */
final class Tokenizer {

    /** The bytes end before the object does, and more may come. */
    static final int MORE = JsonInput.MORE;

    static final int MAX_DEPTH = 1000;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPACES = 0x0101010101010101L * ' ';

    /** Where lines begin, counted as white space is passed; the object's start is part of it. */
    final Lines lines;

    private final Json json;
    private final JsonInput input = new JsonInput();
    private final StringScanner strings;
    private final ScalarScanner scalars;
    private final MemberNames names;
    private byte[] buffer = new byte[0];

    /** The object or array at hand; the array keeps those around it. */
    private int container;

    private boolean inObject;
    private int depth;
    private final int[] outerContainer = new int[MAX_DEPTH + 1];

    Tokenizer(Json json, Lines lines) {
        this.json = json;
        this.lines = lines;
        strings = new StringScanner(input, json, lines);
        scalars = new ScalarScanner(input, json);
        names = new MemberNames(json);
    }

    /**
     * Tokenizes the object that begins at {@code start}.
     *
     * @param last whether no more bytes will come after {@code limit}
     * @return the index after the object, or {@link #MORE}
     */
    int tokenize(byte[] bytes, int start, int limit, boolean last) throws MalformedJsonException {
        buffer = bytes;
        input.take(bytes, limit, last);
        json.clear(bytes, start);
        depth = 0;
        inObject = false;
        int p = tokens(bytes, start);
        if (p >= 0) {
            json.end = p;
        }
        return p;
    }

    private int tokens(byte[] bytes, int start) throws MalformedJsonException {
        boolean first = false;
        int p = start;
        do {
            p = skipSpace(p);
            if (!first || bytes[p] != (inObject ? '}' : ']')) {
                p = inObject ? name(p, first) : p;
                if (p < 0) {
                    return MORE;
                }
                byte c = bytes[p];
                if (c == '{' || c == '[') {
                    first = true;
                    p = open(p, c == '{');
                    continue;
                }
                p = c == '"' ? text(p + 1) : c == ']' ? noValue(p) : scalars.scan(p, c);
            }
            p = p < 0 ? MORE : endOfValue(p);
            if (p < 0) {
                return MORE;
            }
            first = false;
            refuseTooMany(start);
        } while (depth > 0);
        return p;
    }

    private void refuseTooMany(int start) throws MalformedJsonException {
        if (json.tokens >= Json.MAX_TOKENS) {
            throw new MalformedJsonException(start, "this user is larger than any that Auth0 takes");
        }
    }

    private int noName(int p, boolean first) throws MalformedJsonException {
        if (buffer[p] == '}') {
            throw new MalformedJsonException(
                    p,
                    "expected a name in double quotes after the comma, found \"}\": remove the comma after the last member");
        }
        return input.fail(p, first ? "a name in double quotes or \"}\"" : "a name in double quotes after the comma");
    }

    private int noValue(int p) throws MalformedJsonException {
        throw new MalformedJsonException(
                p,
                inObject
                        ? "expected a value, found \"]\""
                        : "expected a value after the comma, found \"]\": remove the comma after the last item");
    }

    /** Reads what may follow a value: the ends of objects and arrays, and the comma before the next value. */
    private int endOfValue(int from) throws MalformedJsonException {
        int p = from;
        while (depth > 0) {
            p = skipSpace(p);
            byte c = buffer[p];
            if (c == ',') {
                return p + 1;
            }
            if (c != (inObject ? '}' : ']')) {
                return input.fail(p, inObject ? "a comma or \"}\"" : "a comma or \"]\"");
            }
            p = close(p);
        }
        return p;
    }

    /** Passes white space, counting lines, and returns the index of the first byte that is something else. */
    int skipSpace(byte[] bytes, int from) {
        int p = from;
        while (true) {
            byte c = bytes[p];
            if (c == '\n') {
                lines.begin(p + 1);
                p = skipIndentation(bytes, p + 1);
            } else if (c == ' ' || c == '\t' || c == '\r') {
                p++;
            } else {
                return p;
            }
        }
    }

    static int skipIndentation(byte[] bytes, int from) {
        int p = from;
        long other = (long) LONGS.get(bytes, p) ^ SPACES;
        while (other == 0) {
            p += Long.BYTES;
            other = (long) LONGS.get(bytes, p) ^ SPACES;
        }
        return p + (Long.numberOfTrailingZeros(other) >>> 3);
    }

    private int skipSpace(int p) {
        byte c = buffer[p];
        if (c > ' ' || c < 0) {
            return p;
        }
        int at = p;
        if (c == '\n') {
            lines.begin(p + 1);
            at = skipIndentation(buffer, p + 1);
        } else if (c == ' ') {
            at++;
        }
        c = buffer[at];
        if (c <= ' ' && c >= 0) {
            at = skipSpace(buffer, at);
        }
        json.addSpace(at - p);
        return at;
    }

    private int open(int p, boolean isObject) throws MalformedJsonException {
        if (depth == MAX_DEPTH) {
            throw new MalformedJsonException(p, "nested more than " + MAX_DEPTH + " levels deep");
        }
        depth++;
        outerContainer[depth] = container;
        names.open(depth);
        container = json.add(isObject ? Json.OBJECT : Json.ARRAY, p, p + 1);
        inObject = isObject;
        return p + 1;
    }

    private int close(int p) throws MalformedJsonException {
        json.close(container, p + 1);
        names.close(container, depth);
        container = outerContainer[depth];
        depth--;
        inObject = depth > 0 && json.isObject(container);
        return p + 1;
    }

    /** Reads a name in quotes and the colon after it, and returns the index of the value. */
    private int name(int from, boolean first) throws MalformedJsonException {
        if (buffer[from] != '"') {
            return noName(from, first);
        }
        int end = strings.end(from + 1);
        if (end < 0) {
            return MORE;
        }
        names.add(container, json.addName(strings.escaped, from + 1, end));
        int colon = end + 1;
        if (buffer[colon] != ':') {
            colon = skipSpace(colon);
        }
        return buffer[colon] == ':' ? skipSpace(colon + 1) : input.fail(colon, "a colon after the name");
    }

    private int text(int from) throws MalformedJsonException {
        int end = strings.end(from);
        if (end < 0) {
            return MORE;
        }
        json.add(strings.escaped ? (byte) (Json.STRING | Json.ESCAPED) : Json.STRING, from, end);
        return end + 1;
    }
}
