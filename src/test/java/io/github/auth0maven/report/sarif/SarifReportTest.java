package io.github.auth0maven.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.auth0maven.codes.CodePages;
import io.github.auth0maven.report.SomeReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private JsonNode report(long failures) throws IOException {
        Path file = directory.resolve("import-report.sarif");
        new SarifReport(CodePages.read(), "1.2.3").write(SomeReport.in(directory, failures), file);
        return JSON.readTree(file.toFile());
    }

    @Test
    void itIsValidByThePublishedSchema() throws IOException {
        JsonNode report = report(20);
        try (InputStream in = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            JsonNode schema = JSON.readTree(in);
            ValidatorFactory validators = new ValidatorFactory()
                    .withDefaultDialect(new Dialects.Draft7Dialect())
                    .withJsonNodeFactory(new JacksonNode.Factory());

            Validator.Result result = validators.validate(schema, report);

            assertThat(result.getErrors()).isEmpty();
            ((com.fasterxml.jackson.databind.node.ObjectNode) report).put("version", "3");
            assertThat(validators.validate(schema, report).isValid()).isFalse();
        }
    }

    @Test
    void eachResultLeadsToItsPlaceAndItsRule() throws IOException {
        JsonNode run = report(4).at("/runs/0");
        JsonNode second = run.at("/results/1");

        assertThat(second.path("ruleId").asText()).isEqualTo("INVALID_FORMAT");
        assertThat(second.path("level").asText()).isEqualTo("error");
        JsonNode place = second.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("src/my%20users.json");
        assertThat(place.at("/region/startLine").asLong()).isEqualTo(2);
        assertThat(place.at("/region/startColumn").asLong()).isEqualTo(17);
        assertThat(run.at("/results/0").has("locations")).isFalse();
        assertThat(run.at("/results/4/level").asText()).isEqualTo("warning");
        assertThat(run.at("/tool/driver/rules").findValuesAsText("id"))
                .containsExactly("DUPLICATED_USER", "INVALID_FORMAT", "NEVER_SEEN", "NO_PASSWORD_HASH");
        assertThat(run.at("/tool/driver/rules/1/help/text").asText()).contains("To do: ");
    }

    @Test
    void aFingerprintIsTheOnlyOneAndOutlivesMovedLines() throws IOException {
        JsonNode results = report(500).at("/runs/0/results");
        Set<String> fingerprints = new HashSet<>();
        results.forEach(
                result -> fingerprints.add(result.at("/partialFingerprints").toString()));

        assertThat(fingerprints).hasSize(501);
        JsonNode again = report(500).at("/runs/0/results");
        assertThat(again.at("/7/partialFingerprints")).isEqualTo(results.at("/7/partialFingerprints"));
    }

    @Test
    void thereAreNoMoreResultsThanGitHubTakesAndTheRestIsCounted() throws IOException {
        JsonNode run = report(SarifReport.MOST_RESULTS + 5L).at("/runs/0");

        assertThat(run.path("results").size()).isEqualTo(SarifReport.MOST_RESULTS);
        assertThat(run.at("/properties/failures").asLong()).isEqualTo(SarifReport.MOST_RESULTS + 5L);
    }
}
