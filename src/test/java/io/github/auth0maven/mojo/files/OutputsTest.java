package io.github.auth0maven.mojo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.users.UsersFile;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputsTest {

    @TempDir
    private Path temp;

    private ReportFiles report;
    private Path directory;

    @BeforeEach
    void makeADirectory() throws IOException {
        directory = Files.createDirectories(temp.resolve("target/auth0"));
        report = ReportFiles.in(directory, ReportFiles.Kind.IMPORT);
    }

    private Path written(String name) throws IOException {
        return Files.writeString(directory.resolve(name), "[]");
    }

    private ReportFiles sparing(Path... users) throws MojoExecutionException {
        return new Outputs(report)
                .sparing(List.of(users).stream()
                        .map(file -> new UsersFile(file, "the file"))
                        .toList());
    }

    private void assertRefused(Path input, Path output) {
        assertThatThrownBy(() -> sparing(input))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "The users file the file would be lost: this run writes " + output + " for its report")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import-report.json",
                "import-report.json.1",
                "failures.jsonl",
                "failed-users.errors.jsonl",
                "failed-users.json.1",
                "failed-users.csv.2",
                "failed-users.next.yaml",
                "failed-users.next.errors.jsonl",
                "failed-users.errors.jsonl.2",
                "retried-users.ndjson"
            })
    void whatTheReportReplacesOrRemovesIsNoUsersFile(String name) throws IOException {
        Path file = written(name);

        assertRefused(file, file);
    }

    @Test
    void aFileIsKnownByEachOfItsNames() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path file = written("failures.jsonl");

        assertRefused(directory.resolve("../auth0/./failures.jsonl"), file);
        assertRefused(Path.of("").toAbsolutePath().relativize(file), file);
        assertRefused(Files.createSymbolicLink(temp.resolve("symbolic"), file), file);
        assertRefused(Files.createLink(temp.resolve("hard"), file), file);
        Path linked = Files.createSymbolicLink(temp.resolve("linked"), directory);
        assertRefused(linked.resolve("failures.jsonl"), file);
    }

    @Test
    void aReportThatIsALinkToTheUsersFileIsOneToo() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path users = Files.writeString(temp.resolve("users.json"), "[]");

        assertRefused(users, Files.createLink(directory.resolve("failures.jsonl"), users));
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed-users.json", "failed-users.csv", "failed-users.ndjson", "failed-users.yaml"})
    void theListOfAnEarlierRunIsImportedAgain(String name) throws Exception {
        Path list = written(name);

        assertThat(sparing(list).retried()).contains(list);
        assertThat(sparing(Files.createLink(temp.resolve("mended"), list)).retried())
                .contains(list);
    }

    @Test
    void theListIsNotImportedAgainTogetherWithOthers() throws IOException {
        Path list = written("failed-users.json");
        Path users = Files.writeString(temp.resolve("users.json"), "[]");

        assertThatThrownBy(() -> sparing(users, list)).hasMessageContaining("this run writes " + list);
    }

    @Test
    void otherFilesAreSparedAndRehearsalsSpareTheList() throws Exception {
        assertThat(sparing(written("users.json")).retried()).isEmpty();
        Path list = written("failed-users.json");
        report = ReportFiles.in(directory.resolve("dry-run"), ReportFiles.Kind.IMPORT);
        assertThat(sparing(list).retried()).isEmpty();
        report = ReportFiles.in(directory, ReportFiles.Kind.VALIDATION);
        assertThat(sparing(list).retried()).isEmpty();
    }

    @Test
    void theJournalIsNoInputAndNoReport() throws Exception {
        Path users = Files.writeString(temp.resolve("users.json"), "[]");

        assertThatThrownBy(() -> Outputs.with(report, users).sparing(List.of(new UsersFile(users, "users"))))
                .hasMessageStartingWith("The users file users would be lost: this run writes " + users)
                .hasMessageContaining("-Dauth0.journal");
        // neither of them is there yet
        assertThatThrownBy(() -> Outputs.with(report, directory.resolve("../auth0/Import-Report.json")))
                .hasMessageStartingWith("The journal ")
                .hasMessageContaining("this run writes " + report.report());
        assertThatThrownBy(() -> Outputs.with(report, users).spare("schema", "a schema", users))
                .hasMessageStartingWith("The schema a schema would be lost");
    }
}
