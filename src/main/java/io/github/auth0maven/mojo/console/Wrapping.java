package io.github.auth0maven.mojo.console;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenExecutionRequest;
import org.jspecify.annotations.Nullable;

/** Breaks lines for the terminal that somebody sits at, between words; in a file or a pipe each message stays one line. */
record Wrapping(int columns) {

    static final Wrapping NONE = new Wrapping(Integer.MAX_VALUE);

    private static final int USUAL = 80;
    private static final int NARROWEST = 40;
    /** What Maven puts before a line, at its longest: [WARNING]. */
    private static final int LEVEL = 10;

    private static final String INDENT = "    ";
    private static final Pattern COLOUR = Pattern.compile("\033\\[[\\d;]*m");

    /** For the terminal of this build, if it has one. */
    static Wrapping of(MavenExecutionRequest request) {
        boolean terminal = request.isInteractiveMode()
                && TerminalLine.isTerminal(System.console())
                && !"dumb".equals(System.getenv("TERM"));
        return terminal ? of(System::getenv) : NONE;
    }

    /**
     * For a terminal as wide as it says.
     *
     * @param environment gives the value of an environment variable, or null
     */
    static Wrapping of(UnaryOperator<@Nullable String> environment) {
        String columns = environment.apply("COLUMNS");
        boolean known = columns != null && columns.matches("[0-9]{1,4}");
        return new Wrapping(known ? Math.max(NARROWEST, Integer.parseInt(columns)) : USUAL);
    }

    /** The line in as many as it takes; columns of a table, which spaces set apart, stay side by side. */
    String of(String line) {
        if (line.length() <= columns - LEVEL || line.contains("  ")) {
            return line;
        }
        StringBuilder wrapped = new StringBuilder();
        int used = LEVEL;
        for (String word : line.split(" ", -1)) {
            int width = width(word);
            if (wrapped.length() > 0 && used + 1 + width > columns) {
                wrapped.append(System.lineSeparator()).append(INDENT);
                used = INDENT.length();
            } else if (wrapped.length() > 0) {
                wrapped.append(' ');
                used++;
            }
            wrapped.append(word);
            used += width;
        }
        return wrapped.toString();
    }

    private static int width(String word) {
        return word.indexOf('\033') < 0
                ? word.length()
                : COLOUR.matcher(word).replaceAll("").length();
    }
}
