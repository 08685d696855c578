package io.github.auth0maven.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Well-formed mistakes, each made with Python's hashlib, OpenSSL or libxcrypt, are told with the change that mends them. */
class DiagnosisTest {

    /** Algorithms of which a try takes long. */
    private static final Set<String> DEAR = Set.of("pbkdf2", "scrypt");

    static Stream<JsonNode> mistakes() throws IOException {
        try (InputStream in = DiagnosisTest.class.getResourceAsStream("mistakes.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void theChangeThatMendsAMistakeIsFound(JsonNode mistake) {
        ObjectNode hash = (ObjectNode) mistake.path("custom_password_hash");
        try (KnownPassword password =
                KnownPassword.of(mistake.path("password").asText().toCharArray())) {
            assertThat(Verifier.matches(password, hash)).isFalse();

            Optional<Reading> found = Diagnosis.of(password, hash);

            assertThat(found).hasValueSatisfying(reading -> {
                String told = String.join("; ", reading.changes());
                assertThat(reading.isPossible() ? told : reading.form().name())
                        .isEqualTo(mistake.path("change").asText());
                if (reading.isPossible()) {
                    assertThat(Verifier.matches(password, reading.edit().apply(hash.deepCopy())))
                            .isTrue();
                }
            });
        }
    }

    @Test
    void theWrongPasswordFitsNoReading() throws IOException {
        try (KnownPassword wrong = KnownPassword.of("another one".toCharArray())) {
            assertThat(mistakes()
                            .filter(mistake -> !DEAR.contains(mistake.path("custom_password_hash")
                                    .path("algorithm")
                                    .asText())))
                    .noneMatch(mistake -> Diagnosis.of(wrong, (ObjectNode) mistake.path("custom_password_hash"))
                            .isPresent());
        }
    }

    @Test
    void aPasswordNeverPrintsItself() {
        try (KnownPassword password = KnownPassword.of("open sesame".toCharArray())) {
            assertThat(password).hasToString("KnownPassword[…]");
        }
    }
}
