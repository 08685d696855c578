package io.github.auth0maven.mojo.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.validation.WarningPolicy;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which warnings fail, and which are ignored, is said by their codes. */
class WarningCodesTest {

    @Test
    void allOrNoneOrSome() throws Exception {
        assertThat(WarningCodes.read(" true ", null)).isEqualTo(WarningPolicy.RAISE_ALL);
        assertThat(WarningCodes.read("false", "")).isEqualTo(WarningPolicy.NONE);
        assertThat(WarningCodes.read("WHITE_SPACE,\n  NO_PASSWORD_HASH", null))
                .isEqualTo(new WarningPolicy(Set.of("WHITE_SPACE", "NO_PASSWORD_HASH"), Set.of()));
    }

    @Test
    void someAreIgnoredAndTheOthersFailOrNot() throws Exception {
        assertThat(WarningCodes.read("false", "WHITE_SPACE, NO_PASSWORD_HASH"))
                .isEqualTo(new WarningPolicy(Set.of(), Set.of("WHITE_SPACE", "NO_PASSWORD_HASH")));
        assertThat(WarningCodes.read("true", "WHITE_SPACE").raised())
                .doesNotContain("WHITE_SPACE")
                .hasSize(WarningPolicy.ALL_CODES.size() - 1);
    }

    @Test
    void whatFailsIsNotIgnored() {
        assertThatThrownBy(() -> WarningCodes.read("WHITE_SPACE", "NO_PASSWORD_HASH,WHITE_SPACE"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("ignoreWarnings (-Dauth0.ignoreWarnings): WHITE_SPACE is named in failOnWarnings"
                        + " (-Dauth0.failOnWarnings), too; name it in one of them");
    }

    @ParameterizedTest
    @CsvSource({"NO_PASWORD_HASH,NO_PASSWORD_HASH", "no_password_hash,NO_PASSWORD_HASH", "PROFILE_LARGER,PROFILE_LARGE"
    })
    void whatIsNearACodeIsToldWithIt(String written, String meant) {
        assertThatThrownBy(() -> WarningCodes.read("false", written))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("ignoreWarnings (-Dauth0.ignoreWarnings): \"" + written
                        + "\" is not the code of a warning; did you mean \"" + meant + "\"?");
        assertThatThrownBy(() -> WarningCodes.read(written, null))
                .hasMessage("failOnWarnings (-Dauth0.failOnWarnings): \"" + written
                        + "\" is not true or false or the code of a warning; did you mean \"" + meant + "\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "WHITE_SPACE,", "true,WHITE_SPACE", "INVALID_TYPE", "yes"})
    void whatIsNoCodeIsToldWithThoseThatThereAre(String value) {
        assertThatThrownBy(() -> WarningCodes.read(value, null))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageMatching(
                        "failOnWarnings \\(-Dauth0.failOnWarnings\\): \"[A-Za-z_]*\" is not true or false or"
                                + " the code of a warning; the codes are COLUMN_OF_TEXTS, CONNECTION_EMAIL_REQUIRED, .*");
    }
}
