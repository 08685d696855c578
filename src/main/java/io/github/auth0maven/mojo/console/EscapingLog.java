package io.github.auth0maven.mojo.console;

import io.github.auth0maven.users.EscapedText;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.plugin.logging.Log;

/**
 * Keeps what comes from users files, file names and the service from doing anything to the log but being read in it: no line
 * ends early, no terminal is commanded, and no workflow. What is harmless by then may be coloured and wrapped.
 *
 * @param before what is done before each line that is told; what nobody hears is not
 * @param look how lines look
 */
public record EscapingLog(Log log, Runnable before, Look look) implements Log {

    /** How lines look on this build's console. */
    record Look(Colours colours, Wrapping wrapping) {

        static final Look PLAIN = new Look(Colours.NONE, Wrapping.NONE);

        private String info(String line) {
            return wrapping.of(colours.info(line));
        }

        private String warning(String line) {
            return wrapping.of(colours.warning(line));
        }

        private String error(String line) {
            return wrapping.of(colours.error(line));
        }
    }

    public EscapingLog(Log log) {
        this(log, () -> {});
    }

    public EscapingLog(Log log, Runnable before) {
        this(log, before, Look.PLAIN);
    }

    /** A log that looks as this build's own does. */
    public static EscapingLog of(Log log, MavenExecutionRequest request) {
        return new EscapingLog(log, () -> {}, new Look(Colours.of(request), Wrapping.of(request)));
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence text) {
        if (log.isDebugEnabled()) {
            log.debug(line(text));
        }
    }

    @Override
    public void debug(CharSequence text, Throwable cause) {
        if (log.isDebugEnabled()) {
            log.debug(line(text), cause);
        }
    }

    @Override
    public void debug(Throwable cause) {
        if (log.isDebugEnabled()) {
            log.debug(line(String.valueOf(cause)));
        }
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence text) {
        log.info(look.info(line(text)));
    }

    @Override
    public void info(CharSequence text, Throwable cause) {
        log.info(look.info(line(text)), cause);
    }

    @Override
    public void info(Throwable cause) {
        log.info(look.info(line(String.valueOf(cause))));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence text) {
        log.warn(look.warning(line(text)));
    }

    @Override
    public void warn(CharSequence text, Throwable cause) {
        log.warn(look.warning(line(text)), cause);
    }

    @Override
    public void warn(Throwable cause) {
        log.warn(look.warning(line(String.valueOf(cause))));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence text) {
        log.error(look.error(line(text)));
    }

    @Override
    public void error(CharSequence text, Throwable cause) {
        log.error(look.error(line(text)), cause);
    }

    @Override
    public void error(Throwable cause) {
        log.error(look.error(line(String.valueOf(cause))));
    }

    private String line(CharSequence text) {
        before.run();
        return EscapedText.line(text.toString());
    }
}
