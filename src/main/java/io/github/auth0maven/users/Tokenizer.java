package io.github.auth0maven.users;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds the tokens of one JSON object (RFC 8259, nothing more lenient) and keeps count of lines and columns on the way.
 *
 * <p>It reads from an array whose byte at {@code limit} is 0 and which goes on for at least eight bytes after it, so that no
 * index needs a check: a 0 is an error in every state, and only then is it asked whether the bytes have ended. If they have
 * and more may come, the object is simply tokenized again from its start once they are there.
 */
final class Tokenizer {

    /** The bytes end before the object does, and more may come. */
    static final int MORE = -1;

    static final int MAX_DEPTH = 1000;

    /** Up to this many names of an object are compared with each other; of a larger one, by a set at its end. */
    private static final int FEW_NAMES = 64;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    /** Makes a double quote less than {@link #AFTER_SPACES}, as the control characters are; of no other ASCII character. */
    private static final long TWOS = ONES * 2;

    private static final long AFTER_SPACES = ONES * (' ' + 1);
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    /** Where lines begin, counted as white space is passed; the object's start is part of it. */
    final Lines lines;

    private final Json json;
    private byte[] buffer = new byte[0];
    private int limit;
    private boolean last;

    /** The object or array at hand, and what is known of it; the arrays keep that of those around it. */
    private int container;

    private boolean inObject;
    private int names;
    /** What the names' hashes have been, as two sets of 64 bits: a name that is in both may stand twice. */
    private long seen;

    private long alsoSeen;

    private int depth;
    private final int[] outerContainer = new int[MAX_DEPTH + 1];
    private final int[] outerNames = new int[MAX_DEPTH + 1];
    private final long[] outerSeen = new long[MAX_DEPTH + 1];
    private final long[] outerAlsoSeen = new long[MAX_DEPTH + 1];
    private boolean escaped;

    Tokenizer(Json json, Lines lines) {
        this.json = json;
        this.lines = lines;
    }

    /**
     * Tokenizes the object that begins at {@code start}.
     *
     * @param last whether no more bytes will come after {@code limit}
     * @return the index after the object, or {@link #MORE}
     */
    int tokenize(byte[] bytes, int start, int limit, boolean last) throws MalformedJsonException {
        this.buffer = bytes;
        this.limit = limit;
        this.last = last;
        json.clear(bytes, start);
        depth = 0;
        inObject = false;
        boolean first = false;
        int p = start;
        do {
            p = skipSpace(p);
            byte c = bytes[p];
            if (!first || c != (inObject ? '}' : ']')) {
                if (inObject) {
                    if (c != '"') {
                        return noName(p, first);
                    }
                    p = name(p + 1);
                    if (p < 0) {
                        return MORE;
                    }
                    p = skipSpace(p);
                    c = bytes[p];
                }
                if (c == '{' || c == '[') {
                    first = true;
                    p = open(p, c == '{');
                    continue;
                }
                p = c == '"' ? text(p + 1) : scalar(p, c);
                if (p < 0) {
                    return MORE;
                }
            }
            p = endOfValue(p);
            if (p < 0) {
                return MORE;
            }
            first = false;
            if (json.tokens >= Json.MAX_TOKENS) {
                throw new MalformedJsonException(start, "this user is larger than any that Auth0 takes");
            }
        } while (depth > 0);
        json.end = p;
        return p;
    }

    private int noName(int p, boolean first) throws MalformedJsonException {
        if (buffer[p] == '}') {
            throw new MalformedJsonException(
                    p,
                    "expected a name in double quotes after the comma, found \"}\": remove the comma after the last member");
        }
        return fail(p, first ? "a name in double quotes or \"}\"" : "a name in double quotes after the comma");
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
                return fail(p, inObject ? "a comma or \"}\"" : "a comma or \"]\"");
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
        outerNames[depth] = names;
        outerSeen[depth] = seen;
        outerAlsoSeen[depth] = alsoSeen;
        container = json.add(isObject ? Json.OBJECT : Json.ARRAY, p, p + 1);
        inObject = isObject;
        names = 0;
        seen = 0;
        alsoSeen = 0;
        return p + 1;
    }

    private int close(int p) throws MalformedJsonException {
        json.close(container, p + 1);
        if (names > FEW_NAMES) {
            refuseRepeatedNames(container);
        }
        container = outerContainer[depth];
        names = outerNames[depth];
        seen = outerSeen[depth];
        alsoSeen = outerAlsoSeen[depth];
        depth--;
        inObject = depth > 0 && json.isObject(container);
        return p + 1;
    }

    /** Reads a name, whose first character is here, and the colon after it. */
    private int name(int from) throws MalformedJsonException {
        int end = string(from);
        if (end < 0) {
            return MORE;
        }
        int hash = json.addName(escaped, from, end);
        long bit = 1L << hash;
        long otherBit = 1L << (hash >>> 6);
        if ((seen & bit) != 0 && (alsoSeen & otherBit) != 0 && names < FEW_NAMES) {
            refuseIfRepeated(json.tokens - 1, hash);
        }
        seen |= bit;
        alsoSeen |= otherBit;
        names++;

        int colon = end + 1;
        if (buffer[colon] != ':') {
            colon = skipSpace(colon);
            if (buffer[colon] != ':') {
                return fail(colon, "a colon after the name");
            }
        }
        return colon + 1;
    }

    private void refuseIfRepeated(int token, int hash) throws MalformedJsonException {
        for (int name = container + 1; name < token; name = json.after(name + 1)) {
            if (json.hash(name) == hash && json.sameText(name, token)) {
                throw repeated(token);
            }
        }
    }

    private void refuseRepeatedNames(int object) throws MalformedJsonException {
        Set<String> all = new HashSet<>();
        for (int name = object + 1; name < json.after(object); name = json.after(name + 1)) {
            if (!all.add(json.text(name))) {
                throw repeated(name);
            }
        }
    }

    private MalformedJsonException repeated(int name) {
        return new MalformedJsonException(
                json.from(name) - 1,
                "the name " + EscapedText.text(json.text(name))
                        + " stands twice in this object; keep the one that is meant");
    }

    private int text(int from) throws MalformedJsonException {
        int end = string(from);
        if (end < 0) {
            return MORE;
        }
        json.add(escaped ? (byte) (Json.STRING | Json.ESCAPED) : Json.STRING, from, end);
        return end + 1;
    }

    /** Finds the closing quote of the string whose first character is here. */
    private int string(int from) throws MalformedJsonException {
        byte[] bytes = buffer;
        escaped = false;
        int p = from;
        while (true) {
            long word = (long) LONGS.get(bytes, p);
            // Quotes and control characters, backslashes, and between the two all that is not ASCII.
            long special = (((word ^ TWOS) - AFTER_SPACES) | ((word ^ BACKSLASHES) - ONES)) & HIGHS;
            if (special == 0) {
                p += Long.BYTES;
                continue;
            }
            p += Long.numberOfTrailingZeros(special) >>> 3;
            byte c = bytes[p];
            if (c == '"') {
                return p;
            }
            if (c == '\\') {
                p = escape(p);
            } else if (c < 0) {
                p = multibyte(p);
            } else if (p >= limit) {
                if (!last) {
                    return MORE;
                }
                throw new MalformedJsonException(
                        from - 1,
                        "the file ends in the middle of the string that begins here; a double quote is missing, or the file is cut off");
            } else {
                throw new MalformedJsonException(
                        p,
                        c == '\n' || c == '\r'
                                ? "a string must not contain a line break: close it with a double quote, or write \\n"
                                : String.format(
                                        "a string must not contain the control character U+%04X: write \\u%04x", c, c));
            }
            if (p < 0) {
                return MORE;
            }
        }
    }

    private int escape(int p) throws MalformedJsonException {
        escaped = true;
        byte c = buffer[p + 1];
        json.shortEscapes &= c != 'u' && c != '/';
        return switch (c) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> p + 2;
            case 'u' -> unicode(p);
            default ->
                atEnd(p + 1)
                        ? endInString(p + 1)
                        : fail(
                                p,
                                "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u after a backslash (a backslash itself is written \\\\)",
                                p + 1);
        };
    }

    private int unicode(int p) throws MalformedJsonException {
        for (int i = p + 2; i < p + 6; i++) {
            if (Character.digit(buffer[i], 16) < 0) {
                return atEnd(i) ? endInString(i) : fail(p, "four hexadecimal digits after \\u", i);
            }
        }
        return p + 6;
    }

    private int multibyte(int p) throws MalformedJsonException {
        int size = Utf8.sizeAt(buffer, p);
        if (size == 0) {
            if (Utf8.isCutOff(buffer, p, limit)) {
                return last ? unexpectedEnd(p, "in the middle of a character") : MORE;
            }
            throw new MalformedJsonException(p, Utf8.problem(buffer[p]));
        }
        lines.count(size - 1);
        return p + size;
    }

    private int scalar(int p, byte c) throws MalformedJsonException {
        if (c == '-' || (c >= '0' && c <= '9')) {
            return number(p);
        }
        return switch (c) {
            case 't' -> literal(p, "true", Json.TRUE);
            case 'f' -> literal(p, "false", Json.FALSE);
            case 'n' -> literal(p, "null", Json.NULL);
            case ']' ->
                throw new MalformedJsonException(
                        p,
                        inObject
                                ? "expected a value, found \"]\""
                                : "expected a value after the comma, found \"]\": remove the comma after the last item");
            default -> fail(p, "a value");
        };
    }

    private int literal(int p, String word, byte kind) throws MalformedJsonException {
        for (int i = 1; i < word.length(); i++) {
            if (buffer[p + i] != word.charAt(i)) {
                return fail(p, "a value", atEnd(p + i) ? p + i : p);
            }
        }
        json.add(kind, p, p + word.length());
        return p + word.length();
    }

    private int number(int from) throws MalformedJsonException {
        int p = from;
        if (buffer[p] == '-') {
            p++;
        }
        int digits = skipDigits(p);
        if (digits == p) {
            return fail(from, "a digit after the minus sign", p);
        }
        if (buffer[p] == '0' && digits > p + 1) {
            throw new MalformedJsonException(
                    from, "a number must not begin with 0; if it is a text, put it in double quotes");
        }
        p = digits;
        if (buffer[p] == '.') {
            digits = skipDigits(p + 1);
            if (digits == p + 1) {
                return fail(from, "a digit after the decimal point", digits);
            }
            p = digits;
        }
        if ((buffer[p] | 0x20) == 'e') {
            int exponent = buffer[p + 1] == '+' || buffer[p + 1] == '-' ? p + 2 : p + 1;
            digits = skipDigits(exponent);
            if (digits == exponent) {
                return fail(from, "a digit in the exponent", digits);
            }
            p = digits;
        }
        json.add(Json.NUMBER, from, p);
        return p;
    }

    private int skipDigits(int from) {
        int p = from;
        while (buffer[p] >= '0' && buffer[p] <= '9') {
            p++;
        }
        return p;
    }

    private boolean atEnd(int p) {
        return p >= limit;
    }

    private int endInString(int p) throws MalformedJsonException {
        return last ? unexpectedEnd(p, "in the middle of a string") : MORE;
    }

    private int unexpectedEnd(int p, String where) throws MalformedJsonException {
        throw new MalformedJsonException(p, "the file ends " + where + "; it seems to be cut off");
    }

    private int fail(int p, String expected) throws MalformedJsonException {
        return fail(p, expected, p);
    }

    /** Fails at {@code p} for what is, or is missing, at {@code found}, unless not all of that is there yet. */
    private int fail(int p, String expected, int found) throws MalformedJsonException {
        if (!last && found + EscapedText.LONGEST > limit) {
            return MORE;
        }
        if (!atEnd(found)) {
            throw new MalformedJsonException(
                    p, "expected " + expected + ", found " + EscapedText.at(buffer, found, limit));
        }
        return unexpectedEnd(found, "in the middle of a user: expected " + expected);
    }
}
