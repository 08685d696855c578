package io.github.auth0maven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.jobs.JobListener.Wait;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ImportReport.Users;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDirectoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path temp;

    private static ImportReport report(Status status, Optional<String> problem, JobRecord... jobs) {
        return new ImportReport(
                status,
                new Target(true, "example.eu.auth0.com", "Users & Co", "src/users.json"),
                START,
                START.plusMillis(2500),
                new Users(12, 5, 4, 2, 1, 0),
                List.of(jobs),
                List.of("a remark", "\"another\"\n\u00e4"),
                problem);
    }

    private static Failure failure(int index, String message) {
        return new Failure(
                Optional.of(new Position("src/users.json", index, index + 1, 3)),
                Optional.of("email"),
                "CODE",
                message);
    }

    private static Violation warning(int index, String code) {
        Position position = new Position("src/users.json", index, index + 1, 6);
        return new Violation(position, "name", code, "white", Severity.WARNING);
    }

    private static JsonNode parsed(String text) throws IOException {
        return JSON.readTree(text);
    }

    private static void add(ReportDirectory directory, String user) throws IOException {
        directory.add(new ListedUser(0, user, Optional.empty()), List.of("{\"code\":\"CODE\"}"));
    }

    @Test
    void theReportSaysEverything() throws IOException {
        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            directory.add(failure(0, "first \u00e4 \ud83d\ude00"));
            directory.add(new Failure(Optional.empty(), Optional.empty(), "OTHER", "second\r\n\u2028line"));
            directory.addWarning(warning(4, "WHITE_SPACE"));
            directory.course().settings("Versions", Map.of("Maven", "3.9.16"));
            directory.course().found(warning(4, "WHITE_SPACE"));
            directory
                    .course()
                    .inputs(new Inputs(List.of(new Inputs.Input("src/users.json", 12, 11, 99)), 2, 101, 0.12345));
            directory.course().waiting(Wait.RATE_LIMIT, "until then", START, Duration.ofMillis(1_500));
            directory.finish(report(
                    Status.FAILED,
                    Optional.of("the deadline has passed"),
                    new JobRecord(1, "job_1", "completed", 7, 512000, START, Optional.of(START.plusSeconds(1))),
                    new JobRecord(2, "job_2", "pending", 5, 99, START.plusSeconds(1), Optional.empty())));
        }

        assertThat(parsed(Files.readString(temp.resolve("import-report.json")))).isEqualTo(parsed("""
                        {
                          "status": "failed",
                          "problem": "the deadline has passed",
                          "dryRun": true,
                          "domain": "example.eu.auth0.com",
                          "connection": "Users & Co",
                          "usersFile": "src/users.json",
                          "startedAt": "2026-11-23T10:00:00Z",
                          "finishedAt": "2026-11-23T10:00:02.500Z",
                          "users": {"total": 12, "inserted": 5, "updated": 4, "failed": 2, "invalid": 1, "unsent": 0, "pending": 0},
                          "jobs": [
                            {"id": "job_1", "status": "completed", "users": 7, "bytes": 512000,
                             "submittedAt": "2026-11-23T10:00:00Z", "finishedAt": "2026-11-23T10:00:01Z"},
                            {"id": "job_2", "status": "pending", "users": 5, "bytes": 99,
                             "submittedAt": "2026-11-23T10:00:01Z", "finishedAt": null}
                          ],
                          "inputs": [{"file": "src/users.json", "users": 12, "valid": 11, "duplicates": 0, "warnings": 1, "bytes": 99}],
                          "hashes": {"converted": {}, "refused": {}},
                          "fill": 0.123,
                          "waits": [{"reason": "rate_limit", "detail": "until then", "seconds": 1.5,
                                     "from": "2026-11-23T10:00:00Z", "to": "2026-11-23T10:00:01.500Z"}],
                          "settings": {"Maven": "3.9.16"},
                          "remarks": ["a remark", "\\"another\\"\\n\u00e4"],
                          "failureCounts": {"CODE": 1, "OTHER": 1},
                          "failures": [
                            {"file": "src/users.json", "index": 0, "line": 1, "column": 3, "code": "CODE",
                             "message": "first \u00e4 \ud83d\ude00", "attribute": "email"},
                            {"code": "OTHER", "message": "second\\r\\n\\u2028line", "attribute": null}
                          ],
                          "warningCounts": {"WHITE_SPACE": 1},
                          "warnings": [
                            {"file": "src/users.json", "index": 4, "line": 5, "column": 6, "code": "WHITE_SPACE",
                             "message": "white", "attribute": "name"}
                          ]
                        }
                        """));
    }

    @Test
    void aReportWithoutFailuresHasAnEmptyListAndNoOtherFiles() throws IOException {
        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            directory.finish(report(Status.SUCCEEDED, Optional.empty()));
            assertThat(directory.hasFailedUsers()).isFalse();
        }

        JsonNode report = parsed(Files.readString(temp.resolve("import-report.json")));
        assertThat(report.path("failures")).isEmpty();
        assertThat(report.path("failures").isArray()).isTrue();
        assertThat(report.path("status").asText()).isEqualTo("succeeded");
        assertThat(report.has("problem")).isFalse();
        assertThat(temp).isDirectoryNotContaining(file -> !file.endsWith("import-report.json"));
    }

    @Test
    void allWarningsAreCountedAndTheFirstTenOfEachKindKept() throws IOException {
        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            for (int user = 0; user < 100_000; user++) {
                directory.addWarning(warning(user, user % 1000 == 500 ? "WHITE_SPACE" : "NO_PASSWORD_HASH"));
            }
            directory.finish(report(Status.SUCCEEDED, Optional.empty()));
        }

        JsonNode report = parsed(Files.readString(temp.resolve("import-report.json")));
        assertThat(report.path("warningCounts"))
                .isEqualTo(parsed("{\"NO_PASSWORD_HASH\": 99900, \"WHITE_SPACE\": 100}"));
        assertThat(report.path("warnings")).hasSize(20);
        assertThat(report.path("warnings").findValuesAsText("index"))
                .startsWith("0", "1", "2")
                .endsWith("7500", "8500", "9500");
    }

    /** A report may be printed to a terminal: what moves in it or hides is escaped, and a failure stays on its line. */
    @Test
    void whatCommandsATerminalIsEscaped() throws IOException {
        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            directory.add(failure(0, "\u001b[2J\r\n\u0000"));
            directory.finish(report(Status.FAILED, Optional.of("\u001b[2J")));
        }

        for (String file : List.of("failures.jsonl", "import-report.json")) {
            assertThat(Files.readString(temp.resolve(file)))
                    .contains("\\u001B[2J")
                    .doesNotContain("\u001b")
                    .doesNotContain("\r")
                    .doesNotContain("\u0000");
        }
        assertThat(Files.readAllLines(temp.resolve("failures.jsonl"))).hasSize(1);
    }

    @Test
    void failuresAreWrittenOneALineAsTheyCome() throws IOException {
        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            for (int index = 0; index < 3; index++) {
                directory.add(failure(index, "line\nbreak " + index));
                assertThat(Files.readString(temp.resolve("failures.jsonl")))
                        .as("what is on the disk before the import is over")
                        .contains("break " + index);
            }
        }

        List<String> lines = Files.readAllLines(temp.resolve("failures.jsonl"));
        assertThat(lines).hasSize(3);
        assertThat(parsed(lines.get(2))).isEqualTo(parsed("""
                        {"file": "src/users.json", "index": 2, "line": 3, "column": 3, "code": "CODE",
                         "message": "line\\nbreak 2", "attribute": "email"}
                        """));
    }

    @Test
    void failedUsersAreAFileToImportAgain() throws IOException {
        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            assertThat(directory.hasFailedUsers()).isFalse();
            add(directory, "{\"email\":\"gr\u00e4ce@example.com\"}");
            add(directory, "{\"n\":1.10}");
            assertThat(directory.hasFailedUsers()).isTrue();
            directory.finish(report(Status.FAILED, Optional.empty()));
        }

        assertThat(temp.resolve("failed-users.json"))
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent("[\n{\"email\":\"gr\u00e4ce@example.com\"},\n{\"n\":1.10}\n]\n");
    }

    @Test
    void filesAreWholeThoughTheImportBrokeOff() throws IOException {
        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            add(directory, "{}");
            directory.add(failure(0, "one"));
            directory.showFailedUsers();
            add(directory, "{\"a\":1}");
        }

        assertThat(temp.resolve("failed-users.json")).hasContent("[\n{}\n]\n");
        assertThat(Files.readAllLines(temp.resolve("failures.jsonl"))).hasSize(1);
        assertThat(temp.resolve("import-report.json")).doesNotExist();
    }

    @Test
    void closingTwiceChangesNothing() throws IOException {
        ReportDirectory directory = ReportDirectory.at(temp);
        add(directory, "{}");
        directory.add(failure(0, "one"));
        directory.finish(report(Status.FAILED, Optional.empty()));
        directory.close();
        directory.close();

        assertThat(directory.failedUsers()).hasContent("[\n{}\n]\n");
        assertThat(directory.hasFailedUsers()).isTrue();
    }

    @Test
    void whatAnEarlierImportLeftIsRemovedAndNothingElse() throws IOException {
        Files.writeString(temp.resolve("import-report.json"), "old");
        Files.writeString(temp.resolve("failures.jsonl"), "old");
        Files.writeString(temp.resolve("failed-users.json"), "old");
        Files.writeString(temp.resolve("failed-users.json.1"), "a draft");
        Files.writeString(temp.resolve("failed-users.json.2"), "another");
        Files.writeString(temp.resolve("import-report.json.1"), "a draft");
        Files.writeString(temp.resolve("mine.txt"), "mine");

        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            assertThat(directory.failedUsers()).hasContent("old");
            directory.begin(false);
        }

        assertThat(temp).isDirectoryNotContaining(file -> !file.endsWith("mine.txt"));
        assertThat(temp.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void theFailedUsersOfAnEarlierRunStayUntilThereAreOthersToBeShown() throws IOException {
        Files.writeString(temp.resolve("import-report.json"), "old");
        Files.writeString(temp.resolve("failed-users.json"), "old");

        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            directory.begin(true);
            directory.add(failure(0, "one"));
            add(directory, "{}");
            assertThat(directory.report()).doesNotExist();
            assertThat(directory.failedUsers()).hasContent("old");
            directory.showFailedUsers();
            assertThat(directory.failedUsers()).hasContent("[\n{}\n]\n");
        }
    }

    @Test
    void theFailedUsersOfAnEarlierRunGoIfNobodyFailedInTheEnd() throws IOException {
        Files.writeString(temp.resolve("failed-users.json"), "old");

        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            directory.begin(true);
            directory.finish(report(Status.SUCCEEDED, Optional.empty()));
        }

        assertThat(temp).isDirectoryNotContaining(file -> !file.endsWith("import-report.json"));
    }

    /** A reader never meets half a report: what it has opened stays as it was. */
    @Test
    void theReportIsReplacedAndNotWrittenOver() throws IOException {
        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            directory.finish(report(Status.FAILED, Optional.empty()));
            Object first = Files.readAttributes(directory.report(), BasicFileAttributes.class)
                    .fileKey();
            assumeThat(first).isNotNull();
            Path kept = Files.createLink(temp.resolve("kept"), directory.report());
            directory.finish(report(Status.SUCCEEDED, Optional.empty()));

            assertThat(Files.readAttributes(directory.report(), BasicFileAttributes.class)
                            .fileKey())
                    .isNotEqualTo(first);
            assertThat(parsed(Files.readString(kept)).path("status").asText()).isEqualTo("failed");
        }
    }

    @Test
    void theDirectoryIsMadeWithItsParents() throws IOException {
        Path inner = temp.resolve("target/auth0/report");
        ReportDirectory.at(inner).close();

        assertThat(inner).isEmptyDirectory();
    }

    @Test
    void filesAreTheirOwnersOnlyFromTheMomentTheyExist() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            add(directory, "{}");
            directory.add(failure(0, "one"));
            directory.showFailedUsers();
            assertOwnerOnly(directory.failedUsers());
            assertOwnerOnly(temp.resolve("failures.jsonl"));
            directory.finish(report(Status.FAILED, Optional.empty()));
            assertOwnerOnly(directory.report());
        }
    }

    private static void assertOwnerOnly(Path file) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsThereDoesNotPassItsPermissionsOn() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path file = temp.resolve("report");
        Files.writeString(file, "a longer text that was here before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        try (RandomAccessFile out = OwnerOnly.create(file)) {
            assertOwnerOnly(file);
            out.write('x');
        }

        assertThat(file).hasContent("x");
        assertOwnerOnly(file);
    }

    @Test
    void aLinkIsReplacedAndNotFollowed() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path elsewhere = temp.resolve("elsewhere");
        Files.writeString(elsewhere, "mine");
        Path link = Files.createSymbolicLink(temp.resolve("import-report.json"), elsewhere);

        try (RandomAccessFile out = OwnerOnly.create(link)) {
            out.write('x');
        }

        assertThat(elsewhere).hasContent("mine");
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @Test
    void aFileInTheCurrentDirectoryHasAParentToo() throws IOException {
        Path relative =
                Path.of("").toAbsolutePath().relativize(temp.toAbsolutePath().resolve("relative.json"));
        try (RandomAccessFile out = OwnerOnly.create(relative)) {
            out.write('x');
        }

        assertThat(temp.resolve("relative.json")).hasContent("x");
    }

    @Test
    void halfASurrogatePairDoesNotBreakTheReport() throws IOException {
        Failure half =
                new Failure(Optional.empty(), Optional.of("a\ud83d"), "C\ude00", "half \ud83d a pair \ud83d\ude00");
        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            directory.add(half);
            directory.finish(report(Status.FAILED, Optional.of("half \ude00 a pair")));
        }

        JsonNode report = parsed(Files.readString(temp.resolve("import-report.json")));
        assertThat(report.path("problem").asText()).isEqualTo("half \ude00 a pair");
        assertThat(report.path("failures").path(0).path("message").asText()).isEqualTo(half.message());
    }

    @Test
    void manyFailuresAreCopiedFromTheDisk() throws IOException {
        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            for (int index = 0; index < 20_000; index++) {
                directory.add(failure(index, "failure " + index));
            }
            directory.finish(report(Status.FAILED, Optional.empty()));
        }

        JsonNode failures =
                JSON.readTree(temp.resolve("import-report.json").toFile()).path("failures");
        assertThat(failures).hasSize(20_000);
        assertThat(failures.path(19_999).path("index").asInt()).isEqualTo(19_999);
    }

    @Test
    void nothingIsLeftOpen() throws IOException {
        Path open = Path.of("/proc/self/fd");
        assumeThat(open).exists();
        try (ReportDirectory directory = ReportDirectory.at(temp)) {
            add(directory, "{}");
            directory.add(failure(0, "one"));
            directory.finish(report(Status.FAILED, Optional.empty()));
        }
        ReportDirectory broken = ReportDirectory.at(temp);
        broken.add(failure(0, "one"));
        Files.delete(temp.resolve("failures.jsonl"));
        assertThatIOException().isThrownBy(() -> broken.finish(report(Status.FAILED, Optional.empty())));
        broken.close();

        List<String> files = new ArrayList<>();
        try (var descriptors = Files.newDirectoryStream(open)) {
            for (Path descriptor : descriptors) {
                if (Files.isSymbolicLink(descriptor)) {
                    files.add(Files.readSymbolicLink(descriptor).toString());
                }
            }
        }
        assertThat(files).noneMatch(file -> file.startsWith(temp.toString()));
    }

    @Test
    void aFailureIsALineThatLeadsToItsPlace() {
        assertThat(failure(4, "is wrong")).hasToString("src/users.json:[5,3] email: is wrong [CODE]");
        assertThat(new Failure(Optional.empty(), Optional.empty(), "CODE", "is wrong"))
                .hasToString("is wrong [CODE]");
    }

    @Test
    void aReportKeepsItsOwnLists() {
        List<String> remarks = new ArrayList<>(List.of("one"));
        List<JobRecord> jobs = new ArrayList<>();
        ImportReport report = new ImportReport(
                Status.SKIPPED,
                new Target(false, "", "", ""),
                START,
                START.plusSeconds(3),
                Users.NONE,
                jobs,
                remarks,
                Optional.empty());
        remarks.clear();
        jobs.add(new JobRecord(1, "job_1", "pending", 1, 1, START, Optional.empty()));

        assertThat(report.remarks()).containsExactly("one");
        assertThat(report.jobs()).isEmpty();
        assertThat(report.duration()).hasSeconds(3);
        assertThat(new Users(9, 1, 2, 3, 3, 0).notImported()).isEqualTo(6);
    }
}
