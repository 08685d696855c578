package io.github.auth0maven.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.batch.Batcher;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.validation.ConnectionRules;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.ValidationSettings;
import io.github.auth0maven.validation.WarningPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted before an import is what the import sends. */
class AssessmentTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void itAgreesWithWhatIsPacked(int seed) throws IOException {
        Random random = new Random(seed);
        UsersFiles files = files(random);
        RootAttributes attributes = random.nextBoolean()
                ? RootAttributes.NONE
                : RootAttributes.of(Map.of("nickname", "née \"Ada\" @{email}", "blocked", "true"));
        int capacity = 300 + random.nextInt(3000);
        Assessment assessment = new Assessment(files, attributes, capacity);
        FileJudge judge = new FileJudge(new ValidationSettings(capacity - 2, attributes, Optional.empty()), directory);

        Judgement judgement = assessment.judge(judge, violation -> {});

        List<Batch> batches = batches(files, judgement, attributes, capacity);
        long users = batches.stream().mapToLong(Batch::users).sum();
        long bytes = batches.stream().mapToLong(Batch::size).sum();
        assertThat(assessment.load())
                .isEqualTo(new Assessment.Load(
                        users,
                        batches.size(),
                        bytes,
                        batches.isEmpty() ? 0 : (double) bytes / batches.size() / capacity));
        for (int i = 0; i < files.files().size(); i++) {
            assertThat(assessment.of(i)).isEqualTo(inFile(files.files().get(i).name(), i, files, batches));
        }
        long inFiles = 0;
        for (int i = 0; i < files.files().size(); i++) {
            inFiles += assessment.of(i).users();
        }
        assertThat(inFiles).isEqualTo(judgement.users());
    }

    @Test
    void usersWithWarningPolicyAreNotSent() throws IOException {
        Path file = Files.writeString(directory.resolve("users.json"), "[{\"email\":\"a@example.com\"}]");
        Assessment assessment = new Assessment(new UsersFile(file, "users.json"), RootAttributes.NONE, 1000);

        assessment.judge(
                new FileJudge(
                        new ValidationSettings(
                                998,
                                RootAttributes.NONE,
                                Optional.empty(),
                                WarningPolicy.RAISE_ALL,
                                ConnectionRules.UNKNOWN),
                        directory),
                violation -> {});

        assertThat(assessment.load()).isEqualTo(new Assessment.Load(0, 0, 0, 0));
        assertThat(assessment.of(0)).isEqualTo(new Assessment.InFile(1, 0, 0));
        assertThat(assessment.of(1)).isEqualTo(Assessment.InFile.NOTHING);
    }

    /** Of a file as the batches have it; how many users it has besides, which only the assessment knows. */
    private static Assessment.InFile inFile(String name, int number, UsersFiles files, List<Batch> batches)
            throws IOException {
        long valid = 0;
        long bytes = 0;
        for (Batch batch : batches) {
            for (int i = 0; i < batch.users(); i++) {
                if (batch.position(i).file().equals(name)) {
                    valid++;
                    bytes += batch.user(i).length;
                }
            }
        }
        long users = 0;
        try (UserReader reader = files.open()) {
            while (reader.next()) {
                users += reader.file() == number ? 1 : 0;
            }
        }
        return new Assessment.InFile(users, valid, bytes);
    }

    private List<Batch> batches(UsersFiles files, Judgement judgement, RootAttributes attributes, int capacity)
            throws IOException {
        List<Batch> batches = new ArrayList<>();
        try (ReportDirectory reports = ReportDirectory.at(directory);
                UserReader users = ChosenUsers.valid(
                        files.open(),
                        judgement.invalid(),
                        new FailureRecorder(reports, new RecordingListener(), Clock.systemUTC()))) {
            Batcher batcher = new Batcher(users, new WithRootAttributes(attributes), capacity);
            for (Optional<Batch> batch = batcher.next(); batch.isPresent(); batch = batcher.next()) {
                batches.add(batch.get());
            }
        }
        return batches;
    }

    /** One to three files with valid and invalid users and, sometimes, duplicates; some have no users. */
    private UsersFiles files(Random random) throws IOException {
        List<UsersFile> files = new ArrayList<>();
        boolean duplicates = random.nextBoolean();
        int number = 0;
        for (int file = random.nextInt(3); file >= 0; file--) {
            List<String> users = new ArrayList<>();
            for (int user = random.nextInt(5) == 0 ? 0 : random.nextInt(80); user > 0; user--) {
                int id = duplicates ? random.nextInt(60) : number++;
                users.add("{ \"email\": \"" + (random.nextInt(9) == 0 ? "none" : "é" + id + "@example.com") + "\""
                        + (random.nextInt(3) == 0 ? ", \"nickname\": \"n\\u00e4\"" : "")
                        + ", \"user_metadata\": {\"a\": \"" + "x".repeat(random.nextInt(100)) + "\"} }");
            }
            String name = "users-" + file + ".json";
            Path path = directory.resolve(name);
            Files.write(path, ("[" + String.join(",\n", users) + "]").getBytes(UTF_8));
            files.add(new UsersFile(path, name));
        }
        return new UsersFiles(files, ReadingOptions.DEFAULT);
    }
}
