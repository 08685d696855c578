package io.github.auth0maven.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.passwords.sources.SourcePasswords;
import io.github.auth0maven.users.CsvOptions;
import io.github.auth0maven.users.ExportMode;
import io.github.auth0maven.users.ExportOptions;
import io.github.auth0maven.users.GzipLimits;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UserSource;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.users.UsersFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A users file with the hash of every source that is known, as it wrote it: each is converted, and proved with its password. */
class HashesOfOtherSourcesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path directory;

    @Test
    void eachIsConvertedAndMatchesItsPassword() throws IOException, InterruptedException {
        StringBuilder users = new StringBuilder();
        int count = 0;
        try (Samples samples = new Samples()) {
            for (String line : vectors()) {
                JsonNode vector = JSON.readTree(line);
                String email = "user" + count++ + "@example.com";
                ObjectNode user = JSON.createObjectNode()
                        .put("email", email)
                        .put("password_hash", vector.path("written").asText());
                users.append(user).append('\n');
                samples.add(
                        List.of(email),
                        KnownPassword.of(vector.path("password").asText().toCharArray()));
            }

            PasswordResult result = new PasswordCheck(samples, (tried, all) -> {}).run(source(users.toString()));

            assertThat(count).isGreaterThan(45);
            assertThat(result.matched()).isEqualTo(count);
            assertThat(result.findings()).isEmpty();
        }
    }

    private static List<String> vectors() throws IOException {
        try (var stream = SourcePasswords.class.getResourceAsStream("hashes.ndjson")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private UserSource source(String users) throws IOException {
        Path file = Files.writeString(directory.resolve("users.ndjson"), users);
        return new UsersFiles(
                List.of(new UsersFile(file, "users.ndjson")),
                new ReadingOptions(
                        UsersFormat.NDJSON,
                        ExportOptions.of(ExportMode.AUTO),
                        Optional.empty(),
                        GzipLimits.DEFAULT,
                        CsvOptions.DEFAULT,
                        Optional.of(new SourcePasswords(true, Optional.empty()))));
    }
}
