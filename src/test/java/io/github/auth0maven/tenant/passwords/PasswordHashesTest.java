package io.github.auth0maven.tenant.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Passwords are proven by what others have computed. */
class PasswordHashesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PasswordHashes hashes = new PasswordHashes();

    static Stream<JsonNode> vectors() throws IOException {
        return Stream.concat(read("published-hashes.json"), read("hashes-of-other-programs.json"));
    }

    private static Stream<JsonNode> read(String name) throws IOException {
        try (InputStream in = PasswordHashesTest.class.getResourceAsStream(name)) {
            return StreamSupport.stream(MAPPER.readTree(in).spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void thePasswordOfAPublishedHashIsRightAndNoOther(JsonNode vector) {
        String password = vector.path("password").asText();

        assertThat(hashes.matches(password, vector)).isTrue();
        assertThat(hashes.matches(password + "x", vector)).isFalse();
        assertThat(hashes.matches("x" + password, vector)).isFalse();
        assertThat(hashes.matches("", vector)).isFalse();
    }

    @Test
    void aNewPasswordIsHashedAsAuth0DoesIt() {
        String hash = hashes.hash("Correct horse 1");

        assertThat(hash).matches("\\$2b\\$10\\$[./A-Za-z0-9]{53}");
        assertThat(hashes.matches("Correct horse 1", user(hash))).isTrue();
        assertThat(hashes.matches("Correct horse 2", user(hash))).isFalse();
    }

    @Test
    void bcryptSeesSeventyTwoBytesAndNoMore() {
        String hash = hashes.hash("a".repeat(72));

        assertThat(hashes.matches("a".repeat(73), user(hash))).isTrue();
        assertThat(hashes.matches("a".repeat(71), user(hash))).isFalse();
    }

    @Test
    void withoutAHashNoPasswordIsRight() {
        assertThat(hashes.matches("", MAPPER.createObjectNode())).isFalse();
        assertThat(hashes.matches("null", MAPPER.createObjectNode().putNull("password_hash")))
                .isFalse();
    }

    private static JsonNode user(String bcrypt) {
        return MAPPER.createObjectNode().put("password_hash", bcrypt);
    }
}
