package io.github.auth0maven.mojo.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.mojo.parameters.ConfiguredConnection.Required;
import io.github.auth0maven.mojo.parameters.ConfiguredConnection.Usernames;
import io.github.auth0maven.validation.ConnectionRules;
import io.github.auth0maven.validation.ConnectionRules.Length;
import io.github.auth0maven.validation.UsernameType;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection asks of identifiers can be said; what is not said is unknown. */
class ConfiguredConnectionTest {

    @Test
    void whatIsLeftOutIsUnknown() throws Exception {
        assertThat(read(null, null, null, null)).isEqualTo(ConnectionRules.UNKNOWN);
        assertThat(read("", " ", "", "")).isEqualTo(ConnectionRules.UNKNOWN);
        assertThat(ConfiguredConnection.read(new Required(" ", "", " "), "", new Usernames("", ""), " "))
                .isEqualTo(ConnectionRules.UNKNOWN);
    }

    @Test
    void whatIsSaidIsKnown() throws Exception {
        assertThat(ConfiguredConnection.read(
                        new Required("true", "false", "true"),
                        "false",
                        new Usernames(" 3 - 64 ", "email, phone_number"),
                        "phone_number , email"))
                .isEqualTo(new ConnectionRules(
                        new ConnectionRules.Required(Optional.of(true), Optional.of(false), Optional.of(true)),
                        Optional.of(false),
                        Optional.of(new Length(3, 64)),
                        Optional.of(Set.of(UsernameType.EMAIL, UsernameType.PHONE_NUMBER)),
                        Optional.of(Set.of("email", "phone_number"))));
        assertThat(read(null, null, null, "none").usernameTypes()).contains(Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "0-15", "9-3", "1-129", "1-", "a-b"})
    void aLengthIsTwoNumbersThatMakeSense(String length) {
        assertThatThrownBy(() -> read(null, null, length, null))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("usernameLength (-Dauth0.usernameLength): \"" + length
                        + "\" is not two numbers of characters from 1 to 128, such as 1-15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"emails", "email,", "none,email", "EMAIL"})
    void aTypeIsOneOfTwo(String types) {
        assertThatThrownBy(() -> read(null, null, null, types))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("usernameTypes (-Dauth0.usernameTypes): \"" + types + "\" is not email, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"emails", "email,", "none", "user_id", "EMAIL"})
    void anIdentifierIsOneOfThree(String identifiers) {
        assertThatThrownBy(() -> ConfiguredConnection.read(
                        new Required(null, null, null), null, new Usernames(null, null), identifiers))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("identifiers (-Dauth0.identifiers): \"" + identifiers
                        + "\" is not a list of email, username and phone_number, separated by commas");
    }

    private static ConnectionRules read(
            @Nullable String emailRequired,
            @Nullable String emailUnique,
            @Nullable String usernameLength,
            @Nullable String usernameTypes)
            throws MojoExecutionException {
        return ConfiguredConnection.read(
                new Required(emailRequired, null, null),
                emailUnique,
                new Usernames(usernameLength, usernameTypes),
                null);
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertThatThrownBy(() -> read("yes", null, null, null))
                .hasMessage("emailRequired (-Dauth0.emailRequired): \"yes\" is not true or false");
    }
}
