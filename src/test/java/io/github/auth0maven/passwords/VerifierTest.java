package io.github.auth0maven.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.codes.CodePage;
import io.github.auth0maven.codes.CodePages;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Passwords are proven by hashes that others have published, or that other programs made. */
class VerifierTest {

    static Stream<JsonNode> vectors() throws IOException {
        return Stream.concat(read("published-hashes.json"), read("hashes-of-other-programs.json"));
    }

    private static Stream<JsonNode> read(String name) throws IOException {
        try (InputStream in =
                VerifierTest.class.getResourceAsStream("/io/github/auth0maven/tenant/passwords/" + name)) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void thePasswordOfAHashMatchesAndNoOther(JsonNode vector) {
        String password = vector.path("password").asText();

        assertThat(matches(password, vector)).isTrue();
        assertThat(matches(password + "x", vector)).isFalse();
        assertThat(matches("", vector)).isFalse();
    }

    /** The password is the one that the page names. */
    @Test
    void theExampleOfThePageOfAMismatchMatchesOnceItIsMended() throws IOException {
        CodePage page = CodePages.read().of("PASSWORD_MISMATCH").orElseThrow();

        assertThat(page.remedy()).contains("the password is \"a password\"");
        assertThat(matches(
                        "a password", new ObjectMapper().readTree(page.fails().orElseThrow())))
                .isFalse();
        assertThat(matches(
                        "a password", new ObjectMapper().readTree(page.passes().orElseThrow())))
                .isTrue();
    }

    private static boolean matches(String password, JsonNode vector) {
        try (KnownPassword known = KnownPassword.of(password.toCharArray())) {
            return vector.has("password_hash")
                    ? Verifier.isBcryptOf(
                            known.utf8(), vector.path("password_hash").asText())
                    : Verifier.matches(known, vector.path("custom_password_hash"));
        }
    }
}
