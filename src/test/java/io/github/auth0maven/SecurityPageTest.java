package io.github.auth0maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A threat is stopped only as long as the tests are there that the page of threats names. */
class SecurityPageTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");
    private static final Pattern PROJECT = Pattern.compile("`(src/it/[\\w-]+|\\.ci/\\w+)`");

    @Test
    void everyTestThatItNamesExists() throws IOException {
        List<MatchResult> named = namedBy(TEST);

        assertThat(named).hasSizeGreaterThan(30).allSatisfy(test -> {
            String sources = sourcesOf(test.group(1));
            assertThat(sources).as(test.group()).isNotEmpty();
            if (test.group(2) != null) {
                assertThat(sources).as(test.group()).contains("void " + test.group(2) + "(");
            }
        });
    }

    @Test
    void everyIntegrationProjectThatItNamesExists() throws IOException {
        assertThat(namedBy(PROJECT))
                .isNotEmpty()
                .allSatisfy(project -> assertThat(Path.of(project.group(1))).exists());
    }

    private static List<MatchResult> namedBy(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of("src/site/markdown/security.md")))
                .results()
                .toList();
    }

    /** Two classes may share a name. */
    private static String sourcesOf(String test) throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(path -> path.endsWith(test + ".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString();
    }
}
