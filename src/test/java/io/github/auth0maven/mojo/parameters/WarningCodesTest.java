package io.github.auth0maven.mojo.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.validation.RaisedWarnings;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which warnings are raised. */
class WarningCodesTest {

    @Test
    void allOrNoneOrSome() throws Exception {
        assertThat(WarningCodes.read("failOnWarnings", " true ")).isEqualTo(RaisedWarnings.ALL);
        assertThat(WarningCodes.read("failOnWarnings", "false")).isEqualTo(RaisedWarnings.NONE);
        assertThat(WarningCodes.read("failOnWarnings", "WHITE_SPACE,\n  NO_PASSWORD_HASH")
                        .codes())
                .containsExactlyInAnyOrder("WHITE_SPACE", "NO_PASSWORD_HASH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_PASWORD_HASH", "", "WHITE_SPACE,", "true,WHITE_SPACE", "INVALID_TYPE", "yes"})
    void whatIsNoCodeIsToldWithThoseThatThereAre(String value) {
        assertThatThrownBy(() -> WarningCodes.read("failOnWarnings", value))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageMatching(
                        "failOnWarnings \\(-Dauth0.failOnWarnings\\): \"[A-Za-z_]*\" is not true or false or"
                                + " the code of a warning; the codes are EMAIL_LOOK_ALIKE, EMAIL_VERIFIED_MISSING, .*");
    }
}
