package io.github.auth0maven.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a list of users looks like that are from a file of one form or another, and that it can be imported. */
class ListFormTest {

    private static final String JSON = """
            [
              {"email": "jané@example.com", "n": 1.10, "user_metadata": {"a,b": ["}", {}], "é": "\\"{"}},
              {},
              {"email_verified": true, "name": "\\u0085\\u0000\\u2028\\ufeff\\u007f: # \\\\", "app_metadata": {}, "x": []}
            ]""";

    @TempDir
    private Path temp;

    /** Writes a file, lists all of its users, and returns the list. */
    private Path listed(String name, String text) throws IOException {
        UsersFile file = new UsersFile(Files.writeString(temp.resolve(name), text), name);
        List<ListedUser> users = new ArrayList<>();
        ListForm form;
        try (UserReader reader = file.open()) {
            while (reader.next()) {
                users.add(new ListedUser(users.size(), json(reader), reader.record()));
            }
            form = ListForm.of(reader.form());
        }
        Path list = temp.resolve("list." + form.extension());
        try (UserList written = new UserList(list, form)) {
            for (ListedUser user : users) {
                long line = written.add(form.entry(user));
                written.show();
                assertThat(Files.readAllLines(list)).hasSizeGreaterThanOrEqualTo((int) line);
            }
        }
        assertThat(users(list)).isEqualTo(users.stream().map(ListedUser::json).toList());
        return list;
    }

    private static List<String> users(Path file) throws IOException {
        List<String> users = new ArrayList<>();
        try (UserReader reader = new UsersFile(file, "list").open()) {
            while (reader.next()) {
                users.add(json(reader));
            }
        }
        return users;
    }

    private static String json(UserReader reader) {
        byte[] json = new byte[reader.user().writtenSize()];
        return new String(json, 0, reader.user().writeTo(json, 0), UTF_8);
    }

    @Test
    void usersOfAnArrayComeBackInOne() throws IOException {
        assertThat(listed("users.json", JSON)).hasFileName("list.json");
    }

    @Test
    void usersOnLinesComeBackOnLines() throws IOException {
        Path list = listed("users.ndjson", "{\"a\": 1}\n\n{\"b\":  \"c\"}\r\n");

        assertThat(list).hasFileName("list.ndjson").hasContent("{\"a\":1}\n{\"b\":\"c\"}\n");
    }

    @Test
    void usersInYamlComeBackInYaml() throws IOException {
        Path list = listed("users.yaml", JSON);
        assertThat(list).hasFileName("list.yaml");

        Files.delete(list);
        listed("others.yaml", """
                - email: jane@example.com
                  phone_number: 0123
                  user_metadata: &m { age: 42, tags: [a, 'true'] }
                - email: ben@example.com
                  user_metadata: *m
                """);
        assertThat(list).hasContent("""
                - "email": "jane@example.com"
                  "phone_number": "0123"
                  "user_metadata": {"age":42,"tags":["a","true"]}
                - "email": "ben@example.com"
                  "user_metadata": {"age":42,"tags":["a","true"]}
                """);
    }

    @Test
    void recordsOfCsvComeBackAsTheyAreBelowTheirHeader() throws IOException {
        String users = """
                email,"name",user_metadata.tags
                jane@example.com,"Doe, ""J""
                of line two","[""a"", 1]"
                ben@example.com,,
                """;

        assertThat(listed("users.csv", users)).hasFileName("list.csv").hasContent(users);
    }

    @Test
    void cellsAreSeparatedAsTheyWere() throws IOException {
        String users = "email;name\njane@example.com;Doe, Jane\n";

        assertThat(listed("users.csv", users)).hasContent(users);
    }

    @Test
    void aUserIsNotToldByWhatHoldsIt() {
        assertThat(new ListedUser(3, "{\"password_hash\":\"x\"}", Optional.of("x")))
                .hasToString("ListedUser[3]");
    }
}
