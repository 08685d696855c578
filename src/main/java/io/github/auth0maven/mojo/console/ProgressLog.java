package io.github.auth0maven.mojo.console;

import io.github.auth0maven.imports.Progress;
import io.github.auth0maven.pace.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells how far an import has come: on a terminal in a line that lives there, elsewhere in lines that become rarer. It is called
 * often, and decides itself whether it is time.
 */
public final class ProgressLog {

    private static final Duration FIRST = Duration.ofSeconds(10);

    /** Some CI services end a build that says nothing for ten minutes. */
    private static final Duration RAREST = Duration.ofMinutes(5);

    /** A terminal's line that is gone before it can be read only flickers. */
    private static final Duration READABLE = Duration.ofSeconds(1);

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Progress progress;
    private final Clock clock;
    private final Consumer<String> lines;
    private final Optional<TerminalLine> terminal;
    private Duration interval = FIRST;
    private Optional<Instant> told = Optional.empty();

    /**
     * @param lines takes lines that stay
     * @param terminal the line that is used instead of them, if there is a terminal
     */
    public ProgressLog(Progress progress, Clock clock, Consumer<String> lines, Optional<TerminalLine> terminal) {
        this.progress = progress;
        this.clock = clock;
        this.lines = lines;
        this.terminal = terminal;
    }

    /** Of something that takes no time. */
    public static ProgressLog silent() {
        Clock clock = Clock.systemUTC();
        return new ProgressLog(new Progress(clock, 1), clock, line -> {}, Optional.empty());
    }

    Progress progress() {
        return progress;
    }

    /** Looks whether it is time to tell something. */
    void tick() {
        Optional<Instant> begun = progress.begun();
        if (begun.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        if (terminal.isPresent()) {
            if (!now.isBefore(begun.get().plus(READABLE))) {
                terminal.get().show(progress.line());
            }
        } else if (!now.isBefore(told.orElse(begun.get()).plus(interval))) {
            lines.accept(progress.line());
            interval = rarer();
            told = Optional.of(now);
        }
    }

    /** A pause in which time is told as it passes. */
    Pause whilePausing(Pause pause) {
        return duration -> {
            Duration left = duration;
            while (left.compareTo(TICK) > 0) {
                tick();
                pause.of(TICK);
                left = left.minus(TICK);
            }
            tick();
            pause.of(left);
        };
    }

    private Duration rarer() {
        Duration longer = interval.multipliedBy(3).dividedBy(2);
        return longer.compareTo(RAREST) > 0 ? RAREST : longer;
    }
}
