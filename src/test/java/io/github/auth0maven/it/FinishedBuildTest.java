package io.github.auth0maven.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That no integration project tells a secret is proved only if the proof can fail. */
class FinishedBuildTest {

    private static final Path PROJECTS = Path.of("src/it");
    private static final String HASH = "$2b$10$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW";

    @TempDir
    Path project;

    private final Map<String, Object> context = new HashMap<>();

    @BeforeEach
    void aBuildThatHasRun() throws IOException {
        write("users.json", "[{ \"email\": \"ada@example.com\", \"password_hash\": \"" + HASH + "\" }]");
        write("build.log", "1 user: 1 inserted");
        for (String list : List.of("failed-users.json", "invalid-users.yaml", "retried-users.ndjson")) {
            write("target/auth0/" + list, "[{\"email\":\"ada@example.com\",\"password_hash\":\"" + HASH + "\"}]");
        }
        write("target/test-classes/users.json", "[{\"email\":\"ada@example.com\",\"password_hash\":\"" + HASH + "\"}]");
    }

    @Test
    void aBuildThatTellsNothingPasses() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build.log",
                "killed-1.build.log",
                "target/auth0/import-report.json",
                "target/auth0/failures.jsonl",
                "target/auth0/violations.jsonl",
                "target/auth0/failed-users.errors.jsonl",
                "target/auth0/default-cli.journal",
                "target/surefire-reports/a.txt",
            })
    void aPasswordHashIsFoundWhereverItIsTold(String file) throws IOException {
        write(file, "it is " + HASH + " indeed");

        assertThatThrownBy(this::check).hasMessageEndingWith(file + " tells a password hash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build.log", "target/auth0/import-report.json", "target/auth0/failed-users.json"})
    void theClientSecretIsFoundWhereverItIsTold(String file) throws IOException {
        write(file, "client_secret=" + Tenants.clientSecret());

        assertThatThrownBy(this::check).hasMessageEndingWith(file + " tells the client secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users.json | [{\"mfa_factors\":[{\"totp\":{\"secret\":\"JBSWY3DPEHPK3PXP\"}}]}] | a password hash",
                "users.json | [{\"custom_password_hash\":{\"salt\":{\"value\":\"JBSWY3DPEHPK3PXP\"}}}] | a password hash",
                "users.yaml | - mfa_factors: [{ totp: { secret: JBSWY3DPEHPK3PXP } }] | a password hash",
                "settings-proxy.xml | <password>JBSWY3DPEHPK3PXP</password> | a secret of the settings",
                "global-settings.xml | <trustStorePassword>JBSWY3DPEHPK3PXP</trustStorePassword> | a secret of the settings",
                "settings-key.xml | <passphrase>JBSWY3DPEHPK3PXP</passphrase> | a secret of the settings",
                "invoker.properties | invoker.environmentVariables.AUTH0_API_TOKEN.1 = JBSWY3DPEHPK3PXP"
                        + " | a secret of the environment",
            })
    void whateverSecretTheBuildWasGivenIsFound(String file, String given, String what) throws IOException {
        write(file, given);
        write("build.log", "oops: JBSWY3DPEHPK3PXP");

        assertThatThrownBy(this::check).hasMessageEndingWith("build.log tells " + what);
    }

    @Test
    void aSecretThatStandsNowhereInClearIsFound() throws IOException {
        Tenants.secret(context, "the password of the proxy", "open sesame");
        write("target/auth0/import-report.json", "oops: open sesame");

        assertThatThrownBy(this::check).hasMessageEndingWith("import-report.json tells the password of the proxy");
    }

    /** Of an encrypted secret, only its cipher text is found in the settings. */
    @Test
    void encryptedSecretsAreSearchedForInClear() throws IOException {
        Pattern encrypted = Pattern.compile("<(?:password|passphrase|trustStorePassword)>\\{");
        try (Stream<Path> files =
                Files.find(PROJECTS, 2, (file, is) -> file.toString().endsWith(".xml"))) {
            for (Path file : files.toList()) {
                long secrets =
                        encrypted.matcher(Files.readString(file)).results().count();
                Path script = file.resolveSibling("prebuild.groovy");
                // of those of the shared settings, and of what nobody can decrypt, nothing has to be told
                if (secrets > 0
                        && !List.of("undecryptable-settings", "encrypted-settings")
                                .contains(projectOf(file))) {
                    assertThat(Files.readString(script).split("Tenants\\.secret\\(", -1))
                            .as(file.toString())
                            .hasSizeGreaterThan((int) secrets);
                }
            }
        }
    }

    private static String projectOf(Path file) {
        return file.getParent().getFileName().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "java -Dpassword=JBSWY3DPEHPK3PXP Launcher, The list of processes tells a secret of the settings",
        "java Launcher, okhttp1.tmp tells a secret of the settings"
    })
    void aSecretInTheListOfProcessesOrInATemporaryFileIsFoundWhileItIsThere(String process, String found)
            throws IOException {
        write("settings-proxy.xml", "<password>JBSWY3DPEHPK3PXP</password>");
        write("okhttp1.tmp", "JBSWY3DPEHPK3PXP");

        assertThatThrownBy(() -> new Leaks(project, context).checkInTheMiddle(List.of(process)))
                .hasMessageEndingWith(found);
    }

    @Test
    void aHashOfACsvFileIsFound() throws IOException {
        String other = HASH.replace('E', 'F');
        write("users.csv", "email,password_hash\nada@example.com," + other + "\n");
        write("build.log", other);

        assertThatThrownBy(this::check).hasMessageEndingWith("build.log tells a password hash");
    }

    @Test
    void aPrivateKeyIsFoundByItsLinesAndByItsLabel() throws IOException {
        String line = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7";
        Path key = write("elsewhere/key.pem", "-----BEGIN PRIVATE KEY-----\n" + line + "\n");
        write("test.properties", "it.key=" + key + "\n");
        write("build.log", "no key: " + line);

        assertThatThrownBy(this::check).hasMessageEndingWith("build.log tells a private key");

        write("build.log", "no key: -----BEGIN PRIVATE KEY----- MIIE");

        assertThatThrownBy(this::check).hasMessageEndingWith("build.log tells a private key");
    }

    @Test
    void nothingIsProvedWhereNoSecretOfTheUsersIsFound() throws IOException {
        write("more.json", "[{ \"email\": \"ada@example.com\", \"password_hash\": null }]");

        assertThatThrownBy(this::check)
                .hasMessageEndingWith("more.json has users with secrets, and none was found to look for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"target/auth0/failed-users.json", "target/auth0/default-cli.journal"})
    void whatOthersCouldReadIsFound(String file) throws IOException {
        Path path = write(file, "[]");
        assumeThat(Files.getFileStore(path).supportsFileAttributeView("posix")).isTrue();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(this::check).hasMessageEndingWith(file + " can be read by others");
    }

    @Test
    void aTemporaryFileIsFound() throws IOException {
        write("auth0-identifiers-1.tmp", "");

        assertThatThrownBy(this::check).hasMessageEndingWith("auth0-identifiers-1.tmp was left behind");
    }

    @Test
    void anAccessTokenIsFound() throws IOException {
        Tenants.start(project.toFile(), context);
        write("build.log", "Authorization: Bearer " + Tenants.of(context).accessToken("create:users"));

        assertThatThrownBy(this::check).hasMessageEndingWith("build.log tells an access token");
    }

    @Test
    void theSecretIsThatOfTheSharedSettings() throws IOException {
        assertThat(Files.readString(PROJECTS.resolve("settings.xml")))
                .contains("<password>" + Tenants.clientSecret() + "</password>");
    }

    @Test
    void everyIntegrationProjectIsChecked() throws IOException {
        try (Stream<Path> projects = Files.list(PROJECTS)) {
            List<Path> directories = projects.filter(Files::isDirectory).toList();

            assertThat(directories)
                    .isNotEmpty()
                    .allSatisfy(directory -> assertThat(directory.resolve("verify.groovy"))
                            .content()
                            .contains("FinishedBuild.check(basedir, context)"));
        }
    }

    private void check() throws IOException {
        FinishedBuild.check(project.toFile(), context, build -> {});
    }

    private Path write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        if (file.startsWith("target/auth0/") && Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
        return path;
    }
}
