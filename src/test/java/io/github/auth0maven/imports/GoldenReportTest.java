package io.github.auth0maven.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.GoldenCopy;
import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.PasswordReport;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report is what scripts read. */
class GoldenReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CAPACITY = 200;
    private static final String USERS = """
            [
              {"email": "ada@example.com", "email_verified": true, "nickname": "ada"},
              {"email_verified": true, "nickname": "without an address"},
              {"email": "bob@example.com", "email_verified": true, "nickname": "bob"},
              {"email": "cyd@example.com", "email_verified": true, "nickname": "cyd"}
            ]""";

    private final Map<String, Integer> objects = new LinkedHashMap<>();
    private final Map<String, Integer> fields = new LinkedHashMap<>();
    private final Map<String, Set<String>> kinds = new LinkedHashMap<>();

    @TempDir
    private Path directory;

    @Test
    void theFieldsOfTheReportAreWhatTheyWere() throws Exception {
        FakeJobs everythingGoesWrong = new FakeJobs()
                .rejects("ada@example.com", "INVALID_FORMAT")
                .names("eve@example.com")
                .countsButDoesNotName(2)
                .endsOnly(1);

        assertThat(run(everythingGoesWrong).problem()).contains("Deadline");
        look(
                "import-report.json",
                JSON.readTree(directory.resolve("import-report.json").toFile()));
        for (String lines : List.of("failures.jsonl", "failed-users.errors.jsonl")) {
            for (String line : Files.readAllLines(directory.resolve(lines))) {
                look(lines, JSON.readTree(line));
            }
        }
        assertThat(run(new FakeJobs()).status()).isEqualTo(Status.SUCCEEDED);
        look(
                "import-report.json",
                JSON.readTree(directory.resolve("import-report.json").toFile()));

        validate(USERS);
        validate("[{\"email\": \"ada@example.com\", \"email_verified\": true}]");
        assertThatThrownBy(() -> validate("no users")).isInstanceOf(UsersFileException.class);

        checkPasswords(Status.FAILED, Optional.of("users.json:[1,1] is cut off"));
        checkPasswords(Status.SUCCEEDED, Optional.empty());

        GoldenCopy.assertUnchanged("report.txt", lines());
    }

    private void checkPasswords(Status status, Optional<String> problem) throws IOException {
        ReportFiles files = ReportFiles.in(directory, ReportFiles.Kind.PASSWORDS);
        try (ReportDirectory reports = ReportDirectory.at(files, Redaction.none())) {
            reports.finish(new PasswordReport(
                    status,
                    "users.json",
                    Instant.EPOCH,
                    Instant.EPOCH,
                    new PasswordReport.Samples(1, 1, 0, 0),
                    List.of(new PasswordReport.Shape("ldap, {SSHA}", 1, 1, 1)),
                    List.of(new Position("users.json", 0, 1, 2)),
                    problem));
        }
        look("password-report.json", JSON.readTree(files.report().toFile()));
    }

    private void validate(String users) throws IOException {
        UsersFile file = new UsersFile(Files.writeString(directory.resolve("users.json"), users), "users.json");
        FileJudge judge = new FileJudge(new ValidationSettings(CAPACITY), directory);
        Assessment assessment = new Assessment(file, RootAttributes.NONE, CAPACITY);
        ReportFiles files = ReportFiles.in(directory, ReportFiles.Kind.VALIDATION);
        try (ReportDirectory reports = ReportDirectory.at(files, Redaction.none())) {
            new Validation(file, judge, assessment, new RecordingListener()).run(reports, Clock.systemUTC());
        } finally {
            look("validation-report.json", JSON.readTree(files.report().toFile()));
        }
    }

    private ImportReport run(FakeJobs jobs) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("users.json"), USERS);
        RootAttributes none = RootAttributes.NONE;
        UserImport.Order order = new UserImport.Order(
                new UsersFile(file, "users.json"),
                new FileJudge(new ValidationSettings(CAPACITY), directory),
                none,
                new Target(false, "example.auth0.com", "Users", "users.json"),
                CAPACITY,
                true,
                1,
                false,
                new JobRunner.Settings(2, Duration.ofHours(1)),
                Resumption.none());
        try (ReportDirectory reports = ReportDirectory.at(directory)) {
            RecordingListener listener = new RecordingListener();
            FakeService service = new FakeService(listener.lines, jobs);
            return new UserImport(order, service, new VirtualTime().timing(), listener).run(reports);
        }
    }

    /** Notes what there is at each path, and how often. */
    private void look(String path, JsonNode node) {
        kinds.computeIfAbsent(path, unused -> new TreeSet<>()).add(kind(path, node));
        if (node.isObject()) {
            objects.merge(path, 1, Integer::sum);
            node.properties().forEach(field -> {
                String inner = path + " " + field.getKey();
                fields.merge(inner, 1, Integer::sum);
                look(inner, field.getValue());
            });
        }
        if (node.isArray()) {
            node.forEach(item -> look(path + "[]", item));
        }
    }

    private static String kind(String path, JsonNode node) {
        if (path.endsWith("-report.json status")) {
            return node.toString();
        }
        if (node.isTextual()) {
            return node.asText().matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z") ? "instant" : "string";
        }
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        kinds.forEach((path, found) -> {
            int space = path.lastIndexOf(' ');
            boolean always =
                    space < 0 || path.endsWith("[]") || fields.get(path).equals(objects.get(path.substring(0, space)));
            lines.add(path + ": " + String.join(" or ", found) + (always ? "" : ", or absent"));
        });
        return lines;
    }
}
