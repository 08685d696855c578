package io.github.auth0maven.report.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.report.SomeReport;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeQualityReportTest {

    @TempDir
    private Path directory;

    @Test
    void whatHasAPlaceHasWhatGitLabAsksFor() throws IOException {
        Path file = directory.resolve("gl-code-quality-report.json");
        new CodeQualityReport().write(SomeReport.in(directory, 3), file);

        JsonNode entries = new ObjectMapper().readTree(file.toFile());

        assertThat(entries.size()).isEqualTo(3);
        JsonNode first = entries.get(0);
        assertThat(first.path("description").asText()).startsWith("email: \"ada1@@example.com\"");
        assertThat(first.path("check_name").asText()).isEqualTo("INVALID_FORMAT");
        assertThat(first.path("severity").asText()).isEqualTo("major");
        assertThat(first.path("fingerprint").asText()).hasSize(32);
        assertThat(first.at("/location/path").asText()).isEqualTo("src/my users.json");
        assertThat(first.at("/location/lines/begin").asLong()).isEqualTo(2);
        assertThat(entries.get(2).path("severity").asText()).isEqualTo("minor");
    }
}
