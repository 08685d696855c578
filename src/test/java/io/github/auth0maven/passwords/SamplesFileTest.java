package io.github.auth0maven.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Known passwords are read from every form, from files of their owner alone, and never told. */
class SamplesFileTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "samples.csv|email,password\\nJane@example.com,a secret\\n",
                "samples.csv|password;email\\na secret;Jane@example.com\\n",
                "samples.json|[{\"email\":\"Jane@example.com\",\"password\":\"a secret\"}]",
                "samples.csv|\uFEFFemail,password\\r\\nJane@example.com,\"a secret\"\\r\\n",
                "samples.json|\uFEFF [{\"name\":[{\"password\":\"no\"}],\"email\":\"Jane@example.com\",\"password\":\"a secret\"}]",
                "samples.ndjson|{\"email\":\"Jane@example.com\",\"password\":\"a secret\"}\\n",
                "samples.yaml|- email: Jane@example.com\\n  password: a secret\\n",
            })
    void everyFormIsRead(String name, String text) throws IOException {
        try (Samples samples =
                SamplesFile.read(file(name, text.replace("\\r", "\r").replace("\\n", "\n")))) {
            assertThat(samples.size()).isOne();
            assertThat(samples.of(user("email", "jane@EXAMPLE.com")))
                    .singleElement()
                    .satisfies(sample -> assertThat(new String(sample.password().utf8(), StandardCharsets.UTF_8))
                            .isEqualTo("a secret"));
            assertThat(samples.of(user("email", "ben@example.com"))).isEmpty();
            assertThat(samples.of(user("username", "jane@example.com"))).isEmpty();
        }
    }

    @Test
    void aUserIdIsFoundWithItsPrefixAndWithout() throws IOException {
        try (Samples samples = SamplesFile.read(file("s.csv", "user_id,password\nauth0|5e9d,a secret\n"))) {
            assertThat(samples.of(user("user_id", "5e9d"))).hasSize(1);
            assertThat(samples.of(user("user_id", "auth0|5e9d"))).hasSize(1);
            assertThat(samples.of(user("user_id", "5E9D"))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s.csv|email,password\\n,secret\\n|sample 1 has no email, username or user_id",
                "s.csv|email,name\\njane@example.com,secret\\n|sample 1 has no password",
                "s.csv|email,password\\na@b.ch,secret\\nA@b.ch,secret\\n|sample 2 names a user of a sample before it",
                "s.csv|email,password\\n|there are no samples in it",
                "s.json|[{\"password\":\"secret\", secret]|it is not well-formed JSON at line 1",
                "s.json|[\"secret\"]|something in it is no object with a user and a password",
                "s.json|[{\"email\":\"a@b.ch\",\"password\":12345678}]|sample 1 has no password",
                "s.csv|email,password\\na@b.ch,\\n|sample 1 has no password",
                "s.csv|email,password\\na@b.ch\\n|it is not well-formed CSV",
                "s.yaml|- {password: [secret|it is not well-formed YAML, or something in it has no value",
                "s.yaml|secret|there are no samples in it",
                "s.yaml|- email: a@b.ch\\n  password:\\n|it is not well-formed YAML, or something in it has no value",
                "s.csv|''|there are no samples in it",
            })
    void whatIsWrongIsToldWithoutAWordOfTheFile(String name, String text, String message) throws IOException {
        Path file = file(name, text.replace("\\r", "\r").replace("\\n", "\n"));

        assertThatThrownBy(() -> SamplesFile.read(file))
                .isInstanceOf(SamplesException.class)
                .hasMessage(message)
                .hasNoCause();
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws IOException {
        Path file = file("s.csv", "email,password\njane@example.com,secret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> SamplesFile.read(file)).hasMessageContaining("chmod 600");
    }

    @Test
    void aPasswordIsWipedWhenTheSamplesAreClosed() throws IOException {
        Samples samples = SamplesFile.read(file("s.csv", "email,password\njane@example.com,secret\n"));
        KnownPassword password = samples.all().get(0).password();
        samples.close();

        assertThat(password.utf8()).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123", "null", "yes", "1e3", "~", "12:30"})
    void whatLooksLikeSomethingElseInYamlIsAPasswordAsWell(String password) throws IOException {
        try (Samples samples = SamplesFile.read(file("s.yaml", "- {email: a@b.ch, password: " + password + "}"))) {
            assertThat(new String(samples.all().get(0).password().utf8(), StandardCharsets.UTF_8))
                    .isEqualTo(password);
        }
    }

    @Test
    void whatIsNotInUtf8IsRefused() throws IOException {
        Path file = file("s.csv", "");
        Files.write(file, "email,password\na@b.ch,sécret\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> SamplesFile.read(file)).hasMessage("it is not in UTF-8");
    }

    private static JsonNode user(String identifier, String value) {
        return JsonNodeFactory.instance.objectNode().put(identifier, value);
    }

    private Path file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }
}
