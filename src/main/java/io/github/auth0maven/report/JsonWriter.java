package io.github.auth0maven.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * Writes JSON as it comes: on one line, or each member and item on a line of its own.
 *
 * <p>Jackson's generator would do as well; but its classes, a hundred with the parsers that come along, would be loaded by every
 * import for this one file.
 */
final class JsonWriter implements Closeable {

    private static final int PRINTABLE = ' ';
    /** What is written as a backslash and one of the {@link #NAMES}. */
    private static final String NAMED = "\"\\\n\r\t";

    private static final String NAMES = "\"\\nrt";
    private static final String DIGITS = "0123456789ABCDEF";

    private final Writer out;
    private final boolean indented;
    private int depth;
    /** Whether something stands before what comes next in the object or list at hand. */
    private boolean follows;

    /**
     * @param indented whether members and items have lines of their own
     */
    JsonWriter(Writer out, boolean indented) {
        this.out = out;
        this.indented = indented;
    }

    JsonWriter startObject() throws IOException {
        return start('{');
    }

    /** Begins a member that is an object. */
    JsonWriter startObject(String name) throws IOException {
        return name(name).open('{');
    }

    JsonWriter endObject() throws IOException {
        return end('}');
    }

    /** Begins a member that is a list. */
    JsonWriter startList(String name) throws IOException {
        return name(name).open('[');
    }

    JsonWriter endList() throws IOException {
        return end(']');
    }

    /** A member that is a text. */
    JsonWriter text(String name, String text) throws IOException {
        name(name).quoted(text);
        return this;
    }

    /** A member that is a text, or null. */
    JsonWriter text(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            return text(name, text.get());
        }
        name(name).out.write("null");
        return this;
    }

    /** A member that is a number. */
    JsonWriter number(String name, long number) throws IOException {
        name(name).out.write(Long.toString(number));
        return this;
    }

    /** A member that is true or false. */
    JsonWriter truth(String name, boolean truth) throws IOException {
        name(name).out.write(Boolean.toString(truth));
        return this;
    }

    /** An item that is a text. */
    JsonWriter item(String text) throws IOException {
        next().quoted(text);
        return this;
    }

    /** An item that is JSON already. */
    JsonWriter json(String item) throws IOException {
        next().out.write(item);
        return this;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private JsonWriter start(char bracket) throws IOException {
        return (depth > 0 ? next() : this).open(bracket);
    }

    private JsonWriter open(char bracket) throws IOException {
        out.write(bracket);
        depth++;
        follows = false;
        return this;
    }

    private JsonWriter end(char bracket) throws IOException {
        depth--;
        if (follows) {
            line();
        }
        out.write(bracket);
        follows = true;
        if (indented && depth == 0) {
            out.write('\n');
        }
        return this;
    }

    private JsonWriter name(String name) throws IOException {
        next().quoted(name);
        out.write(indented ? ": " : ":");
        return this;
    }

    private JsonWriter next() throws IOException {
        if (follows) {
            out.write(',');
        }
        line();
        follows = true;
        return this;
    }

    private void line() throws IOException {
        if (indented) {
            out.write('\n');
            for (int i = 0; i < depth; i++) {
                out.write("  ");
            }
        }
    }

    private void quoted(String text) throws IOException {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int known = NAMED.indexOf(c);
            if (known >= 0) {
                out.write('\\');
                out.write(NAMES.charAt(known));
            } else if (c < PRINTABLE || isHalfOfAPair(text, i)) {
                escaped(c);
            } else {
                out.write(c);
            }
        }
        out.write('"');
    }

    private void escaped(char c) throws IOException {
        out.write("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.write(DIGITS.charAt(c >> shift & 0xF));
        }
    }

    /** Whether the character is half of one, without its other half: UTF-8 has no such thing. */
    private static boolean isHalfOfAPair(String text, int at) {
        char c = text.charAt(at);
        boolean first =
                Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        boolean second = Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return Character.isSurrogate(c) && !first && !second;
    }
}
