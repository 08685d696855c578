package io.github.auth0maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.passwords.sources.HashSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal that proves passwords, and the import that asks for them: what they read, say and leave. */
@MojoTest
class CheckingPasswordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BCRYPT = "$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K";
    /** sha256 of "correct horse 1" and "salt1". */
    private static final String SALT_BEHIND =
            "\"custom_password_hash\":{\"algorithm\":\"sha256\",\"hash\":{\"encoding\":\"hex\",\"value\":"
                    + "\"1bf810d7c2da045ff412e63faa981392fcca6410cefbbbb1e124248a610b4844\"},\"salt\":{\"value\":\"salt1\"";

    private static final String GOOD =
            "{\"email\":\"jane@example.com\",\"email_verified\":true," + SALT_BEHIND + ",\"position\":\"suffix\"}}}";
    private static final String BAD = GOOD.replace("suffix", "prefix");
    private static final String SAMPLE = "email,password\njane@example.com,correct horse 1\n";

    private final RecordedLog log = new RecordedLog();
    private Path directory;
    private Path users;
    private Path samples;
    private Path reports;

    @Provides
    @SuppressWarnings("deprecation") // there is no other constructor that takes no container's lookup
    MavenSession session() {
        MavenProject project = new MavenProject();
        project.getBuild().setDirectory("target/checking-passwords");
        return new MavenSession(null, new DefaultMavenExecutionRequest(), new DefaultMavenExecutionResult(), project);
    }

    @BeforeEach
    void prepareFiles(@TempDir Path temporary) throws IOException {
        directory = temporary;
        users = Files.writeString(temporary.resolve("users.json"), "[" + GOOD + "]");
        samples = ownersAlone(temporary.resolve("samples.csv"), SAMPLE);
        reports = temporary.resolve("reports");
    }

    @Test
    @InjectMojo(goal = "check-passwords")
    void eachHashOfEverySourceIsConvertedAndProved(CheckPasswordsMojo mojo) throws Exception {
        StringBuilder written = new StringBuilder();
        StringBuilder known = new StringBuilder();
        int count = 0;
        for (String line : resource("hashes.ndjson").lines().toList()) {
            JsonNode vector = JSON.readTree(line);
            ObjectNode user = JSON.createObjectNode().put("email", "user" + count + "@example.com");
            written.append(user.put("password_hash", vector.path("written").asText()))
                    .append('\n');
            user.remove("password_hash");
            known.append(user.put("password", vector.path("password").asText())).append('\n');
            count++;
        }
        users = Files.writeString(directory.resolve("users.ndjson"), written);
        samples = ownersAlone(directory.resolve("samples.ndjson"), known.toString());
        prepare(mojo);

        mojo.execute();

        assertThat(count).isGreaterThan(45);
        assertThat(log.at("info")).last().isEqualTo(count + " of " + count + " samples match");
        JsonNode report = report("password-report.json");
        assertThat(report.at("/status").asText()).isEqualTo("succeeded");
        assertThat(report.at("/samples/matched").asInt()).isEqualTo(count);
        assertThat(report.at("/matches")).hasSize(count);
        assertThat(report.at("/hashes/converted/Django's pbkdf2").asInt()).isPositive();
        assertThat(report.at("/hashes/converted/Keycloak's pbkdf2").asInt()).isPositive();
        assertThat(report.at("/hashes/refused")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "check-passwords")
    void hashesOfWhichNothingCanBeMadeAreToldWithWhatRemainsAndCounted(CheckPasswordsMojo mojo) throws Exception {
        String phpass = "$P$B4TxAxDDvQIk0nRv6l6Cn1ZOAfVQZX.";
        String drupal = "$S$DkpsFPEUlXCwWXnbkZ4ZTIfsFtVFDNm5JaQe9bJ8nPGUJ4C9IbVd";
        users = Files.writeString(
                directory.resolve("users.ndjson"),
                "{\"email\":\"jane@example.com\",\"password_hash\":\"" + phpass + "\"}\n"
                        + "{\"email\":\"ben@example.com\",\"password_hash\":\"" + drupal + "\"}\n"
                        + "{\"email\":\"ada@example.com\",\"password\":\"" + drupal + "\"}\n");
        prepare(mojo);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 sample of 1 does not match: these users could not log in after an import");

        String reason =
                "which Auth0 can verify in no form; leave it out, and let these users set a new password by e-mail";
        assertThat(log.at("error"))
                .first()
                .asString()
                .endsWith("[PASSWORD_MISMATCH]")
                .contains("users.ndjson:[1,45] password_hash: it is a phpass hash, as WordPress makes it, " + reason)
                .doesNotContain("custom_password_hash");
        assertThat(log.at("warn"))
                .anyMatch(line -> line.contains("password_hash, as of 2 users: it is a Drupal hash, " + reason));
        assertThat(report("password-report.json").at("/hashes/refused").toString())
                .isEqualTo("{\"a Drupal hash\":2,\"a phpass hash, as WordPress makes it\":1}");
        assertThat(log.lines).noneMatch(line -> line.contains(phpass) || line.contains(drupal));
    }

    @Test
    @InjectMojo(goal = "check-passwords")
    void everyFormOfTheReportTellsWhatDoesNotMatch(CheckPasswordsMojo mojo) throws Exception {
        Files.writeString(users, "[" + BAD + "]");
        prepare(mojo);
        mojo.reports = "html,junit,sarif,gitlab";

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);

        for (String name : List.of(
                "password-report.json",
                "password-report.html",
                "TEST-auth0-passwords.xml",
                "password-report.sarif",
                "password-report.gitlab.json")) {
            assertThat(reports.resolve(name))
                    .content()
                    .contains("PASSWORD_MISMATCH", "does not match the known password")
                    .doesNotContain("correct horse", "1bf810d7");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(reports.resolve(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(reports.resolve("password-report.html"))
                .content()
                .contains("Password report", "sha256, hex, salt utf8 prefix", "0 of 1 sample matches");
        assertThat(report("password-report.sarif")
                        .at("/runs/0/tool/driver/rules/0/help/text")
                        .asText())
                .startsWith("PASSWORD_MISMATCH");
    }

    @Test
    @InjectMojo(goal = "check-passwords")
    void theLastLineSaysHowManyMatchAndEachUserIsInTheReport(CheckPasswordsMojo mojo) throws Exception {
        Files.writeString(
                users,
                "[" + GOOD + ",{\"email\":\"ben@example.com\",\"password_hash\":\"" + BCRYPT + "\"},"
                        + "{\"email\":\"ada@example.com\"}]");
        prepare(mojo);

        mojo.execute();

        assertThat(log.lines).last().isEqualTo("info 1 of 1 sample matches");
        assertThat(log.at("debug")).contains(users + ":[1,75] matches");
        assertThat(log.at("info"))
                .contains(
                        "sha256, hex, salt utf8 suffix: 1 user, 1 sample, 1 matched, 0 not matched",
                        "bcrypt in password_hash: 1 user, 0 samples, 0 matched, 0 not matched",
                        "no hash: 1 user, 0 samples, 0 matched, 0 not matched");
        assertThat(log.at("warn")).containsExactly("No sample proves the user with bcrypt in password_hash");
        JsonNode report = report("password-report.json");
        assertThat(report.path("users").asInt()).isEqualTo(3);
        assertThat(report.at("/shapes/0/shape").asText()).isEqualTo("sha256, hex, salt utf8 suffix");
        assertThat(report.at("/matches/0/line").asInt()).isOne();
        assertThat(report.at("/warnings/0/code").asText()).isEqualTo("SAMPLE_MISSING");
        assertThat(report.at("/warnings/0/index").asInt()).isOne();
    }

    @Test
    @InjectMojo(goal = "check-passwords")
    void aShapeWithoutASampleIsAFailureIfThatIsAskedFor(CheckPasswordsMojo mojo) throws Exception {
        Files.writeString(users, "[" + GOOD + ",{\"email\":\"ben@example.com\",\"password_hash\":\"" + BCRYPT + "\"}]");
        prepare(mojo);
        mojo.requireSamples = "true";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("There are users of whose hashes no sample proves one (auth0.requireSamples)");
        assertThat(log.at("error"))
                .containsExactly(
                        "No sample proves the user with bcrypt in password_hash (auth0.requireSamples)",
                        "1 of 1 sample matches");
        assertThat(report("password-report.json").at("/failures/0/code").asText())
                .isEqualTo("SAMPLE_MISSING");
    }

    @Test
    @InjectMojo(goal = "check-passwords")
    void aSampleOfNobodyIsAFailure(CheckPasswordsMojo mojo) throws Exception {
        Files.writeString(samples, SAMPLE + "nobody@example.com,correct horse 2\n");
        prepare(mojo);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 sample names nobody in the users file");
        assertThat(log.at("error")).contains("Sample 2 names nobody in the users file", "1 of 2 samples match");
        assertThat(report("password-report.json").at("/samples/unused").asInt()).isOne();
    }

    @Test
    @InjectMojo(goal = "check-passwords")
    void aSampleOfTwoUsersHasToMatchBoth(CheckPasswordsMojo mojo) throws Exception {
        Files.writeString(users, "[" + GOOD + ",\n" + BAD + "]");
        prepare(mojo);

        assertThatThrownBy(mojo::execute)
                .hasMessage("1 sample of 1 does not match: these users could not log in after an import");
        assertThat(log.lines).last().isEqualTo("error 0 of 1 sample matches");
        assertThat(log.at("error")).first().asString().contains("users.json:[2,74] custom_password_hash: ");
    }

    @Test
    @InjectMojo(goal = "check-passwords")
    void samplesAreNeverWrittenOver(CheckPasswordsMojo mojo) throws Exception {
        Files.createDirectory(reports);
        for (String name : List.of("password-report.json", "password-report.html", "TEST-auth0-passwords.xml")) {
            samples = ownersAlone(reports.resolve(name), SAMPLE);
            prepare(mojo);

            assertThatThrownBy(mojo::execute)
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessage("The samples " + samples + " would be lost: this run writes " + samples
                            + " for its report: name another file, or another directory for the report"
                            + " (-Dauth0.reportDirectory)");
            assertThat(samples).hasContent(SAMPLE);
        }
        assertThat(reports).isDirectoryNotContaining("glob:**.jsonl");
    }

    @Test
    @InjectMojo(goal = "check-passwords")
    void aUsersFileIsNeverWrittenOver(CheckPasswordsMojo mojo) throws Exception {
        Files.createDirectory(reports);
        users = Files.writeString(reports.resolve("password-report.json"), "[" + GOOD + "]");
        prepare(mojo);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The users file " + users + " would be lost");
        assertThat(users).hasContent("[" + GOOD + "]");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void anImportWritesOverNoSamples(ImportUsersMojo mojo) throws Exception {
        Files.createDirectories(reports.resolve("dry-run"));
        for (String name : List.of("import-report.json", "password-report.json", "failed-users.csv")) {
            samples = ownersAlone(reports.resolve("dry-run").resolve(name), SAMPLE);
            prepare(mojo);
            assertThatThrownBy(mojo::execute)
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageStartingWith("The samples " + samples + " would be lost");
            assertThat(samples).hasContent(SAMPLE);
        }
        samples = ownersAlone(directory.resolve("journal"), SAMPLE);
        prepare(mojo);
        mojo.dryRun = "false";
        mojo.journal = samples.toFile();
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageEndingWith("for its journal: name another file, or another journal (-Dauth0.journal)");
        assertThat(samples).hasContent(SAMPLE);
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aUsersFileIsNotWrittenOverByTheReportOfItsPasswords(ImportUsersMojo mojo) throws Exception {
        Files.createDirectories(reports.resolve("dry-run"));
        users = Files.writeString(reports.resolve("dry-run/password-report.json"), "[" + GOOD + "]");
        prepare(mojo);

        assertThatThrownBy(mojo::execute).hasMessageStartingWith("The users file " + users + " would be lost");
        assertThat(users).hasContent("[" + GOOD + "]");
    }

    @Test
    @InjectMojo(goal = "import-users")
    void aRehearsalLeavesTheReportOfItsPasswordsWhereItLeavesItsOwn(ImportUsersMojo mojo) throws Exception {
        prepare(mojo);

        mojo.execute();

        assertThat(log.at("info")).anyMatch(line -> line.startsWith("[dry run] 1 user: 1 inserted, 0 failed"));
        assertThat(report("dry-run/password-report.json").path("status").asText())
                .isEqualTo("succeeded");
        assertThat(reports).isDirectoryNotContaining(file -> !file.endsWith("dry-run"));
    }

    @Test
    @InjectMojo(goal = "import-users")
    void nothingIsSentUnlessTheSamplesMatch(ImportUsersMojo mojo) throws Exception {
        prepare(mojo);
        mojo.execute();
        Files.writeString(users, "[" + BAD + "]");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 sample of 1 does not match: these users could not log in after an import");

        JsonNode report = report("dry-run/import-report.json");
        assertThat(report.path("status").asText()).isEqualTo("skipped");
        assertThat(report.path("problem").asText())
                .isEqualTo("nothing has been sent: 1 sample of 1 does not match: these users could not log in after an"
                        + " import");
        assertThat(reports.resolve("dry-run/import-report.html")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "check-passwords")
    void aFileOfSamplesIsOutsideTheProjectAndEveryRepository(CheckPasswordsMojo mojo) throws Exception {
        prepare(mojo);
        Path repository =
                Files.createDirectories(directory.resolve("other/.git")).getParent();
        samples = ownersAlone(Files.createDirectory(repository.resolve("deep")).resolve("samples.csv"), SAMPLE);
        Path link = Files.createSymbolicLink(directory.resolve("link.csv"), samples);
        for (Path each : List.of(samples, link)) {
            mojo.samples = each.toFile();
            assertThatThrownBy(mojo::execute)
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessage("samples (-Dauth0.samples): " + each
                            + ": known passwords have to be outside the project and the repository in "
                            + repository.toRealPath() + "; move the file, as to your home directory");
        }
        mojo.samples = directory.toFile();
        assertThatThrownBy(mojo::execute)
                .hasMessageEndingWith(": it is no file with samples, but a directory or a device");
        mojo.samples = directory.resolve("nowhere.csv").toFile();
        assertThatThrownBy(mojo::execute)
                .hasMessage("samples (-Dauth0.samples): there is no file " + directory.resolve("nowhere.csv"));
        mojo.samples = null;
        assertThatThrownBy(mojo::execute)
                .hasMessage("There are no known passwords to check: set samples (-Dauth0.samples), or"
                        + " AUTH0_SAMPLE_USER and AUTH0_SAMPLE_PASSWORD in the environment");
        assertThat(reports).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "check-passwords")
    void usersThatCannotBeReadAreToldInTheReport(CheckPasswordsMojo mojo) throws Exception {
        Files.writeString(users, "[" + GOOD + ", oops");
        prepare(mojo);

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        assertThat(report("password-report.json").path("problem").asText()).contains("users.json:[1,");
    }

    @Test
    void everySourceOfTheVectorsIsOneThatIsRead() throws IOException {
        assertThat(resource("hashes.ndjson").lines())
                .allSatisfy(line -> assertThat(HashSources.read(
                                        JSON.readTree(line).path("written").asText())
                                .toString())
                        .isEqualTo(JSON.readTree(line).path("source").asText()));
    }

    private void prepare(CheckPasswordsMojo mojo) {
        mojo.setLog(log);
        mojo.usersFile = users.toString();
        mojo.reportDirectory = reports.toFile();
        mojo.samples = samples.toFile();
    }

    private void prepare(ImportUsersMojo mojo) {
        mojo.setLog(log);
        mojo.usersFile = users.toString();
        mojo.reportDirectory = reports.toFile();
        mojo.samples = samples.toFile();
        mojo.dryRun = "true";
    }

    private JsonNode report(String name) throws IOException {
        return JSON.readTree(reports.resolve(name).toFile());
    }

    private static Path ownersAlone(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }

    private static String resource(String name) throws IOException {
        try (var stream = HashSources.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
