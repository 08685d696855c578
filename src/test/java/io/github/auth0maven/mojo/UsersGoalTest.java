package io.github.auth0maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.mojo.files.UsersFileSet;
import io.github.auth0maven.users.CsvOptions;
import io.github.auth0maven.users.CsvSeparator;
import io.github.auth0maven.users.ExportMode;
import io.github.auth0maven.users.ExportOptions;
import io.github.auth0maven.users.GzipLimits;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goals have in common. */
class UsersGoalTest {

    private final RecordedLog log = new RecordedLog();
    private final AnyGoal goal = new AnyGoal();
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private Path base;

    /** A goal that ends as it is told to. */
    private static final class AnyGoal extends UsersGoal {
        private int runs;
        private boolean reads;
        private @Nullable AbstractMojoExecutionException end;

        @Override
        Conclusion run() throws MojoExecutionException {
            runs++;
            if (reads) {
                findUsersFiles();
            }
            return end == null ? Conclusion.SUCCESS : Conclusion.failed(end);
        }
    }

    @BeforeEach
    @SuppressWarnings("deprecation") // there is no other constructor that takes no container's lookup
    void makeAGoal(@TempDir Path directory) {
        base = directory;
        request.setBaseDirectory(base.toFile());
        goal.setLog(log);
        goal.failOnError = "true";
        goal.failOnWarnings = "false";
        goal.annotations = "none";
        goal.skip = "false";
        goal.failIfNoUsersFile = "true";
        goal.usersFile = "users.json";
        goal.format = "auto";
        goal.export = "auto";
        goal.csvSeparator = "auto";
        goal.hashes = "auto";
        goal.hashPasswords = "false";
        goal.filtering = "false";
        goal.maxGzipRatio = "200";
        goal.maxUnpackedSize = "16g";
        goal.project = new MavenProject();
        goal.session = new MavenSession(null, request, new DefaultMavenExecutionResult(), goal.project);
        goal.execution = DeclaredGoals.of("import-users")
                .with("usersFile", "auth0.usersFile")
                .execution("import-users");
    }

    @Test
    void aGoalThatIsSkippedDoesNothing() throws Exception {
        goal.skip = "true";

        goal.execute();

        assertThat(goal.runs).isZero();
        assertThat(log.lines).containsExactly("info Skipped (auth0.skip)");
    }

    @Test
    void aMistypedSkipIsToldInsteadOfRunning() {
        goal.skip = "treu";

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("skip (-Dauth0.skip): \"treu\" is not true or false");
        assertThat(goal.runs).isZero();
    }

    @Test
    void aMistypedFailOnErrorIsToldEvenIfTheGoalIsSkipped() {
        goal.skip = "true";
        goal.failOnError = "no";

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("failOnError (-Dauth0.failOnError): \"no\" is not true or false");
    }

    @Test
    void aMistypedPropertyIsToldEvenIfTheGoalIsSkipped() {
        goal.skip = "true";
        request.getUserProperties().setProperty("auth0.userFile", "x");

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("auth0.userFile (the command line) is no property of this plugin;");
        goal.otherProperties = "auth0.userFile";
        assertThatCode(goal::execute).doesNotThrowAnyException();
    }

    @Test
    void failedUsersFailTheBuild() {
        goal.end = new MojoFailureException("1 of 2 users was not imported");

        assertThatThrownBy(goal::execute).isSameAs(goal.end);
        assertThat(goal.runs).isEqualTo(1);
        assertThat(log.lines).isEmpty();
    }

    @Test
    void aServiceThatDoesNotDoItsPartFailsTheBuild() {
        goal.end = new MojoExecutionException("HTTP 403");

        assertThatThrownBy(goal::execute).isSameAs(goal.end);
        assertThat(log.lines).isEmpty();
    }

    @Test
    void neitherFailsTheBuildIfItIsNotTo() {
        goal.failOnError = "false";

        goal.end = new MojoFailureException("1 of 2 users was not imported");
        assertThatCode(goal::execute).doesNotThrowAnyException();
        goal.end = new MojoExecutionException("HTTP 403");
        assertThatCode(goal::execute).doesNotThrowAnyException();

        assertThat(goal.runs).isEqualTo(2);
        assertThat(log.lines)
                .containsExactly(
                        "warn 1 of 2 users was not imported (the build goes on: auth0.failOnError is false)",
                        "warn HTTP 403 (the build goes on: auth0.failOnError is false)");
    }

    @Test
    void theBaseDirectoryIsTheProjectsOrElseTheOneThatMavenRunsIn() {
        assertThat(goal.invocation().baseDirectory()).isEqualTo(base);

        goal.project.setFile(base.resolve("module/pom.xml").toFile());
        assertThat(goal.invocation().baseDirectory()).isEqualTo(base.resolve("module"));
    }

    @Test
    void rootAttributesThatAreNotGivenAreNone() throws Exception {
        assertThat(goal.givenRootAttributes()).isSameAs(RootAttributes.NONE);

        goal.rootAttributes = Map.of("blocked", "true", "nickname", "n");
        assertThat(goal.givenRootAttributes().names()).containsExactlyInAnyOrder("blocked", "nickname");
    }

    @Test
    void aRootAttributeThatAuth0WouldRefuseForEveryUserIsAWrongConfiguration() {
        goal.rootAttributes = Map.of("given_name", "x".repeat(151));

        assertThatThrownBy(goal::givenRootAttributes)
                .isExactlyInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("rootAttributes: given_name: ")
                .hasMessageContaining("150");
    }

    @Test
    void aRootAttributeThatIsAnEmptyElementIsAWrongConfiguration() {
        goal.rootAttributes = new HashMap<>();
        goal.rootAttributes.put("nickname", null);

        assertThatThrownBy(goal::givenRootAttributes)
                .isExactlyInstanceOf(MojoExecutionException.class)
                .hasMessage("rootAttributes: nickname has no value");
    }

    @Test
    void aRootAttributeMadeOfAUsersOwnIsNotJudgedBeforeThereIsAUser() throws Exception {
        goal.rootAttributes = Map.of("name", "x".repeat(150) + "@{email}", "picture", "@{user_metadata.face}");

        assertThat(goal.givenRootAttributes().names()).containsExactlyInAnyOrder("name", "picture");
    }

    @Test
    void aReferenceToASecretIsAWrongConfiguration() {
        goal.rootAttributes = Map.of("name", "@{custom_password_hash.hash.value}");

        assertThatThrownBy(goal::givenRootAttributes)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "rootAttributes: name cannot refer to @{custom_password_hash.hash.value}, which is a secret; refer to email,");
    }

    @Test
    void rootAttributesThatThereAreNotAreAWrongConfiguration() {
        goal.rootAttributes = Map.of("email", "ada@example.com");

        assertThatThrownBy(goal::givenRootAttributes)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("rootAttributes: email tells one user from another");
    }

    @Test
    void theUsersFileIsNamedInTheLog() throws Exception {
        Files.writeString(base.resolve("users.json"), "[]");

        assertThat(goal.findUsersFiles().files().get(0).path()).isEqualTo(base.resolve("users.json"));
        assertThat(log.lines).containsExactly("info Users file: users.json");
    }

    @Test
    void aResourceThatIsYetToBeFilteredIsWarnedOf() throws Exception {
        makeAProjectWithAFilteredFile();
        request.setGoals(List.of("auth0:import-users", "verify"));

        assertThat(goal.findUsersFiles().name()).isEqualTo("src/test/resources/users.json");
        assertThat(log.at("warn"))
                .containsExactly(
                        "src/test/resources/users.json is taken as it is, without the resource filtering that its"
                                + " directory asks for: run the goal after process-test-resources, for instance as"
                                + " \"mvn process-test-resources auth0:import-users\"");
    }

    @Test
    void whatFilteringHasMadeOfAResourceIsTakenOnceItIsDone() throws Exception {
        makeAProjectWithAFilteredFile();
        request.setGoals(List.of("process-test-resources", "auth0:import-users"));

        assertThat(goal.findUsersFiles().name()).isEqualTo("target/test-classes/users.json");
        assertThat(log.at("warn")).isEmpty();
    }

    @Test
    void whatFilteringHasMadeOfAResourceIsTakenByABoundGoal() throws Exception {
        makeAProjectWithAFilteredFile();
        request.setGoals(List.of("verify"));
        goal.execution.setLifecyclePhase("pre-integration-test");

        assertThat(goal.findUsersFiles().name()).isEqualTo("target/test-classes/users.json");
    }

    @Test
    void aResourceThatFilteringHasLeftAsItIsNeedsNoWarning() throws Exception {
        makeAProjectWithAFilteredFile();
        Files.copy(
                base.resolve("src/test/resources/users.json"),
                base.resolve("target/test-classes/users.json"),
                StandardCopyOption.REPLACE_EXISTING);
        goal.execution.setLifecyclePhase("pre-integration-test");

        assertThat(goal.findUsersFiles().name()).isEqualTo("src/test/resources/users.json");
        assertThat(log.at("warn")).isEmpty();
    }

    @Test
    void aGoalWithoutAUsersFileIsSkippedIfThatIsNoFault() throws Exception {
        goal.usersFiles = List.of(set("users.json"));
        assertThatThrownBy(goal::findUsersFiles)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("There is no users file \"users.json\"");

        goal.failIfNoUsersFile = "false";
        goal.reads = true;
        goal.execute();

        assertThat(log.lines).containsExactly("info Skipped: there is no users file (auth0.failIfNoUsersFile)");
    }

    @Test
    void aPomOfModulesNeedsNoUsersFileWhereTheGoalIsBoundToAPhase() throws Exception {
        goal.reads = true;
        goal.project.getModel().addModule("shop");
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("There is no users file \"users.json\"")
                .hasMessageEndingWith("\nFrom the command line, the goal runs in this POM alone and not in its modules;"
                        + " name one of them, as by -pl shop");

        goal.execution.setLifecyclePhase("pre-integration-test");
        goal.execute();

        assertThat(log.lines).containsExactly("info Skipped: there is no users file in this POM of modules");
    }

    @Test
    void aPatternThatFitsNothingAndADirectoryWithoutUsersAreNoUsersFile() throws Exception {
        Files.createDirectory(base.resolve("empty"));
        goal.failIfNoUsersFile = "false";

        for (String nothing : List.of("empty", "empty/*.json", "nowhere/**/*.csv")) {
            goal.usersFile = nothing;
            assertThatThrownBy(goal::findUsersFiles).isInstanceOf(NothingToDoException.class);
        }
    }

    @Test
    void usersFilesAreReadAsTheyAreByDefaultButForHashesOfOtherSources() throws Exception {
        Files.writeString(base.resolve("users.json"), "[]");

        assertThat(goal.findUsersFiles().options().hashes()).isPresent();
        goal.hashes = "none";
        assertThat(goal.findUsersFiles().options()).isEqualTo(ReadingOptions.DEFAULT);
    }

    @Test
    void howTheyAreReadCanBeSaid() throws Exception {
        Files.writeString(base.resolve("users.json"), "[]");
        request.getUserProperties().setProperty("name", "value");
        goal.format = "csv";
        goal.export = "false";
        goal.filtering = "true";
        goal.maxGzipRatio = "7";
        goal.maxUnpackedSize = "3K";
        goal.csvSeparator = "semicolon";
        goal.columns = new HashMap<>(Map.of("Vorname", "given_name"));
        // as Maven reads an empty element
        goal.columns.put("Notiz", null);

        ReadingOptions options = goal.findUsersFiles().options();

        assertThat(options.format()).isEqualTo(UsersFormat.CSV);
        assertThat(options.export()).isEqualTo(ExportOptions.of(ExportMode.FALSE));
        assertThat(options.gzip()).isEqualTo(new GzipLimits(7, 3072));
        assertThat(options.csv())
                .isEqualTo(new CsvOptions(CsvSeparator.SEMICOLON, Map.of("Vorname", "given_name", "Notiz", "")));
        assertThat(options.placeholders().orElseThrow().value("name")).hasValue("value");
        assertThat(options.placeholders().orElseThrow().value("env.NOBODY_SETS_THIS"))
                .isEmpty();
    }

    @Test
    void connectionsOfAnExportCanBeNamedAndThenItIsOne() throws Exception {
        Files.writeString(base.resolve("users.json"), "[]");
        goal.exportConnections = " Customers , Staff,";
        assertThat(goal.findUsersFiles().options().export())
                .isEqualTo(new ExportOptions(ExportMode.TRUE, Set.of("Customers", "Staff")));

        goal.exportConnections = " ";
        assertThat(goal.findUsersFiles().options().export()).isEqualTo(ExportOptions.of(ExportMode.AUTO));

        goal.exportConnections = "Customers";
        goal.export = "false";
        assertThatThrownBy(goal::findUsersFiles)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "exportConnections (-Dauth0.exportConnections) names connections of an export, and export says"
                                + " that there is none; remove one of them");
    }

    @Test
    void aMistypedFormatIsToldWithThoseThatThereAre() {
        goal.format = "xml";

        assertThatThrownBy(goal::findUsersFiles)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("format (-Dauth0.format): \"xml\" is not auto or json or ndjson or yaml or csv");
    }

    @Test
    void severalUsersFilesAreReadInTheOrderOfTheListAndEachOnce() throws Exception {
        for (String name : List.of("b/2.csv", "b/1.yaml", "a.json", "b/x.txt", "c.json")) {
            Path file = base.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
        goal.usersFiles = List.of(set("b/2.csv"), set("b"), set("a.json"), set("./b/1.yaml"));

        assertThat(goal.findUsersFiles().files().stream().map(UsersFile::name))
                .containsExactly("b/2.csv", "b/1.yaml", "a.json");
        assertThat(log.lines).containsExactly("info Users files: b/2.csv, b/1.yaml, a.json");

        request.getUserProperties().setProperty("auth0.usersFile", "c.json");
        goal.usersFile = "c.json";
        assertThat(goal.findUsersFiles().name()).isEqualTo("c.json");
    }

    @Test
    void aListOfUsersFilesHoldsSome() {
        goal.usersFiles = List.of();

        assertThatThrownBy(goal::findUsersFiles)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("usersFiles is empty; name a users file in it");
    }

    private static UsersFileSet set(String path) {
        UsersFileSet set = new UsersFileSet();
        set.set(path);
        return set;
    }

    private void makeAProjectWithAFilteredFile() throws IOException {
        goal.project.setFile(base.resolve("pom.xml").toFile());
        goal.project
                .getBuild()
                .setOutputDirectory(base.resolve("target/classes").toString());
        goal.project
                .getBuild()
                .setTestOutputDirectory(base.resolve("target/test-classes").toString());
        Resource resources = new Resource();
        resources.setDirectory(base.resolve("src/test/resources").toString());
        resources.setFiltering(true);
        goal.project.addTestResource(resources);
        for (String place : List.of("src/test/resources", "target/test-classes")) {
            Files.createDirectories(base.resolve(place));
            Files.writeString(base.resolve(place).resolve("users.json"), "[]" + " ".repeat(place.length()));
        }
    }
}
