package io.github.auth0maven.mojo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.auth0maven.users.UsersFile;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is no file, leads nowhere or may not be read is told as that, and waited for by nobody. */
@Timeout(60)
class OddPlacesTest {

    @TempDir
    Path base;

    private Path fixtures;

    @BeforeEach
    void makeADirectory() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        fixtures = Files.createDirectories(base.resolve("fixtures/sub"));
        Files.writeString(base.resolve("fixtures/a.json"), "[]");
    }

    @Test
    void aLinkToItselfIsNoUsersFile() throws Exception {
        Files.createSymbolicLink(base.resolve("users.json"), Path.of("users.json"));
        Files.createSymbolicLink(fixtures.resolve("b.json"), Path.of("b.json"));

        assertThatThrownBy(() -> findAll("users.json")).hasMessageStartingWith("There is no users file \"users.json\"");
        assertThat(findAll("fixtures")).containsExactly("fixtures/a.json");
    }

    @Test
    void aDirectoryThatLeadsBackToItselfIsGoneThroughOnce() throws Exception {
        Files.createSymbolicLink(fixtures.resolve("loop"), base.resolve("fixtures"));

        assertThat(findAll("fixtures")).containsExactly("fixtures/a.json");
        assertThat(findAll("**/a.json")).containsExactly("fixtures/a.json");
        assertThat(findAll("fixtures/sub/loop/a.json")).containsExactly("fixtures/sub/loop/a.json");
    }

    @Test
    void aLinkToAFileIsThatFile() throws Exception {
        Files.createSymbolicLink(fixtures.resolve("b.json"), base.resolve("fixtures/a.json"));

        assertThat(findAll("fixtures")).containsExactly("fixtures/a.json", "fixtures/sub/b.json");
    }

    @Test
    void aPipeIsNoUsersFile() throws Exception {
        Path pipe = fixtures.resolve("pipe.json");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo");

        assertThatThrownBy(() -> findAll("fixtures/sub/pipe.json"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The users file fixtures/sub/pipe.json is not a file");
        assertThat(findAll("fixtures")).containsExactly("fixtures/a.json");
    }

    @Test
    void aDeviceIsNoUsersFile() {
        assumeTrue(Files.exists(Path.of("/dev/zero")));

        assertThatThrownBy(() -> findAll("/dev/zero"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The users file /dev/zero is not a file");
    }

    @Test
    void aDirectoryThatMayNotBeReadIsToldAsThat() throws Exception {
        assertThat(fixtures.toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(fixtures), "root may read everything");

        assertThatThrownBy(() -> findAll("fixtures"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The directory fixtures/sub may not be read; check its permissions");
        assertThat(fixtures.toFile().setReadable(true)).isTrue();
    }

    @Test
    void aFileOfADirectoryThatMayNotBeReadIsToldAsThat() throws Exception {
        Path file = Files.writeString(fixtures.resolve("b.json"), "[]");
        assertThat(file.toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(file), "root may read everything");

        assertThatThrownBy(() -> findAll("fixtures"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The users file fixtures/sub/b.json may not be read; check its permissions");
    }

    private List<String> findAll(String usersFile) throws MojoExecutionException {
        return new UsersFileLocator(base, new MavenProject(), new UsersFileLocator.Processed(false, false), List.of())
                .findAll(usersFile).stream().map(UsersFile::name).toList();
    }
}
