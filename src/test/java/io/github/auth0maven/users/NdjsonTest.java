package io.github.auth0maven.users;

import static io.github.auth0maven.users.Gathered.failure;
import static io.github.auth0maven.users.Gathered.file;
import static io.github.auth0maven.users.Gathered.users;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdjsonTest {

    private static final String BRACKETS =
            "a list without square brackets (NDJSON) has each user on one line, and this one goes on over several;"
                    + " put square brackets around the users, and commas between them: [{…},{…}]";

    @TempDir
    Path directory;

    @Test
    void eachLineIsAUser() throws IOException {
        assertThat(Gathered.from(file(directory, "a.json", "{\"a\": 1}\n\n  \t\r\n {\"b\":\"ü\"} \r\n{\"c\":3}")))
                .containsExactly("a.json:[1,1] {\"a\":1}", "a.json:[4,2] {\"b\":\"ü\"}", "a.json:[5,1] {\"c\":3}");
    }

    @Test
    void aByteOrderMarkPasses() throws IOException {
        assertThat(Gathered.from(file(directory, "a", "\uFEFF{\"a\":1}\n"))).containsExactly("a:[1,1] {\"a\":1}");
    }

    @Test
    void aFileNamedForItMayBeEmpty() throws IOException {
        for (String name : List.of("a.ndjson", "a.jsonl", "a.NDJSON.gz")) {
            assertThat(Gathered.from(file(directory, name, " \n"))).isEmpty();
        }
        failure(file(directory, "a.json", " \n"))
                .hasMessage("a.json:[2,1] the file is empty; it must hold a JSON array of users, such as"
                        + " [{\"email\":\"jane@example.com\"}]");
    }

    @Test
    void aSingleObjectOverSeveralLinesIsNoList() throws IOException {
        failure(file(directory, "a.json", "\n {\n  \"a\": 1\n}\n"))
                .hasMessage("a.json:[2,2] not a list of users: expected a JSON array, found an object."
                        + " Put square brackets around the users: [{…},{…}]");
    }

    @Test
    void ofSeveralUsersEachStandsOnOneLine() throws IOException {
        failure(file(directory, "a.json", "{\n\"a\": 1}\n{\"b\":1}\n")).hasMessage("a.json:[1,1] " + BRACKETS);
        failure(file(directory, "a.json", "{\"a\": 1}\n{\"b\":\n1}\n")).hasMessage("a.json:[2,1] " + BRACKETS);
    }

    @Test
    void aLineHoldsOneUser() throws IOException {
        failure(file(directory, "a.json", "{\"a\":1} {\"b\":1}\n"))
                .hasMessage("a.json:[1,9] expected the end of the line after a user, found \"{\"");
        failure(file(directory, "a.json", "{\"a\":1},\n{\"b\":1}\n"))
                .hasMessage("a.json:[1,8] expected the end of the line after a user, found \",\"; with commas between"
                        + " them, users need square brackets around: [{…},{…}]");
    }

    @Test
    void nothingButUsersIsAccepted() throws IOException {
        String expected = "not a list of users: expected a user, which is an object, on each line (NDJSON), found ";
        failure(file(directory, "a.json", "{\"a\":1}\n[1]\n")).hasMessage("a.json:[2,1] " + expected + "an array");
        failure(file(directory, "a.json", "{\"a\":1}\n\"b\"\n")).hasMessage("a.json:[2,1] " + expected + "a string");
        failure(file(directory, "a.json", "{\"a\":1}\nnull\n")).hasMessage("a.json:[2,1] " + expected + "\"null\"");
        failure(file(directory, "a.json", "{\"a\":1}\n{\"b\":1"))
                .hasMessage("a.json:[2,7] the file ends in the middle of a user: expected a comma or \"}\"; it seems to"
                        + " be cut off");
    }

    @Test
    void theFormatThatIsAskedForIsTheOneThatIsRead() throws IOException {
        UsersFile lines = file(directory, "a.json", "{\"a\":1}\n");
        UsersFile array = file(directory, "b.ndjson", "[{\"a\":1}]");
        failure(as(UsersFormat.JSON, lines))
                .hasMessage("a.json:[1,1] not a list of users: expected a JSON array, found an object."
                        + " Put square brackets around the users: [{…},{…}]");
        failure(as(UsersFormat.NDJSON, array))
                .hasMessage("b.ndjson:[1,1] not a list of users: expected a user, which is an object, on each line"
                        + " (NDJSON), found an array");
        assertThat(users(array)).isEqualTo(users(lines));
    }

    @Test
    void usersOnTheEdgesOfBlocksAreReadWhole() throws IOException {
        StringBuilder content = new StringBuilder();
        List<String> expected = new java.util.ArrayList<>();
        for (int i = 0; content.length() < 5 * Blocks.SIZE; i++) {
            String user = "{\"n\":" + i + ",\"text\":\"" + "é".repeat(i % 977) + "\"}";
            content.append(user).append(i % 3 == 0 ? "\r\n" : "\n");
            expected.add("a:[" + (i + 1) + ",1] " + user);
        }
        assertThat(Gathered.from(file(directory, "a", content.toString()))).isEqualTo(expected);
    }

    private static UserSource as(UsersFormat format, UsersFile file) {
        return new UsersFiles(
                List.of(file), new ReadingOptions(format, ExportMode.AUTO, Optional.empty(), GzipLimits.DEFAULT));
    }
}
