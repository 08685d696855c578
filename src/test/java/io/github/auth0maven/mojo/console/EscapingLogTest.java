package io.github.auth0maven.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.mojo.RecordedLog;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

/** Nothing that is logged can do more than be read. */
class EscapingLogTest {

    private final RecordedLog lines = new RecordedLog();
    private final Log log = new EscapingLog(lines);

    @Test
    void whatIsFitToBeSeenStaysAsItIs() {
        log.info("„Ünïcödé“ – 漢字 😀: 12 × \"a\\b\"");

        assertThat(lines.lines).containsExactly("info „Ünïcödé“ – 漢字 😀: 12 × \"a\\b\"");
    }

    @Test
    void whatWouldEndTheLineOrCommandATerminalOrAWorkflowIsEscapedOnEveryLevel() {
        String hostile = "a\n::error::b\u001b[2J\u009b\u202e\u2028\u2066##[add-mask]c\ud800";
        String harmless = "a\\u000a::error::b\\u001b[2J\\u009b\\u202e\\u2028\\u2066#\\u0023[add-mask]c\\ud800";
        log.debug(hostile);
        log.info(hostile);
        log.warn(hostile);
        log.error(hostile);

        assertThat(lines.lines)
                .containsExactly("debug " + harmless, "info " + harmless, "warn " + harmless, "error " + harmless);
    }

    @Test
    void whatIsEscapedAlreadyStaysSo() {
        log.info("a\\u000a#\\u0023[x]");

        assertThat(lines.lines).isEqualTo(List.of("info a\\u000a#\\u0023[x]"));
    }
}
