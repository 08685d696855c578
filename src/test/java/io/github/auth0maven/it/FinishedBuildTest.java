package io.github.auth0maven.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
        write("target/auth0/failed-users.json", "[{\"email\":\"ada@example.com\",\"password_hash\":\"" + HASH + "\"}]");
    }

    @Test
    void aBuildThatTellsNothingPasses() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"build.log", "target/auth0/import-report.json", "target/auth0/failures.jsonl"})
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

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
