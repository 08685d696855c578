package io.github.auth0maven.users;

import static io.github.auth0maven.users.Gathered.failure;
import static io.github.auth0maven.users.Gathered.file;
import static io.github.auth0maven.users.Gathered.tokens;
import static io.github.auth0maven.users.Gathered.users;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilteringTest {

    private static final String REMEDY =
            " has no value: define the property with -D or in the POM, or, for ${env.NAME},"
                    + " the environment variable; if the text is meant, write $${";

    @TempDir
    Path directory;

    @Test
    void placeholdersInTextsAreReplacedAndNothingElseChanges() throws IOException {
        UsersFile file = file(
                directory,
                "a.json",
                "[{\"email\": \"${name}+${ n }@example.com\", \"${name}\":[1.0, \"a\\n\\u0041${env.X}\"]},{\"b\":\"c\"}]");
        assertThat(users(filtered(file)))
                .containsExactly(
                        "{\"email\":\"j\\\"é+-@example.com\",\"${name}\":[1.0,\"a\\nA${name}\"]}", "{\"b\":\"c\"}");
        assertThat(users(file)).first().asString().contains("${ n }");
    }

    @Test
    void placesStayThose() throws IOException {
        assertThat(tokens(filtered(file(directory, "a.json", "[ {\"email\": \"é${name}\",\n \"x\": 1}]"))))
                .containsExactly("1,3 OBJECT", "1,4 NAME email", "1,13 STRING éj\"é", "2,2 NAME x", "2,7 NUMBER 1");
        assertThat(tokens(filtered(file(directory, "a.csv", "email,name\n\"a,\"\"\",${name}\n"))))
                .containsExactly("2,1 OBJECT", "1,1 NAME email", "2,1 STRING a,\"", "1,7 NAME name", "2,8 STRING j\"é");
    }

    @Test
    void aDollarSignThatIsMeantIsDoubled() throws IOException {
        assertThat(users(filtered(file(directory, "a.json", "{\"a\":\"$${name} $$ $ {x} } ${name}$${\"}"))))
                .containsExactly("{\"a\":\"${name} $$ $ {x} } j\\\"é${\"}");
    }

    @Test
    void anUndefinedOneIsAnErrorWithItsPlace() throws IOException {
        failure(filtered(file(directory, "a.json", "[{\"a\":\"é ${name} ${nme}\"}]")))
                .hasMessage("a.json:[1,18] the placeholder ${nme}" + REMEDY);
        failure(filtered(file(directory, "a.json", "[{\"a\":\"${\\u006eme}\"}]")))
                .hasMessage("a.json:[1,7] the placeholder ${nme}" + REMEDY);
        failure(filtered(file(directory, "a.json", "[{\"a\":\"${}\"}]")))
                .hasMessage("a.json:[1,8] the placeholder ${}" + REMEDY);
        failure(filtered(file(directory, "a.yaml", "- name: x\n  email: 'a ${b}'\n")))
                .hasMessage("a.yaml:[2,10] the placeholder ${b}" + REMEDY);
        failure(filtered(file(directory, "a.json", "[{\"a\":\"x ${name\"}]")))
                .hasMessage(
                        "a.json:[1,10] the placeholder that begins here has no closing brace; a \"${\" that is meant"
                                + " is written $${");
    }

    @Test
    void exportsAreFilteredToo() throws IOException {
        UsersFile file = file(
                directory,
                "a.json",
                "{\"email\":\"${name}\",\"user_id\":\"auth0|${name}\",\"last_ip\":\"${gone}\",\"identities\":[]}\n");
        UserSource filtered = filtered(file);
        assertThat(users(filtered)).containsExactly("{\"email\":\"j\\\"é\",\"user_id\":\"j\\\"é\"}");
        assertThat(tokens(filtered)).contains("1,30 STRING j\"é");
        try (UserReader reader = filtered.open()) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.next()).isFalse();
            assertThat(reader.exportChanges().count(ExportChanges.Change.PREFIX))
                    .isOne();
            assertThat(reader.fingerprint().length()).isPositive();
        }
    }

    private static UserSource filtered(UsersFile file) {
        Map<String, String> values = Map.of("name", "j\"é", " n ", "-", "env.X", "${name}");
        return new UsersFiles(
                List.of(file),
                new ReadingOptions(
                        UsersFormat.AUTO,
                        ExportMode.AUTO,
                        Optional.of(name -> Optional.ofNullable(values.get(name))),
                        GzipLimits.DEFAULT));
    }
}
