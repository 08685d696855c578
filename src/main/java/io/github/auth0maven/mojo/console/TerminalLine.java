package io.github.auth0maven.mojo.console;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * A line that lives on a terminal: it is written over again and again, and is gone when it is erased. A terminal is commanded for
 * that; nothing else but what this plugin has counted is written to it.
 */
public final class TerminalLine {

    /** To the first column, and away with what is there. */
    private static final String ERASE = "\r\033[K";

    /** A line that is wider than the terminal is cut rather than wrapped: only the last row of a wrapped one could be erased. */
    private static final String CUT = "\033[?7l";

    private static final String WRAP = "\033[?7h";

    private static final Duration APART = Duration.ofMillis(200);

    private final Consumer<String> terminal;
    private final Clock clock;
    private Optional<String> shown = Optional.empty();
    private Instant shownAt = Instant.MIN;

    /**
     * @param terminal takes texts as they are, and nothing after them
     */
    TerminalLine(Consumer<String> terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /** The line of this build's terminal; nothing if there is none that somebody sits at, or others write to it as well. */
    public static Optional<TerminalLine> of(MavenExecutionRequest request, Log log) {
        boolean wanted = isWanted(request, System::getenv)
                // of many lines, one that comes and goes would only be in the way
                && log.isInfoEnabled()
                && !log.isDebugEnabled()
                && isTerminal(System.console());
        return wanted ? Optional.of(new TerminalLine(new RawConsole()::write, Clock.systemUTC())) : Optional.empty();
    }

    /**
     * Whether such a line is wanted, provided that there is a terminal.
     *
     * @param environment gives the value of an environment variable, or null
     */
    static boolean isWanted(MavenExecutionRequest request, UnaryOperator<@Nullable String> environment) {
        String terminal = environment.apply("TERM");
        String ci = environment.apply("CI");
        return request.isInteractiveMode()
                && !isWithoutTransferProgress(request)
                && request.getDegreeOfConcurrency() <= 1
                && !"never".equals(request.getUserProperties().getProperty("style.color"))
                && terminal != null
                && !terminal.equals("dumb")
                && (ci == null || ci.isEmpty() || ci.equals("false"));
    }

    /** Of {@code --no-transfer-progress} a plugin sees no more than the listener that Maven takes then. */
    private static boolean isWithoutTransferProgress(MavenExecutionRequest request) {
        return request.getTransferListener() != null
                && request.getTransferListener().getClass().getSimpleName().startsWith("Quiet");
    }

    /** Up to JDK 21 there is no console where the output goes elsewhere; since, it has to be asked. */
    static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** Shows this text instead of what is shown, unless that is very new. */
    void show(String text) {
        Instant now = clock.instant();
        if (!shown.equals(Optional.of(text)) && !now.isBefore(shownAt.plus(APART))) {
            terminal.accept(ERASE + CUT + text + WRAP);
            shown = Optional.of(text);
            shownAt = now;
        }
    }

    /** Makes room for a line that stays. */
    public void erase() {
        if (shown.isPresent()) {
            terminal.accept(ERASE);
            shown = Optional.empty();
            shownAt = Instant.MIN;
        }
    }
}
