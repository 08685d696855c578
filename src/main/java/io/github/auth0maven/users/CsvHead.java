package io.github.auth0maven.users;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a CSV file, from which it is told what separates its cells: Excel may say that in a line of its own before the
 * header.
 *
 * @param text all that follows such a line
 * @param linesBefore how many lines that were
 */
record CsvHead(Reader text, char separator, int linesBefore) {

    /** More characters than this are no header. */
    private static final int LONGEST = 1 << 16;

    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\\s*\"?sep=([^\\w\\s\"]|\\t)\"?\\s*");

    /**
     * @param isKnown whether a name in the header is one of something that Auth0 knows
     */
    static CsvHead of(Reader reader, CsvSeparator wanted, Predicate<String> isKnown) throws IOException {
        PushbackReader text = new PushbackReader(reader, LONGEST);
        String first = firstLine(text);
        Matcher separatorLine = SEPARATOR_LINE.matcher(first);
        if (separatorLine.matches()) {
            char separator =
                    wanted == CsvSeparator.AUTO ? separatorLine.group(1).charAt(0) : wanted.character;
            return new CsvHead(text, separator, (int) first.lines().count());
        }
        text.unread(first.toCharArray());
        return new CsvHead(text, (wanted == CsvSeparator.AUTO ? separator(first, isKnown) : wanted).character, 0);
    }

    /** The separator with which the header names most that is known, and else most; if in doubt, a comma. */
    private static CsvSeparator separator(String header, Predicate<String> isKnown) {
        CsvSeparator best = CsvSeparator.COMMA;
        long most = -1;
        for (CsvSeparator separator : List.of(CsvSeparator.COMMA, CsvSeparator.SEMICOLON, CsvSeparator.TAB)) {
            List<String> names = cells(header, separator.character);
            long found = names.stream().filter(isKnown).count() * LONGEST + names.size();
            if (found > most) {
                best = separator;
                most = found;
            }
        }
        return best;
    }

    /** Whether a line does nothing but say what separates cells. */
    static boolean isSeparatorLine(String line) {
        return SEPARATOR_LINE.matcher(line).matches();
    }

    /** The cells of a line, without their quotes. */
    static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.strip().toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Reads the first line that is not empty; a line break between quotes does not end it. */
    private static String firstLine(PushbackReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        while (line.length() < LONGEST) {
            int c = text.read();
            if (c < 0) {
                break;
            }
            line.append((char) c);
            quoted ^= c == '"';
            boolean ends = (c == '\n' || c == '\r') && !quoted;
            if (ends && !line.toString().isBlank()) {
                takeLineFeed(c, text, line);
                break;
            }
        }
        return line.toString();
    }

    private static void takeLineFeed(int last, PushbackReader text, StringBuilder line) throws IOException {
        int next = last == '\r' ? text.read() : -1;
        if (next == '\n') {
            line.append('\n');
        } else if (next >= 0) {
            text.unread(next);
        }
    }
}
