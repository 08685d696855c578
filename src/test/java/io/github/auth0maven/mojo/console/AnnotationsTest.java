package io.github.auth0maven.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.report.Failure;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What GitHub is told, and that it is told nothing else. */
class AnnotationsTest {

    private final List<String> commands = new ArrayList<>();
    private final Annotations annotations =
            new Annotations(file -> Optional.of(file).filter(f -> !f.startsWith("/")), commands::add);

    @Test
    void aViolationIsAnErrorAtItsPlace() {
        annotations.add(violation("email", "no address", Severity.ERROR), true);

        assertThat(commands)
                .containsExactly(
                        "::error file=users.json,line=7,col=3,title=INVALID_FORMAT::email: no address [INVALID_FORMAT]");
    }

    @Test
    void aWarningIsAWarning() {
        annotations.add(violation(null, "large", Severity.WARNING), true);

        assertThat(commands)
                .containsExactly("::warning file=users.json,line=7,col=3,title=INVALID_FORMAT::large [INVALID_FORMAT]");
    }

    @Test
    void aFailedUserIsAnErrorIfItsPlaceIsKnown() {
        annotations.add(new Failure(Optional.of(place("users.json")), Optional.empty(), "DUPLICATED_USER", "exists"));
        annotations.add(new Failure(Optional.empty(), Optional.of("email"), "DUPLICATED_USER", "exists"));

        assertThat(commands)
                .containsExactly(
                        "::error file=users.json,line=7,col=3,title=DUPLICATED_USER::exists [DUPLICATED_USER]");
    }

    @Test
    void aFileThatIsNoUsersFileIsAnError() {
        annotations.add(new UsersFileException(place("users.json"), "expected a user"));

        assertThat(commands).containsExactly("::error file=users.json,line=7,col=3,title=users file::expected a user");
    }

    @Test
    void ofAFileOutsideOfTheRepositoryThePlaceIsPartOfTheText() {
        annotations.add(
                new Violation(place("/elsewhere/users.json"), "email", "X", "no address", Severity.ERROR), true);

        assertThat(commands).containsExactly("::error title=X::/elsewhere/users.json:[7,3] email: no address [X]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n::add-mask::x",
                "\r\n::stop-commands::x",
                "\r::error::x",
                "\u2028::error::x",
                "\u2029::error::x",
                "\u0085::error::x",
                "\u000b::error::x",
                "\f::error::x",
                "##[add-mask]x",
                "%0A::error::x",
                "\u001b[2K\u001b]0;title\u0007",
                "\u009b31m",
                "\u202etxet",
                "\u2066x\u2069",
                "\u0000",
                "\ud800",
                ",line=1::x"
            })
    void nothingInAFileNameOrAUserBeginsACommandOrTouchesATerminal(String hostile) {
        annotations.add(
                new Violation(place("a" + hostile), "b" + hostile, "c" + hostile, "d" + hostile, Severity.ERROR), true);

        String command = commands.get(0);
        assertThat(commands).hasSize(1);
        assertThat(command).doesNotContain("##[");
        assertThat(command.codePoints())
                .allMatch(c -> c == ' '
                        || !List.of(
                                        (int) Character.CONTROL,
                                        (int) Character.FORMAT,
                                        (int) Character.SURROGATE,
                                        (int) Character.LINE_SEPARATOR,
                                        (int) Character.PARAGRAPH_SEPARATOR)
                                .contains(Character.getType(c)));
        // What GitHub makes of it: properties up to the first "::", each up to the next comma.
        String properties = command.substring("::error ".length(), command.indexOf("::", 2));
        assertThat(properties.split(",")).hasSize(4);
        assertThat(properties).contains(",line=7,col=3,title=c");
        assertThat(command.substring(command.indexOf("::", 2)))
                .startsWith("::b")
                .doesNotContain("%0A");
    }

    @Test
    void tenOfAKindAreShown() {
        IntStream.range(0, 10).forEach(i -> annotations.add(violation(null, "" + i, Severity.ERROR), true));
        assertThat(commands).hasSize(9);
        annotations.close();

        assertThat(commands).hasSize(10).last().asString().endsWith("::9 [INVALID_FORMAT]");
    }

    @Test
    void ofMoreThanTenTheTenthSaysHowManyThereAre() {
        IntStream.range(0, 9).forEach(i -> annotations.add(violation(null, "" + i, Severity.ERROR), true));
        IntStream.range(0, 1991).forEach(i -> annotations.add(violation(null, "" + i, Severity.ERROR), false));
        annotations.add(violation(null, "", Severity.WARNING), true);
        annotations.close();
        annotations.close();

        assertThat(commands)
                .hasSize(11)
                .last()
                .isEqualTo("::error title=users file::… and 1,991 more problems, of which the log tells");
    }

    @ParameterizedTest
    @CsvSource({"AUTO,true,true", "AUTO,false,false", "AUTO,,false", "GITHUB,,true", "NONE,true,false"})
    void theyAreMadeOnGitHubActionsOrIfTheyAreAskedFor(Annotations.Choice choice, String environment, boolean wanted) {
        assertThat(choice.isWanted(environment)).isEqualTo(wanted);
    }

    @Test
    void aFileIsNamedByItsPathFromTheRootOfTheRepository(@TempDir Path directory) throws Exception {
        Path root = Files.createDirectories(directory.resolve("root/module/src"));
        Path users = Files.writeString(root.resolve("users.json"), "[]");
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("root"));
        UsersFiles files = new UsersFiles(
                List.of(
                        new UsersFile(users, "src/users.json"),
                        new UsersFile(directory.resolve("none.json"), "../none.json")),
                ReadingOptions.DEFAULT);

        Repository repository = Repository.of(Optional.of(link.toString()), directory, files);
        assertThat(repository.pathOf("src/users.json")).hasValue("module/src/users.json");
        assertThat(repository.pathOf("../none.json")).isEmpty();
        assertThat(repository.pathOf("other.json")).isEmpty();

        assertThat(Repository.of(Optional.empty(), directory, files).pathOf("src/users.json"))
                .hasValue("root/module/src/users.json");
    }

    private static Violation violation(String attribute, String message, Severity severity) {
        return new Violation(place("users.json"), attribute, "INVALID_FORMAT", message, severity);
    }

    private static Position place(String file) {
        return new Position(file, 6, 7, 3);
    }
}
