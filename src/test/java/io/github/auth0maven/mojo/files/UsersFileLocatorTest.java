package io.github.auth0maven.mojo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.auth0maven.mojo.files.UsersFileLocator.Processed;
import io.github.auth0maven.users.UsersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a users file may be, and what is preferred where it is in several places. */
class UsersFileLocatorTest {

    private static final Processed NOTHING = new Processed(false, false);
    private static final Processed MAIN = new Processed(true, false);
    private static final Processed ALL = new Processed(true, true);

    private static final String FROM_BASE = "users.json";
    private static final String TEST_OUTPUT = "target/test-classes/users.json";
    private static final String OUTPUT = "target/classes/users.json";
    private static final String TEST_SOURCE = "src/test/resources/users.json";
    private static final String SECOND_TEST_SOURCE = "src/it/fixtures/users.json";
    private static final String SOURCE = "src/main/resources/users.json";

    private Path base;
    private final MavenProject project = new MavenProject();

    @BeforeEach
    void makeAProject(@TempDir Path directory) throws IOException {
        base = directory.resolve("project");
        Files.createDirectories(base);
        project.setFile(base.resolve("pom.xml").toFile());
        project.getBuild().setOutputDirectory(base.resolve("target/classes").toString());
        project.getBuild()
                .setTestOutputDirectory(base.resolve("target/test-classes").toString());
        project.getBuild().addResource(resource("src/main/resources"));
        project.getBuild().addTestResource(resource("src/test/resources"));
        project.getBuild().addTestResource(resource("src/it/fixtures"));
    }

    /** Each place is found once those before it are empty. */
    @Test
    void beforeAnythingIsProcessedSourcesGoBeforeWhatAnEarlierBuildLeft() throws Exception {
        assertFoundInThisOrder(NOTHING, FROM_BASE, TEST_SOURCE, SECOND_TEST_SOURCE, SOURCE, TEST_OUTPUT, OUTPUT);
    }

    @Test
    void onceResourcesAreProcessedTheOutputGoesBeforeTheSources() throws Exception {
        assertFoundInThisOrder(MAIN, FROM_BASE, OUTPUT, TEST_SOURCE, SECOND_TEST_SOURCE, SOURCE, TEST_OUTPUT);
    }

    @Test
    void onceTestResourcesAreProcessedTheirOutputGoesFirst() throws Exception {
        assertFoundInThisOrder(ALL, FROM_BASE, TEST_OUTPUT, OUTPUT, TEST_SOURCE, SECOND_TEST_SOURCE, SOURCE);
    }

    @Test
    void aPathIsTakenFromTheBaseDirectory() throws Exception {
        write("fixtures/staging/users.json");

        UsersFile file = find("fixtures/../fixtures/staging/users.json", NOTHING);

        assertThat(Files.isSameFile(file.path(), base.resolve("fixtures/staging/users.json")))
                .isTrue();
        assertThat(file.name()).isEqualTo("fixtures/staging/users.json");
    }

    @Test
    void anAbsolutePathIsTakenAsItIs() throws Exception {
        Path elsewhere = Files.writeString(base.resolveSibling("elsewhere.json"), "[]");

        UsersFile file = find(elsewhere.toString(), ALL);

        assertThat(file).isEqualTo(new UsersFile(elsewhere, elsewhere.toString()));
    }

    @Test
    void anAbsolutePathIntoTheProjectIsShownFromTheBaseDirectory() throws Exception {
        Path inside = write(SOURCE);

        assertThat(find(inside.toString(), ALL).name()).isEqualTo(SOURCE);
    }

    @Test
    void aFileBesideTheProjectIsShownWhole() throws Exception {
        Path elsewhere = Files.writeString(base.resolveSibling("elsewhere.json"), "[]");

        assertThat(find("../elsewhere.json", ALL).name()).isEqualTo(elsewhere.toString());
    }

    @Test
    void whiteSpaceAroundAPathIsNoPartOfIt() throws Exception {
        write(TEST_SOURCE);

        assertThat(find("\n  users.json ", NOTHING).name()).isEqualTo(TEST_SOURCE);
    }

    @Test
    void aFileThatIsNowhereIsToldWithEveryPlaceInTheirOrder() {
        assertThatThrownBy(() -> find("users.json", NOTHING))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "There is no users file \"users.json\"; set auth0.usersFile, or put it into one of these places:"
                                + "\n  users.json"
                                + "\n  src/test/resources/users.json"
                                + "\n  src/it/fixtures/users.json"
                                + "\n  src/main/resources/users.json"
                                + "\n  target/test-classes/users.json"
                                + "\n  target/classes/users.json");
    }

    @Test
    void anAbsolutePathHasOnePlace() {
        Path nowhere = base.resolve("nowhere.json");

        assertThatThrownBy(() -> find(nowhere.toString(), NOTHING))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageEndingWith("one of these places:\n  nowhere.json");
    }

    @Test
    void withoutAProjectThereIsTheWorkingDirectoryAlone() throws Exception {
        project.setFile(null);
        write(TEST_SOURCE);

        assertThatThrownBy(() -> find("users.json", ALL))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageEndingWith("one of these places:\n  users.json");
        assertThat(find(TEST_SOURCE, ALL).name()).isEqualTo(TEST_SOURCE);
    }

    @Test
    void aDirectoryIsNoUsersFile() throws Exception {
        write("src/users.json");

        assertThatThrownBy(() -> find("src", NOTHING))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The users file src is not a file");
        assertThatThrownBy(() -> find(".", NOTHING))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The users file " + base + " is not a file");
    }

    @Test
    void aFileThatMayNotBeReadIsToldAsThat() throws Exception {
        Path file = write(FROM_BASE);
        assertThat(file.toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(file), "root may read everything");

        assertThatThrownBy(() -> find("users.json", NOTHING))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The users file users.json may not be read; check its permissions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void anEmptyPathIsToldAsThat(String path) {
        assertThatThrownBy(() -> find(path, NOTHING))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("usersFile (-Dauth0.usersFile) is empty; name the users file");
    }

    @Test
    void whatIsNoPathIsToldAsThat() {
        assertThatThrownBy(() -> find("users\0.json", NOTHING))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("usersFile (-Dauth0.usersFile): \"users\0.json\" is not a path");
    }

    @ParameterizedTest
    @CsvSource({
        "src/test/resources/users.json, true",
        "src/main/resources/users.json, true",
        "src/it/fixtures/users.json, false",
        "target/test-classes/users.json, false",
        "users.json, false",
    })
    void aSourceThatMavenWouldHaveFilteredIsUnfiltered(String path, boolean unfiltered) throws Exception {
        project.getBuild().getResources().get(0).setFiltering(true);
        project.getBuild().getTestResources().get(0).setFiltering(true);
        write(path);

        UsersFile file = find(path, ALL);

        assertThat(locator(ALL).isUnfiltered(file)).isEqualTo(unfiltered);
    }

    @Test
    void aDirectoryStandsForAllUsersFilesInAndBelowIt() throws Exception {
        for (String name : List.of(
                "b.json",
                "a.NDJSON.gz",
                "Z.jsonl",
                "sub/c.yml",
                "sub/d.yaml",
                "e.csv",
                ".f.json",
                ".git/g.json",
                "h.txt")) {
            write("fixtures/" + name);
        }

        assertThat(findAll("fixtures/"))
                .containsExactly(
                        "fixtures/Z.jsonl",
                        "fixtures/a.NDJSON.gz",
                        "fixtures/b.json",
                        "fixtures/e.csv",
                        "fixtures/sub/c.yml",
                        "fixtures/sub/d.yaml");
    }

    @Test
    void aDirectoryIsFoundWhereAFileWouldBe() throws Exception {
        write("src/test/resources/fixtures/a.json");
        assertThat(findAll("fixtures")).containsExactly("src/test/resources/fixtures/a.json");
        assertThat(findAll("fixtures/a.json")).containsExactly("src/test/resources/fixtures/a.json");
    }

    @Test
    void aDirectoryWithoutUsersFilesIsToldAsThat() throws Exception {
        write("fixtures/a.txt");
        assertThatThrownBy(() -> findAll("fixtures"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The directory fixtures holds no users file: none ends in .json, .ndjson, .jsonl, .yaml,"
                        + " .yml or .csv, with or without .gz");
    }

    @Test
    void aPatternStandsForAllThatItFits() throws Exception {
        for (String name : List.of("a1.json", "a22.json", "b.json", "x/a3.json", "x/y/a4.json", "x/a5.txt")) {
            write("fixtures/" + name);
            write("src/test/resources/" + name);
        }

        assertThat(findAll("fixtures/a*.json")).containsExactly("fixtures/a1.json", "fixtures/a22.json");
        assertThat(findAll("fixtures\\a?.json")).containsExactly("fixtures/a1.json");
        assertThat(findAll("fixtures/**/a*.*"))
                .containsExactly(
                        "fixtures/a1.json",
                        "fixtures/a22.json",
                        "fixtures/x/a3.json",
                        "fixtures/x/a5.txt",
                        "fixtures/x/y/a4.json");
        assertThat(findAll("fixtures/x/**")).hasSize(3);
        assertThat(findAll("fixtures/*/")).hasSize(3);
        assertThat(findAll("a*.json")).containsExactly("src/test/resources/a1.json", "src/test/resources/a22.json");
        assertThatThrownBy(() -> findAll("fixtures/c*.json"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("There is no users file that \"fixtures/c*.json\" fits; it is looked for here:"
                        + "\n  fixtures\n  src/test/resources/fixtures\n");
    }

    @Test
    void aSetIsAPathOrADirectoryWithPatterns() throws Exception {
        for (String name : List.of("a.json", "b.json", "old/c.json", "d.csv", "e.txt")) {
            write("fixtures/" + name);
        }
        UsersFileSet set = new UsersFileSet();
        set.directory = "fixtures";
        assertThat(names(locator(NOTHING).findAll(set))).hasSize(4);
        set.includes = List.of("**/*.json", "e.*");
        set.excludes = List.of("old/", "b.json");
        assertThat(names(locator(NOTHING).findAll(set))).containsExactly("fixtures/a.json", "fixtures/e.txt");
        assertThat(set).hasToString("fixtures [**/*.json, e.*] without [old/, b.json]");

        set.excludes = List.of("**");
        assertThatThrownBy(() -> locator(NOTHING).findAll(set))
                .hasMessage("The directory fixtures holds no users file that is asked for by fixtures [**/*.json, e.*]"
                        + " without [**]");
        set.directory = "nowhere";
        assertThatThrownBy(() -> locator(NOTHING).findAll(set))
                .hasMessageStartingWith(
                        "usersFiles: there is no directory \"nowhere\"; it is looked for here:\n  nowhere\n");
        set.directory = " ";
        assertThatThrownBy(() -> locator(NOTHING).findAll(set))
                .hasMessage("usersFiles: each element holds a path, or a <directory> with <includes> and <excludes>");
        set.set("fixtures/*.csv");
        assertThat(names(locator(NOTHING).findAll(set))).containsExactly("fixtures/d.csv");
    }

    @Test
    void anEmptyPathLeadsNowhere() {
        assertThatThrownBy(() -> findAll(" "))
                .hasMessage("usersFile (-Dauth0.usersFile) is empty; name the users file");
    }

    @Test
    void whatABuildHasMadeIsLeftOutOfADirectoryAroundIt() throws Exception {
        write("users.json");
        write("target/auth0/failed.json");
        write("target/generated.json");

        assertThat(findAll(".")).containsExactly("users.json");
        assertThat(findAll("**/*.json")).containsExactly("users.json");
        assertThat(findAll("target")).containsExactly("target/auth0/failed.json", "target/generated.json");
        assertThat(findAll("target/generated.json")).containsExactly("target/generated.json");
    }

    @Test
    void reportsOfThisPluginAreLeftOutOfADirectoryWhereverTheyAre() throws Exception {
        write("users.json");
        write("failed-users-of-may/users.json");
        for (String report : List.of("import-report.json", "failures.jsonl", "failed-users.json", "failed-users.csv")) {
            write("reports/" + report);
        }

        assertThat(findAll(".")).containsExactly("failed-users-of-may/users.json", "users.json");
        assertThat(findAll("reports/failed-users.json")).containsExactly("reports/failed-users.json");
        assertThatThrownBy(() -> findAll("reports"))
                .isInstanceOf(NoUsersFileException.class)
                .hasMessageContaining("The directory reports holds no users file");
    }

    @Test
    void aCopyThatIsTheSameAsItsSourceIsCalledByTheSource() throws Exception {
        project.addTestResource(resource("fixtures"));
        write("fixtures/users.json");
        write("fixtures/more/users.json");
        write("target/test-classes/users.json");
        Files.writeString(write("target/test-classes/more/users.json"), "[{}]");

        assertThat(names(locator(ALL).findAll("users.json"))).containsExactly("fixtures/users.json");
        assertThat(names(locator(ALL).findAll("more/users.json")))
                .containsExactly("target/test-classes/more/users.json");
        assertThat(names(locator(ALL).findAll("target/test-classes")))
                .containsExactly("target/test-classes/more/users.json", "fixtures/users.json");
    }

    @Test
    void aCopyBelowTheTargetPathOfAResourceIsCalledByTheSource() throws Exception {
        Resource resource = resource("fixtures");
        resource.setTargetPath("auth0");
        project.addResource(resource);
        write("fixtures/users.json");
        write("target/classes/auth0/users.json");

        assertThat(names(locator(ALL).findAll("auth0/users.json"))).containsExactly("fixtures/users.json");
    }

    private List<String> findAll(String usersFile) throws MojoExecutionException {
        return names(locator(NOTHING).findAll(usersFile));
    }

    private static List<String> names(List<UsersFile> files) {
        return files.stream().map(UsersFile::name).toList();
    }

    private void assertFoundInThisOrder(Processed processed, String... places) throws Exception {
        for (String place : places) {
            write(place);
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            UsersFile file = find("users.json", processed);
            found.add(file.name());
            Files.delete(file.path());
        }
        assertThat(found).isEqualTo(Arrays.asList(places));
        assertThatThrownBy(() -> find("users.json", processed)).hasMessageEndingWith(String.join("\n  ", places));
    }

    private UsersFile find(String usersFile, Processed processed) throws MojoExecutionException {
        return locator(processed).find(usersFile);
    }

    private UsersFileLocator locator(Processed processed) {
        return new UsersFileLocator(base, project, processed, List.of(base.resolve("target")));
    }

    private Path write(String place) throws IOException {
        Path file = base.resolve(place);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "[]");
    }

    private Resource resource(String directory) {
        Resource resource = new Resource();
        resource.setDirectory(base.resolve(directory).toString());
        return resource;
    }
}
