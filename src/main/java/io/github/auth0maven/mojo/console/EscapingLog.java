package io.github.auth0maven.mojo.console;

import io.github.auth0maven.users.EscapedText;
import org.apache.maven.plugin.logging.Log;

/**
 * Keeps what comes from users files, file names and the service from doing anything to the log but being read in it: no line
 * ends early, no terminal is commanded, and no workflow.
 *
 * @param before what is done before each line that is told; what nobody hears is not
 */
public record EscapingLog(Log log, Runnable before) implements Log {

    public EscapingLog(Log log) {
        this(log, () -> {});
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
        log.info(line(text));
    }

    @Override
    public void info(CharSequence text, Throwable cause) {
        log.info(line(text), cause);
    }

    @Override
    public void info(Throwable cause) {
        log.info(line(String.valueOf(cause)));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence text) {
        log.warn(line(text));
    }

    @Override
    public void warn(CharSequence text, Throwable cause) {
        log.warn(line(text), cause);
    }

    @Override
    public void warn(Throwable cause) {
        log.warn(line(String.valueOf(cause)));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence text) {
        log.error(line(text));
    }

    @Override
    public void error(CharSequence text, Throwable cause) {
        log.error(line(text), cause);
    }

    @Override
    public void error(Throwable cause) {
        log.error(line(String.valueOf(cause)));
    }

    private String line(CharSequence text) {
        before.run();
        return EscapedText.line(text.toString());
    }
}
