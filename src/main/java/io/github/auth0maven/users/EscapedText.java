package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What was found, for a message: short, and harmless on a terminal. */
public final class EscapedText {

    /** The most characters that are shown of a text, and the most bytes that are looked at to show what is there. */
    static final int LONGEST = 60;

    /** Shorter than secrets are. */
    private static final int LONGEST_WORD = 12;

    /** Of letters and digits: enough to recognize one's mistake in a number or an escape. */
    private static final int LONGEST_MIXTURE = 4;

    private static final String COMMAND = "##[";
    private static final String ESCAPED_COMMAND = "#\\u0023[";

    private static final int LONGEST_LINE = 500;

    private EscapedText() {}

    /** A text in quotes, cut after 60 characters, with anything that is no visible character escaped. */
    public static String text(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(LONGEST).forEach(c -> append(c, shown));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            shown.append('…');
        }
        return shown.append('"').toString();
    }

    /**
     * A line for a log or a terminal: what would end it, move in it, turn it around or disguise it is escaped; what is fit to be
     * seen stays, and stays so if it is escaped again.
     *
     * <p>GitHub Actions obeys {@code ##[command]} anywhere in a line of a log: it is kept from that.
     */
    public static String line(String text) {
        String harmless = text.contains(COMMAND) ? text.replace(COMMAND, ESCAPED_COMMAND) : text;
        StringBuilder shown = new StringBuilder(harmless.length());
        for (int at = 0; at < harmless.length(); ) {
            int c = harmless.codePointAt(at);
            append(c, shown);
            at += Character.charCount(c);
        }
        return shown.toString();
    }

    /** A message, part of which may come out of the file, as one line: like {@link #line}, and it has an end. */
    static String message(String message) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < message.length() && shown.length() < LONGEST_LINE; ) {
            int c = message.codePointAt(at);
            append(c, shown);
            at += Character.charCount(c);
            if (at < message.length() && shown.length() >= LONGEST_LINE) {
                shown.append('…');
            }
        }
        return line(shown.toString());
    }

    /** The character or the word that begins at this index, which is below the limit. */
    static String at(byte[] bytes, int at, int limit) {
        if (bytes[at] == '"') {
            return "a double quote";
        }
        if (bytes[at] < 0) {
            int size = Utf8.sizeAt(bytes, at);
            return size == 0 ? String.format("the byte 0x%02X", bytes[at]) : text(new String(bytes, at, size, UTF_8));
        }
        int end = at + 1;
        while (end < limit
                && Character.isLetterOrDigit(bytes[at])
                && Character.isLetterOrDigit(bytes[end])
                && end - at < LONGEST) {
            end++;
        }
        return word(new String(bytes, at, end - at, UTF_8));
    }

    /** A word in quotes, unless it may be a secret, or a part of one, that stands where it is not expected. */
    static String word(String word) {
        boolean plain = word.length() <= LONGEST_WORD
                && (word.chars().allMatch(Character::isLetter) || word.chars().allMatch(Character::isDigit));
        return plain || word.length() <= LONGEST_MIXTURE ? text(word) : "a word of letters and digits";
    }

    private static void append(int c, StringBuilder shown) {
        if (isVisible(c)) {
            shown.appendCodePoint(c);
        } else {
            shown.append(String.format("\\u%04x", c));
        }
    }

    private static boolean isVisible(int c) {
        if (c == ' ') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
