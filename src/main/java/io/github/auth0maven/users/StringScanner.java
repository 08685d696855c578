package io.github.auth0maven.users;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds where a string ends, eight bytes at a time, and counts its characters. */
final class StringScanner {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    /** Makes a double quote less than {@link #AFTER_SPACES}, as the control characters are; of no other ASCII character. */
    private static final long TWOS = ONES * 2;

    private static final long AFTER_SPACES = ONES * (' ' + 1);
    private static final long BACKSLASHES = ONES * '\\';

    private final JsonInput input;
    private final Json json;
    private final Lines lines;

    /** Whether the string that was found last has escapes. */
    boolean escaped;

    StringScanner(JsonInput input, Json json, Lines lines) {
        this.input = input;
        this.json = json;
        this.lines = lines;
    }

    /** Finds the closing quote of the string whose first character is here. */
    int end(int from) throws MalformedJsonException {
        byte[] bytes = input.bytes;
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
            } else {
                p = c < 0 ? multibyte(p) : control(from, p);
            }
            if (p < 0) {
                return JsonInput.MORE;
            }
        }
    }

    private int escape(int p) throws MalformedJsonException {
        escaped = true;
        byte c = input.bytes[p + 1];
        json.shortEscapes &= c != 'u' && c != '/';
        return switch (c) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> p + 2;
            case 'u' -> unicode(p);
            default ->
                failIn(
                        p,
                        "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u after a backslash (a backslash itself is written \\\\)",
                        p + 1);
        };
    }

    private int unicode(int p) throws MalformedJsonException {
        for (int i = p + 2; i < p + 6; i++) {
            if (Character.digit(input.bytes[i], 16) < 0) {
                return failIn(p, "four hexadecimal digits after \\u", i);
            }
        }
        return p + 6;
    }

    private int failIn(int p, String expected, int found) throws MalformedJsonException {
        return input.atEnd(found) ? input.endWithin("a string", found) : input.fail(p, expected, found);
    }

    private int multibyte(int p) throws MalformedJsonException {
        int size = Utf8.sizeAt(input.bytes, p);
        if (size == 0) {
            if (input.isCutOff(p)) {
                return input.endWithin("a character", p);
            }
            throw new MalformedJsonException(p, Utf8.problem(input.bytes[p]));
        }
        lines.count(size - 1);
        return p + size;
    }

    /** A control character, which no string may hold, or what stands behind the last byte. */
    private int control(int from, int p) throws MalformedJsonException {
        if (input.atEnd(p)) {
            return input.end(
                    from - 1,
                    "the file ends in the middle of the string that begins here; a double quote is missing, or the file is cut off");
        }
        byte c = input.bytes[p];
        throw new MalformedJsonException(
                p,
                c == '\n' || c == '\r'
                        ? "a string must not contain a line break: close it with a double quote, or write \\n"
                        : String.format("a string must not contain the control character U+%04X: write \\u%04x", c, c));
    }
}
