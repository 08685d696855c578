package io.github.auth0maven.report;

/**
 * A user as an item of a list in YAML: each attribute on a line of its own, with its value as JSON, which YAML 1.2 takes where
 * nothing is in it that YAML cannot print.
 */
final class YamlItem {

    private static final String FIRST = "- ";
    private static final String OTHERS = "\n  ";
    private static final String DIGITS = "0123456789ABCDEF";

    private final String json;
    private final StringBuilder written = new StringBuilder();
    private int depth;
    private boolean quoted;

    /**
     * @param json an object without white space
     */
    YamlItem(String json) {
        this.json = json;
    }

    String written() {
        written.append(FIRST);
        if (json.equals("{}")) {
            return written.append(json).toString();
        }
        for (int i = 1; i < json.length() - 1; i++) {
            char c = json.charAt(i);
            if (quoted) {
                i = character(i);
            } else if (depth == 0 && c == ',') {
                written.append(OTHERS);
            } else {
                token(c);
            }
        }
        return written.toString();
    }

    /** Takes a character of a string, with the one after a backslash, and returns the index of the last one taken. */
    private int character(int at) {
        char c = json.charAt(at);
        if (c == '\\') {
            written.append(c).append(json.charAt(at + 1));
            return at + 1;
        }
        quoted = c != '"';
        if (isPrintable(c)) {
            written.append(c);
        } else {
            escape(c);
        }
        return at;
    }

    private void token(char c) {
        quoted = c == '"';
        if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth--;
        }
        written.append(c);
        if (c == ':' && depth == 0) {
            written.append(' ');
        }
    }

    private void escape(char c) {
        written.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            written.append(DIGITS.charAt(c >> shift & 0xF));
        }
    }

    /** As YAML has it, without what would end a line there or begin a file. */
    private static boolean isPrintable(char c) {
        boolean ascii = c >= ' ' && c < 0x7F;
        boolean other = c >= 0xA0 && c < 0xFFFE && c != '\u2028' && c != '\u2029' && c != '\uFEFF';
        return ascii || other;
    }
}
