package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Pattern;

/** JSON's escapes in the text of a string whose form has been checked. */
final class Escapes {

    /** The size of an escaped UTF-16 unit, backslash and all. */
    private static final int UNIT = 6;
    /** The size in UTF-8 of a character that is two units in UTF-16. */
    private static final int PAIR = 4;

    /** The most bytes that {@link #write} needs for a UTF-16 unit. */
    static final int LARGEST = UNIT;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private Escapes() {}

    /**
     * Writes a text, escaped only where JSON, or a surrogate without its other half, needs it.
     *
     * @return the index after the last byte written
     */
    static int write(String text, byte[] target, int at) {
        int out = at;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                target[out++] = (byte) c;
                continue;
            }
            int character = text.codePointAt(i);
            byte[] written;
            if (character > Character.MAX_VALUE) {
                written = Character.toString(character).getBytes(UTF_8);
                i++;
            } else {
                written = (Character.isSurrogate(c) ? String.format("\\u%04x", (int) c) : quoted(c)).getBytes(UTF_8);
            }
            System.arraycopy(written, 0, target, out, written.length);
            out += written.length;
        }
        return out;
    }

    /** The text between these indexes, its escapes replaced by what they stand for. */
    static String text(byte[] bytes, int from, int to) {
        String written = new String(bytes, from, to - from, UTF_8);
        StringBuilder text = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = written.charAt(++i);
            if (escape == 'u') {
                text.append((char) Integer.parseInt(written, i + 1, i + 5, 16));
                i += 4;
            } else {
                text.append(meaningOf(escape));
            }
        }
        return text.toString();
    }

    /**
     * Writes the text in the fewest bytes: in UTF-8, escaped only where JSON, or a surrogate without its other half, needs it.
     *
     * @return the index after the last byte written
     */
    static int writeShortest(byte[] bytes, int from, int to, byte[] target, int at) {
        int out = at;
        int i = from;
        while (i < to) {
            if (bytes[i] != '\\') {
                target[out++] = bytes[i++];
            } else if (bytes[i + 1] == 'u') {
                byte[] shortest = shortest(bytes, i);
                System.arraycopy(shortest, 0, target, out, shortest.length);
                out += shortest.length;
                i += shortest.length == PAIR ? 2 * UNIT : UNIT;
            } else {
                if (bytes[i + 1] != '/') {
                    target[out++] = '\\';
                }
                target[out++] = bytes[i + 1];
                i += 2;
            }
        }
        return out;
    }

    /** The size of what {@link #writeShortest} writes. */
    static int shortestSize(byte[] bytes, int from, int to) {
        int size = to - from;
        for (int i = from; i < to; ) {
            if (bytes[i] != '\\') {
                i++;
            } else if (bytes[i + 1] == 'u') {
                int shortest = shortest(bytes, i).length;
                int written = shortest == PAIR ? 2 * UNIT : UNIT;
                size += shortest - written;
                i += written;
            } else {
                size -= bytes[i + 1] == '/' ? 1 : 0;
                i += 2;
            }
        }
        return size;
    }

    /** The shortest form of the character escaped at this index; four bytes only where it is two escapes. */
    private static byte[] shortest(byte[] bytes, int at) {
        char unit = unit(bytes, at);
        int after = at + UNIT;
        if (Character.isHighSurrogate(unit) && bytes[after] == '\\' && bytes[after + 1] == 'u') {
            char low = unit(bytes, after);
            if (Character.isLowSurrogate(low)) {
                return Character.toString(Character.toCodePoint(unit, low)).getBytes(UTF_8);
            }
        }
        return Character.isSurrogate(unit)
                ? Arrays.copyOfRange(bytes, at, after)
                : quoted(unit).getBytes(UTF_8);
    }

    /** Whether the text is a number as JSON writes it. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static char unit(byte[] bytes, int at) {
        return (char) Integer.parseInt(new String(bytes, at + 2, 4, UTF_8), 16);
    }

    private static String quoted(char c) {
        return switch (c) {
            case '"', '\\' -> "\\" + c;
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }

    private static char meaningOf(char escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escape;
        };
    }
}
