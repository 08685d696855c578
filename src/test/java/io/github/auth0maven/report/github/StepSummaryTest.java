package io.github.auth0maven.report.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.report.SomeReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepSummaryTest {

    @TempDir
    private Path directory;

    @Test
    void theShortFormIsAddedToWhatIsThere() throws IOException {
        Path summary = Files.writeString(directory.resolve("summary.md"), "before\n");

        StepSummary.append(SomeReport.in(directory, 30), summary);

        String text = Files.readString(summary);
        assertThat(text)
                .startsWith("before\n### Auth0: failed\n\nsrc/my users.json: 40,030 users: 39,000 inserted")
                .contains("| DUPLICATED\\_USER | 9 |")
                .contains("| src/my users.json:\\[2,17\\] | email: \"ada1\\@\\@example.com\" is not")
                .doesNotContain("<script")
                .contains("\\|\\`\\*");
        assertThat(text.lines().filter(line -> line.startsWith("| src/"))).hasSize(19);
    }
}
