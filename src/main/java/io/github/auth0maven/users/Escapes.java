package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** JSON's escapes in the text of a string whose form has been checked. */
final class Escapes {

    private Escapes() {}

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

    /** Writes the text in the fewest bytes: in UTF-8, escaped only where JSON, or a surrogate without its other half, needs it. */
    static void writeShortest(byte[] bytes, int from, int to, ByteArrayOutputStream out) {
        int plain = from;
        for (int i = from; i < to; ) {
            if (bytes[i] != '\\') {
                i++;
                continue;
            }
            out.write(bytes, plain, i - plain);
            if (bytes[i + 1] == 'u') {
                i = writeCharacter(bytes, i, to, out);
            } else {
                if (bytes[i + 1] != '/') {
                    out.write('\\');
                }
                out.write(bytes[i + 1]);
                i += 2;
            }
            plain = i;
        }
        out.write(bytes, plain, to - plain);
    }

    /** Writes the character escaped at this index, with its second half where it has one, and returns the index after it. */
    private static int writeCharacter(byte[] bytes, int at, int to, ByteArrayOutputStream out) {
        char unit = unit(bytes, at);
        int after = at + 6;
        if (Character.isHighSurrogate(unit) && after + 6 <= to && bytes[after] == '\\' && bytes[after + 1] == 'u') {
            char low = unit(bytes, after);
            if (Character.isLowSurrogate(low)) {
                out.writeBytes(Character.toString(Character.toCodePoint(unit, low)).getBytes(UTF_8));
                return after + 6;
            }
        }
        if (Character.isSurrogate(unit)) {
            out.write(bytes, at, 6);
        } else {
            out.writeBytes(quoted(unit).getBytes(UTF_8));
        }
        return after;
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
