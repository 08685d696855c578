package io.github.auth0maven.mojo.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of parameters, as people write them. */
class ParametersTest {

    private enum Answer {
        YES,
        PERHAPS_NOT
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "' true\n', true"})
    void aFlagIsTrueOrFalse(String written, boolean flag) throws Exception {
        assertThat(Parameters.flag("dryRun", written)).isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ture", "TRUE", "yes", "1", "${dryRun}"})
    void anythingElseIsNotTakenForAFlag(String written) {
        assertThatThrownBy(() -> Parameters.flag("dryRun", written))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("dryRun (-Dauth0.dryRun): \"" + written + "\" is not true or false");
    }

    @ParameterizedTest
    @CsvSource({"yes, YES", "perhaps_not, PERHAPS_NOT", "' yes ', YES"})
    void aChoiceIsOneOfItsNamesInLowerCase(String written, Answer answer) throws Exception {
        assertThat(Parameters.choice("answer", written, Answer.class)).isEqualTo(answer);
    }

    @Test
    void aChoiceThatThereIsNotIsToldWithThoseThatThereAre() {
        assertThatThrownBy(() -> Parameters.choice("answer", "YES", Answer.class))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("answer (-Dauth0.answer): \"YES\" is not yes or perhaps_not");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "50, 50", "' 7 ', 7", "+8, 8"})
    void aNumberLiesBetweenItsBounds(String written, int number) throws Exception {
        assertThat(Parameters.number("maxConcurrentJobs", written, 1, 50)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "51", "-1", "1.5", "two", "", "99999999999"})
    void anythingElseIsNotTakenForANumber(String written) {
        assertThatThrownBy(() -> Parameters.number("maxConcurrentJobs", written, 1, 50))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("maxConcurrentJobs (-Dauth0.maxConcurrentJobs): \"" + written
                        + "\" is not a whole number from 1 to 50");
    }

    @ParameterizedTest
    @CsvSource({"90, PT90S", "90s, PT90S", "30m, PT30M", "2h, PT2H", "' 1s ', PT1S", "999999999h, PT999999999H"})
    void aDurationIsANumberOfSecondsMinutesOrHours(String written, Duration duration) throws Exception {
        assertThat(Parameters.duration("jobTimeout", written)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0h", "-1", "1.5h", "2 h", "2H", "2d", "PT2H", "1h30m", "1000000000"})
    void anythingElseIsNotTakenForADuration(String written) {
        assertThatThrownBy(() -> Parameters.duration("jobTimeout", written))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("jobTimeout (-Dauth0.jobTimeout): \"" + written
                        + "\" is not a whole number of seconds, or a duration such as 90s, 30m or 2h");
    }

    @Test
    void aTimeoutIsADurationOfADayAtMost() throws Exception {
        assertThat(Parameters.timeout("readTimeout", "24h")).isEqualTo(Duration.ofHours(24));
        assertThatThrownBy(() -> Parameters.timeout("readTimeout", "86401"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("readTimeout (-Dauth0.readTimeout): \"86401\" is not a duration of 24h or less");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7k, 7168", "500m, 524288000", "' 16G ', 17179869184", "999999999999g, 9223372035781033984"})
    void aSizeIsANumberOfBytesOrMore(String written, long size) throws Exception {
        assertThat(Parameters.size("maxUnpackedSize", written)).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0g", "-1", "1.5g", "1 g", "1t", "1000000000000"})
    void anythingElseIsNotTakenForASize(String written) {
        assertThatThrownBy(() -> Parameters.size("maxUnpackedSize", written))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("maxUnpackedSize (-Dauth0.maxUnpackedSize): \"" + written
                        + "\" is not a whole number of bytes, or a size such as 500m or 16g");
    }
}
