package io.github.auth0maven.mojo.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.validation.ConnectionRules;
import io.github.auth0maven.validation.ConnectionRules.Length;
import io.github.auth0maven.validation.UsernameType;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection asks of identifiers can be said; what is not said is unknown. */
class ConfiguredConnectionTest {

    @Test
    void whatIsLeftOutIsUnknown() throws Exception {
        assertThat(ConfiguredConnection.read(null, null, null, null)).isEqualTo(ConnectionRules.UNKNOWN);
        assertThat(ConfiguredConnection.read("", " ", "", "")).isEqualTo(ConnectionRules.UNKNOWN);
    }

    @Test
    void whatIsSaidIsKnown() throws Exception {
        assertThat(ConfiguredConnection.read("true", "false", " 3 - 64 ", "email, phone_number"))
                .isEqualTo(new ConnectionRules(
                        Optional.of(true),
                        Optional.of(false),
                        Optional.of(new Length(3, 64)),
                        Optional.of(Set.of(UsernameType.EMAIL, UsernameType.PHONE_NUMBER))));
        assertThat(ConfiguredConnection.read(null, null, null, "none").usernameTypes())
                .contains(Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "0-15", "9-3", "1-129", "1-", "a-b"})
    void aLengthIsTwoNumbersThatMakeSense(String length) {
        assertThatThrownBy(() -> ConfiguredConnection.read(null, null, length, null))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("usernameLength (-Dauth0.usernameLength): \"" + length
                        + "\" is not two numbers of characters from 1 to 128, such as 1-15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"emails", "email,", "none,email", "EMAIL"})
    void aTypeIsOneOfTwo(String types) {
        assertThatThrownBy(() -> ConfiguredConnection.read(null, null, null, types))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("usernameTypes (-Dauth0.usernameTypes): \"" + types + "\" is not email, ");
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertThatThrownBy(() -> ConfiguredConnection.read("yes", null, null, null))
                .hasMessage("emailRequired (-Dauth0.emailRequired): \"yes\" is not true or false");
    }
}
