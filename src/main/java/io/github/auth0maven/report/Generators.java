package io.github.auth0maven.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;

/** Makes what writes JSON: on one line, or each member and item on a line of its own. */
final class Generators {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int ASCII = 0x7F;

    private Generators() {}

    /** Writes on one line. */
    static JsonGenerator onOneLine(Writer out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    /** Writes each member and item on a line of its own. */
    static JsonGenerator indented(Writer out) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withRootSeparator("\n")
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
        return FACTORY.createGenerator(out).setPrettyPrinter(printer);
    }

    /** Writes a text; one with half of a surrogate pair, which UTF-8 cannot hold, in escapes. */
    static void text(JsonGenerator json, String text) throws IOException {
        if (hasHalfOfAPair(text)) {
            json.setHighestNonEscapedChar(ASCII);
            json.writeString(text);
            json.setHighestNonEscapedChar(0);
        } else {
            json.writeString(text);
        }
    }

    private static boolean hasHalfOfAPair(String text) {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }

    /** Writes a member that is a text. */
    static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeFieldName(name);
        text(json, text);
    }
}
