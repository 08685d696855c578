package io.github.auth0maven.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "samples.ndjson|{\"email\":\"Jane@example.com\",\"password\":\"a secret\"}\\n",
                "samples.yaml|- email: Jane@example.com\\n  password: a secret\\n",
            })
    void everyFormIsRead(String name, String text) throws IOException {
        try (Samples samples = SamplesFile.read(file(name, text.replace("\\n", "\n")))) {
            assertThat(samples.size()).isOne();
            assertThat(samples.of("jane@EXAMPLE.com"))
                    .hasValueSatisfying(
                            sample -> assertThat(new String(sample.password().utf8(), StandardCharsets.UTF_8))
                                    .isEqualTo("a secret"));
            assertThat(samples.of("ben@example.com")).isEmpty();
        }
    }

    @Test
    void aUserIdIsFoundWithItsPrefixAndWithout() throws IOException {
        try (Samples samples = SamplesFile.read(file("s.csv", "user_id,password\nauth0|5e9d,a secret\n"))) {
            assertThat(samples.of("5e9d")).isPresent();
            assertThat(samples.of("auth0|5e9d")).isPresent();
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
                "s.yaml|- {password: [secret|it is not well-formed YAML",
            })
    void whatIsWrongIsToldWithoutAWordOfTheFile(String name, String text, String message) throws IOException {
        Path file = file(name, text.replace("\\n", "\n"));

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
        KnownPassword password = samples.of("jane@example.com").orElseThrow().password();
        samples.close();

        assertThat(password.utf8()).containsOnly(0);
    }

    private Path file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }
}
