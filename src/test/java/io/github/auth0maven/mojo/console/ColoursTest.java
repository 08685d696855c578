package io.github.auth0maven.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.mojo.RecordedLog;
import io.github.auth0maven.mojo.console.EscapingLog.Look;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is looked for is in colour, where Maven colours, and nobody else's escapes are. */
class ColoursTest {

    private static final Colours COLOURS = of("always", null, true, false);

    private static Colours of(String style, String noColor, boolean interactive, boolean maven) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest().setInteractiveMode(interactive);
        if (style != null) {
            request.getUserProperties().setProperty("style.color", style);
        }
        return Colours.of(request, name -> name.equals("NO_COLOR") ? noColor : null, () -> maven);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, true, true, true",
                "-, -, true, false, false",
                "-, -, false, true, false",
                "auto, -, true, true, true",
                "-, 1, true, true, false",
                "-, '', true, true, true",
                "always, 1, false, false, true",
                "never, -, true, true, false",
            })
    void itIsColouredWhereMavenColours(
            String style, String noColor, boolean interactive, boolean maven, boolean coloured) {
        assertThat(of(style, noColor, interactive, maven).isNone()).isNotEqualTo(coloured);
    }

    @Test
    void aPlaceAndACodeAreInColour() {
        assertThat(shown(COLOURS.error("my users.json:[3,8] email: \"x\" is not [1] one [INVALID_FORMAT]")))
                .isEqualTo("<36>my users.json:[3,8]<> email: \"x\" is not [1] one [<1;31>INVALID_FORMAT<>]");
        assertThat(shown(COLOURS.warning("[dry run] a.json:[3,8] it is odd [EMAIL_ODD]")))
                .isEqualTo("[dry run] <36>a.json:[3,8]<> it is odd [<1;33>EMAIL_ODD<>]");
    }

    @Test
    void aVerdictIsInColourAndSoAreItsCountsUnlessTheyAreNought() {
        assertThat(shown(COLOURS.info("1,200 users: 1,200 inserted, 0 failed; 2 jobs, 1.0 s")))
                .isEqualTo("<1;32>1,200 users<>: <32>1,200 inserted<>, 0 failed; 2 jobs, 1.0 s");
        assertThat(shown(COLOURS.error(
                        "[dry run] 3 users: 0 inserted, 10 failed, 2 invalid and not sent; 1 job, 1.0 s")))
                .isEqualTo(
                        "[dry run] <1;31>3 users<>: 0 inserted, <1;31>10 failed<>, <1;31>2 invalid<> and not sent; 1 job, 1.0 s");
    }

    @Test
    void aLineWithoutColoursIsAsItWas() {
        assertThat(Colours.NONE.error("a:[1,2] 3 failed [CODE]")).isEqualTo("a:[1,2] 3 failed [CODE]");
    }

    @Test
    void theEscapesOfAnInputAreStoppedBeforeOursAreAdded() {
        RecordedLog lines = new RecordedLog();
        new EscapingLog(lines, () -> {}, new Look(COLOURS, Wrapping.NONE))
                .error("a\u001b[2J.json:[1,2] \u001b[31mred [CODE]");

        assertThat(shown(String.join("", lines.lines)))
                .isEqualTo("error <36>a\\u001b[2J.json:[1,2]<> \\u001b[31mred [<1;31>CODE<>]");
    }

    @Test
    void aLongLineIsBrokenBetweenWordsForATerminal() {
        Wrapping eighty = Wrapping.of(Map.<String, String>of()::get);
        String line = "a.json:[1,2] " + "word ".repeat(40).strip();

        String wrapped = eighty.of(COLOURS.error(line));

        assertThat(wrapped.lines().map(l -> l.replaceAll("\033\\[[\\d;]*m", "").length()))
                .allMatch(length -> length <= 80)
                .first()
                .isEqualTo(67);
        assertThat(wrapped.replaceAll("\033\\[[\\d;]*m", "").replaceAll("\\R    ", " "))
                .isEqualTo(line);
        assertThat(Wrapping.of(Map.of("COLUMNS", "200")::get).columns()).isEqualTo(200);
        assertThat(Wrapping.of(Map.of("COLUMNS", "x")::get).columns()).isEqualTo(80);
    }

    @Test
    void aTableAndAWordThatIsTooLongStayWhole() {
        String table = "file      users  " + "x ".repeat(80);
        String path = "x".repeat(200);

        assertThat(new Wrapping(80).of(table)).isEqualTo(table);
        assertThat(new Wrapping(80).of(path)).isEqualTo(path);
        assertThat(Wrapping.NONE.of("word ".repeat(100))).doesNotContain("\n");
    }

    private static String shown(String line) {
        return line.replaceAll("\033\\[([\\d;]*)m", "<$1>");
    }
}
