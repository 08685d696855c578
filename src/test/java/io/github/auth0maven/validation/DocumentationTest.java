package io.github.auth0maven.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documentation shows is what it asks of others, and it names every code. */
final class DocumentationTest {

    private static final Path EXAMPLE = Path.of("src/it/first-run/src/test/resources/auth0/users.json");
    private static final Pattern JSON = Pattern.compile("```json\\n(\\[\\n.*?)```", Pattern.DOTALL);

    @Test
    void theUsersOfTheReadmeCauseNoWarning() throws IOException {
        Matcher example = JSON.matcher(Files.readString(Path.of("README.md")));
        assertThat(example.find()).isTrue();

        assertThat(found(example.group(1).getBytes(UTF_8))).isEmpty();
        assertThat(example.group(1)).doesNotContain("…");
    }

    @Test
    void thoseOfTheFirstRunCauseNoneEither() throws IOException {
        assertThat(found(Files.readAllBytes(EXAMPLE))).isEmpty();
    }

    @Test
    void everyCodeIsDocumented() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/auth0.md"));

        assertThat(Rule.values())
                .filteredOn(rule -> rule != Rule.SCHEMA)
                .allSatisfy(rule -> assertThat(page).contains("`" + rule.code() + "`"));
    }

    private static List<Violation> found(byte[] users) throws IOException {
        List<Violation> found = new ArrayList<>();
        UserValidator validator = new UserValidator(new ValidationSettings(500_000));
        try (UserReader reader = UserReader.over("users.json", users)) {
            while (reader.next()) {
                User user = reader.user();
                validator.judge(user, found::add);
            }
        }
        return found;
    }
}
