package io.github.auth0maven.report.html;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.codes.CodePages;
import io.github.auth0maven.report.ReportContents;
import io.github.auth0maven.report.ReportHead.Tone;
import io.github.auth0maven.report.SomeReport;
import io.github.auth0maven.report.html.IndexPage.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    @TempDir
    private Path directory;

    private String page(long failures) throws IOException {
        ReportContents contents = SomeReport.in(directory, failures);
        Path file = directory.resolve("import-report.html");
        new HtmlReport(CodePages.read()).write(contents, file);
        return Files.readString(file);
    }

    @Test
    void thePageTellsTheVerdictTheCodesAndEachPlace() throws IOException {
        String page = page(9);

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<title>Failed: Import of src/my users.json into Username-Password-Authentication</title>")
                .contains("40,009 users: 39,000 inserted, 1,000 updated, 9 failed")
                .contains("<article class=\"group bad\" id=\"code-INVALID_FORMAT\">")
                .contains("<h3><code>INVALID_FORMAT</code> <span class=\"count\">6</span></h3>")
                .contains("<a href=\"https://auth0maven.github.io/auth0-maven-plugin/codes/INVALID_FORMAT.html\"")
                .contains(CodePages.read().of("INVALID_FORMAT").orElseThrow().remedy())
                .contains("<td class=\"place\">src/my users.json:[3,17]</td><td><code>email</code></td>")
                .contains("<a href=\"#code-INVALID_FORMAT\">INVALID_FORMAT</a>")
                .contains("Auth0's own code; its message says why.")
                .contains("<rect class=\"bar failed\"")
                .doesNotContain("more are in <code>failures.jsonl</code>");
        assertThat(page.split("<rect class=\"bar (?:done|failed|running)\"", -1))
                .hasSize(41);
    }

    @Test
    void thePageShowsHowItWentAndWithWhat() throws IOException {
        assertThat(page(9))
                .contains("Slot 2</text>")
                .contains("Waited 20.0 s for an import slot: &lt;/script&gt;")
                .contains("Waited 12.0 s because of the rate limit: X-RateLimit-Reset")
                .contains("<li>40 jobs in 7 min 10 s</li>", "users an hour</li>")
                .contains("class=\"band\"")
                .contains("<polyline class=\"curve\" points=\"110,136 ")
                .contains("<td class=\"text\">src/my users.json</td>", "<td class=\"number\">38,991</td>")
                .contains(
                        "<td class=\"number\">1</td>\n<td class=\"number\">0</td>\n<td class=\"number\">19,400,000</td>")
                .contains("95.3 % of what these can take")
                .contains("<dt>Domain</dt><dd>example.eu.auth0.com</dd>")
                .contains("<dt>upsert</dt><dd>true</dd>")
                .contains("<dt>Maven</dt><dd>3.9.16</dd>");
    }

    /** A browser looks at it, by {@code .ci/look}. */
    @Test
    void aPageIsLeftToBeLookedAt() throws IOException {
        Path look = Files.createDirectories(Path.of("target/look"));
        new HtmlReport(CodePages.read()).write(SomeReport.in(directory, 40), look.resolve("import-report.html"));

        assertThat(look.resolve("import-report.html")).isNotEmptyFile();
    }

    @Test
    void anIndexLeadsToReportsAndSaysWhichHasNone() throws IOException {
        Path file = directory.resolve("auth0.html");
        IndexPage index = new IndexPage(
                "Users of this build",
                List.of(
                        new Entry("Shop", "import-users (vips)", Tone.GOOD, "Succeeded", "2 users", "shop/a.html"),
                        new Entry(SomeReport.HOSTILE, "import-users (b)", Tone.BAD, "Failed", SomeReport.HOSTILE, "")));
        new PageWriter().write(index, file);
        Files.copy(file, Files.createDirectories(Path.of("target/look")).resolve("index.html"), REPLACE_EXISTING);

        assertThat(Files.readString(file))
                .contains("<header class=\"bad\">", "<a href=\"shop/a.html\">Succeeded<span")
                .contains("<td class=\"bad\">\nFailed")
                .doesNotContain("<script>alert");
    }

    /** A validation has what it has: no jobs, no waits, but the inputs. */
    @Test
    void aValidationShowsWhatItHas() throws IOException {
        Path file = directory.resolve("validation-report.html");
        new HtmlReport(CodePages.read()).write(SomeReport.ofValidation(directory), file);
        Files.copy(file, Files.createDirectories(Path.of("target/look")).resolve("validation.html"), REPLACE_EXISTING);

        assertThat(Files.readString(file))
                .contains("<p class=\"kind\">Validation report</p>")
                .contains("<td class=\"text\">src/my users.json</td>")
                .contains("An import would take about")
                .contains("<dt>Maven</dt><dd>3.9.16</dd>")
                .doesNotContain("How it went", "Jobs one by one", "<h3>Tenant</h3>");
    }

    @Test
    void nothingThatIsToldIsMoreThanText() throws IOException {
        String page = page(2);

        assertThat(page)
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert")
                .doesNotContain("<b>");
        assertThat(page.split("<script", -1)).hasSize(2);
    }

    @Test
    void itHasNoResourceOutsideAndRunsNothingButItsOwn() throws Exception {
        String page = page(2);

        assertThat(page)
                .doesNotContainPattern("(?:src|srcset|action|style|onclick)=")
                .doesNotContain("<link ", "@import", "url(");
        Matcher policy =
                Pattern.compile("style-src '(.+?)'; script-src '(.+?)'\"").matcher(page.replace("&#39;", "'"));
        assertThat(policy.find()).isTrue();
        assertThat(hashOf("<style>", "</style>", page)).isEqualTo(policy.group(1));
        assertThat(hashOf("<script>", "</script>", page)).isEqualTo(policy.group(2));
    }

    private static String hashOf(String begin, String end, String page) throws Exception {
        int from = page.indexOf(begin) + begin.length();
        byte[] text = page.substring(from, page.indexOf(end, from)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return "sha256-"
                + java.util.Base64.getEncoder()
                        .encodeToString(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(text));
    }

    @Test
    void ofManyFailuresTheFirstAreInThePageAndTheRestIsCounted() throws IOException {
        String page = page(ImportPage.MOST_FAILURES + 1_234L);

        assertThat(page).contains("The first 10,000 errors are here; 1,234 more are in <code>failures.jsonl</code>");
        assertThat(page.split("<td class=\"place\">", -1)).hasSize(ImportPage.MOST_FAILURES + 2);
    }

    @Test
    void aMillionFailuresTakeNoLongerThanThoseThatAreShown() throws IOException {
        ReportContents contents = SomeReport.in(directory, 1_000_000);
        HtmlReport report = new HtmlReport(CodePages.read());
        report.write(contents, directory.resolve("first.html"));

        Instant start = Instant.now();
        report.write(contents, directory.resolve("import-report.html"));

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void itIsReadableByItsOwnerOnly() throws IOException {
        page(0);

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("import-report.html"))))
                .isEqualTo("rw-------");
    }
}
