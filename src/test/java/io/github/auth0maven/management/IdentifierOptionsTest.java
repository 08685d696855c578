package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.management.IdentifierOptions.Length;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection asks of identifiers is read from its options, and nothing is made up. */
class IdentifierOptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "\"options\":null", "\"options\":{}", "\"options\":[]"})
    void withoutOptionsNothingIsKnown(String members) throws IOException {
        assertThat(read("{" + members + "}")).isEqualTo(IdentifierOptions.UNKNOWN);
    }

    @Test
    void withoutFlexibleIdentifiersAnEmailAddressIsAMust() throws IOException {
        IdentifierOptions options = read("{\"options\":{\"mfa\":{\"active\":true}}}");

        assertThat(options)
                .isEqualTo(new IdentifierOptions(
                        Map.of("email", true),
                        Optional.of(true),
                        Optional.empty(),
                        Optional.of(Set.of("phone_number")),
                        Optional.empty()));
    }

    @Test
    void usernamesHaveTheirLengthOfOld() throws IOException {
        assertThat(read("{\"options\":{\"requires_username\":true}}").usernameLength())
                .contains(new Length(1, 15));
        assertThat(read("{\"options\":{\"validation\":{\"username\":{\"min\":3,\"max\":40}}}}")
                        .usernameLength())
                .contains(new Length(3, 40));
        assertThat(read("{\"options\":{\"requires_username\":true,\"validation\":{\"username\":null}}}")
                        .usernameLength())
                .contains(new Length(1, 15));
    }

    @Test
    void flexibleIdentifiersSayItAttributeByAttribute() throws IOException {
        IdentifierOptions options = read("""
                {"options":{"requires_username":true,"attributes":{
                  "email":{"identifier":{"active":true},"profile_required":false,"unique":false},
                  "username":{"identifier":{"active":false},"profile_required":true,
                    "validation":{"min_length":2,"max_length":64,"allowed_types":{"email":true,"phone_number":false}}},
                  "phone_number":{"identifier":{"active":true}}}}}""");

        assertThat(options)
                .isEqualTo(new IdentifierOptions(
                        Map.of("email", false, "username", true),
                        Optional.of(false),
                        Optional.of(new Length(2, 64)),
                        Optional.of(Set.of("email")),
                        Optional.of(Set.of("email", "phone_number"))));
        assertThat(options.required("username")).contains(true);
        assertThat(options.required("phone_number")).isEmpty();
    }

    @Test
    void whatTheyLeaveOutIsTheDefaultOrUnknown() throws IOException {
        assertThat(read("{\"options\":{\"attributes\":{\"email\":{},\"username\":{}}}}"))
                .isEqualTo(new IdentifierOptions(
                        Map.of("phone_number", false),
                        Optional.of(true),
                        Optional.of(new Length(1, 15)),
                        Optional.of(Set.of()),
                        Optional.empty()));
        assertThat(read("{\"options\":{\"attributes\":{\"phone_number\":{}}}}"))
                .isEqualTo(new IdentifierOptions(
                        Map.of("email", false, "username", false),
                        Optional.of(true),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"min\":9,\"max\":3}", "{\"min\":0}", "{\"max\":1000}"})
    void aLengthThatMakesNoSenseIsUnknown(String length) throws IOException {
        assertThat(read("{\"options\":{\"validation\":{\"username\":" + length + "}}}")
                        .usernameLength())
                .isEmpty();
    }

    private static IdentifierOptions read(String connection) throws IOException {
        return IdentifierOptions.of(ResponseJson.read(connection.getBytes(UTF_8)));
    }
}
