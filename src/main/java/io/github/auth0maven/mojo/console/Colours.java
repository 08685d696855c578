package io.github.auth0maven.mojo.console;

import java.lang.reflect.InvocationTargetException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenExecutionRequest;
import org.jspecify.annotations.Nullable;

/**
 * Puts colour where the eye looks first: the place in a file, the counts, the code. It is given lines that hold no escape of
 * anybody's, and is the only one that adds some.
 */
final class Colours {

    /** As it is. */
    static final Colours NONE = new Colours(false);

    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String CYAN = "36";
    private static final String BOLD = "1;";

    /** After a prefix such as that of a dry run. */
    private static final Pattern PLACE = Pattern.compile("^(\\[[a-z ]+] )?(\\S[^\"]*?:\\[\\d+,\\d+])(?= )");

    private static final Pattern CODE = Pattern.compile("\\[([A-Z][A-Z0-9_]+)]$");

    /** What a verdict begins with. */
    private static final Pattern VERDICT =
            Pattern.compile("^(\\[[a-z ]+] )?([\\d,]+ (?:of [\\d,]+ )?users?)(?=:| is | are | was | were )");

    private static final Pattern GOOD = Pattern.compile("(?<![\\w,])(?!0 )([\\d,]+ (?:inserted|updated))\\b");
    private static final Pattern BAD = Pattern.compile(
            "(?<![\\w,])(?!0 )([\\d,]+ (?:failed|invalid|not sent|still under way|valid and not sent))\\b");

    private final boolean coloured;

    private Colours(boolean coloured) {
        this.coloured = coloured;
    }

    /** In this build: where Maven itself colours, unless {@code NO_COLOR} is set, which a {@code -Dstyle.color=always} outweighs. */
    static Colours of(MavenExecutionRequest request) {
        return of(request, System::getenv, Colours::doesMaven);
    }

    /**
     * In a build whose surroundings are known.
     *
     * @param environment gives the value of an environment variable, or null
     * @param maven whether Maven colours
     */
    static Colours of(
            MavenExecutionRequest request, UnaryOperator<@Nullable String> environment, BooleanSupplier maven) {
        String style = request.getUserProperties().getProperty("style.color", "auto");
        String none = environment.apply("NO_COLOR");
        boolean coloured = switch (style) {
            case "always", "yes", "force" -> true;
            case "never", "no", "none" -> false;
            default -> (none == null || none.isEmpty()) && request.isInteractiveMode() && maven.getAsBoolean();
        };
        return coloured ? new Colours(true) : NONE;
    }

    /** Of what Maven colours with, a plugin can see this class alone; where output is no terminal's, it takes colours away again. */
    private static boolean doesMaven() {
        try {
            return Boolean.TRUE.equals(Class.forName("org.fusesource.jansi.Ansi")
                    .getMethod("isEnabled")
                    .invoke(null));
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException
                | LinkageError e) {
            return false;
        }
    }

    boolean isNone() {
        return !coloured;
    }

    String info(String line) {
        return coloured ? counted(VERDICT.matcher(line).replaceFirst("$1" + in(BOLD + GREEN, "$2"))) : line;
    }

    String warning(String line) {
        return coloured ? counted(placed(line, YELLOW)) : line;
    }

    String error(String line) {
        return coloured ? counted(placed(VERDICT.matcher(line).replaceFirst("$1" + in(BOLD + RED, "$2")), RED)) : line;
    }

    private static String placed(String line, String severity) {
        String placed = PLACE.matcher(line).replaceFirst("$1" + in(CYAN, "$2"));
        return CODE.matcher(placed).replaceFirst("[" + in(BOLD + severity, "$1") + "]");
    }

    private static String counted(String line) {
        return BAD.matcher(GOOD.matcher(line).replaceAll(in(GREEN, "$1"))).replaceAll(in(BOLD + RED, "$1"));
    }

    private static String in(String colour, String text) {
        return "\033[" + colour + "m" + text + "\033[m";
    }
}
