package io.github.auth0maven.imports;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.imports.UserImport.Service;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.jobs.JobsResult.Stop;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ImportReport.Users;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.service.ServiceError;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFileChangedException;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.KnownConnection;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An import as a whole, with a service that is not there. */
class UserImportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ServiceError REFUSAL =
            new ServiceError(403, Optional.of("insufficient_scope"), "Insufficient scope", Optional.empty());

    private Path file;
    private Path reports;
    private RecordingListener listener = new RecordingListener();
    private RootAttributes rootAttributes = RootAttributes.NONE;
    private int capacity = 100_000;
    private boolean skipInvalid;
    private long maxFailedUsers;
    private boolean stopAfterFailures;
    private Resumption resumption = Resumption.none();

    @BeforeEach
    void nameTheFiles(@TempDir Path directory) {
        file = directory.resolve("users.json");
        reports = directory.resolve("reports");
    }

    @Test
    void everyUserIsSentOnceInTheOrderOfTheFile() throws Exception {
        write(IntStream.range(0, 100).mapToObj(i -> user("user" + i)));
        capacity = 1000;
        FakeJobs jobs = new FakeJobs();

        ImportReport report = run(jobs);

        assertThat(jobs.submitted())
                .hasSizeGreaterThan(5)
                .allSatisfy(batch -> assertThat(batch.length()).isLessThanOrEqualTo(1000));
        assertThat(nicknames(jobs))
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "user" + i).toList());
        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(report.users()).isEqualTo(new Users(100, 100, 0, 0, 0, 0));
    }

    @Test
    void nothingIsSentIfAUserIsInvalid() throws Exception {
        write(Stream.of(user("ada"), invalid("bob"), user("cyd")));
        FakeJobs jobs = new FakeJobs();

        ImportReport report = run(jobs);

        assertThat(jobs.submitted()).isEmpty();
        assertThat(listener.lines).containsExactly("invalid user 1", "judged 3");
        assertThat(report.status()).isEqualTo(Status.FAILED);
        assertThat(report.problem()).isEmpty();
        assertThat(report.users()).isEqualTo(new Users(3, 0, 0, 0, 1, 2));
    }

    @Test
    void noNumberOfUsersThatMayFailLetsAnInvalidOnePassUnasked() throws Exception {
        write(Stream.of(user("ada"), invalid("bob")));
        maxFailedUsers = 1000;

        assertThat(run(new FakeJobs()).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void theValidUsersAreSentIfTheInvalidOnesAreToBeSkipped() throws Exception {
        write(Stream.of(user("ada"), invalid("bob"), user("cyd"), invalid("dan")));
        skipInvalid = true;
        maxFailedUsers = 2;
        FakeJobs jobs = new FakeJobs();

        ImportReport report = run(jobs);

        assertThat(nicknames(jobs)).containsExactly("ada", "cyd");
        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(report.users()).isEqualTo(new Users(4, 2, 0, 0, 2, 0));
    }

    @Test
    void theServiceIsConnectedToOnceTheLastUserHasBeenJudged() throws Exception {
        write(Stream.of(user("ada"), user("bob")));

        run(new FakeJobs());

        assertThat(listener.lines)
                .containsExactly("judged 2", "connected", "surveyed 2 in 1", "submitted job_1", "ended job_1");
    }

    @Test
    void whatDependsOnTheConnectionIsJudgedOnceItIsKnownAndBeforeAnythingIsSent() throws Exception {
        write(Stream.of(user("ada"), "{\"username\": \"kid\", \"email_verified\": true}", user("bob"), user("ADA")));
        FakeJobs jobs = new FakeJobs();

        ImportReport report = runWith(new FakeService(listener.lines, jobs, KnownConnection.USUAL));

        assertThat(listener.lines).containsExactly("connected", "invalid user 1", "invalid user 3", "judged 4");
        assertThat(jobs.submitted()).isEmpty();
        assertThat(report.status()).isEqualTo(Status.FAILED);
        assertThat(report.users()).isEqualTo(new Users(4, 0, 0, 0, 2, 2));
        assertThat(JSON.readTree(reports.resolve("failed-users.json").toFile())).hasSize(2);
    }

    @Test
    void theOthersAreSentIfTheInvalidUsersOfTheConnectionAreSkipped() throws Exception {
        skipInvalid = true;
        maxFailedUsers = 2;
        write(Stream.of(user("ada"), "{\"username\": \"kid\", \"email_verified\": true}", user("bob"), user("ADA")));
        FakeJobs jobs = new FakeJobs();

        ImportReport report = runWith(new FakeService(listener.lines, jobs, KnownConnection.USUAL));

        assertThat(listener.lines).contains("judged 4", "surveyed 2 in 1");
        assertThat(nicknames(jobs)).containsExactly("ada", "bob");
        assertThat(report.users()).isEqualTo(new Users(4, 2, 0, 0, 2, 0));
    }

    @Test
    void whatAConnectionDemandsIsJudgedThoughNothingIndicatedItBefore() throws Exception {
        write(Stream.of(user("ada"), user("bob")));
        FakeJobs jobs = new FakeJobs();

        ImportReport report =
                runWith(new FakeService(listener.lines, jobs, KnownConnection.demanding(Set.of("email", "username"))));

        assertThat(listener.lines.stream().distinct())
                .containsExactly("judged 2", "connected", "invalid user 0", "invalid user 1");
        assertThat(jobs.submitted()).isEmpty();
        assertThat(report.users()).isEqualTo(new Users(2, 0, 0, 0, 2, 0));
    }

    @Test
    void whatAConnectionAllowsIsSentToIt() throws Exception {
        write(Stream.of(user("ada"), user("ADA")));
        FakeJobs jobs = new FakeJobs();

        ImportReport report = runWith(new FakeService(listener.lines, jobs, KnownConnection.LENIENT));

        assertThat(nicknames(jobs)).containsExactly("ada", "ADA");
        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(report.remarks()).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsSentWithAWarningAndARemark() throws Exception {
        write(Stream.of(user("ada"), user("ADA")));
        FakeJobs jobs = new FakeJobs();

        ImportReport report = run(jobs);

        assertThat(nicknames(jobs)).containsExactly("ada", "ADA");
        assertThat(report.remarks()).singleElement().asString().contains("read:connections_options");
        assertThat(Files.readString(reports.resolve("import-report.json"))).contains("CONNECTION_EMAIL_UNIQUE");
    }

    @Test
    void aFileThatIsInvalidForAnyConnectionIsToldWholeWithoutOne() throws Exception {
        write(Stream.of(user("ada"), invalid("bob"), user("ADA")));

        ImportReport report = run(new FakeJobs());

        assertThat(listener.lines).containsExactly("invalid user 1", "judged 3");
        assertThat(report.remarks()).isEmpty();
        assertThat(Files.readString(reports.resolve("import-report.json"))).contains("CONNECTION_EMAIL_UNIQUE");
    }

    @Test
    void nobodyIsConnectedToIfAllUsersAreInvalid() throws Exception {
        write(Stream.of(invalid("ada"), invalid("bob")));
        skipInvalid = true;
        maxFailedUsers = 2;

        ImportReport report = run(new FakeJobs());

        assertThat(listener.lines).doesNotContain("connected");
        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(failedUsers()).containsExactly("ada", "bob");
    }

    @Test
    void nobodyIsConnectedToForAFileWithoutUsers() throws Exception {
        write(Stream.of());

        ImportReport report = run(new FakeJobs());

        assertThat(listener.lines).containsExactly("judged 0");
        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(reports).isDirectoryContaining("glob:**import-report.json");
        assertThat(reports.resolve("failed-users.json")).doesNotExist();
    }

    @Test
    void nothingIsSentIfTheServiceCannotBeConnectedTo() throws Exception {
        write(Stream.of(user("ada")));

        assertThatThrownBy(() -> run(null))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no way in");
        assertThat(listener.lines).containsExactly("judged 1", "connected");
    }

    @Test
    void nobodyIsConnectedToForAFileThatIsNoListOfUsers() throws Exception {
        Files.writeString(file, "[" + user("ada") + ", 17]");

        assertThatThrownBy(() -> run(new FakeJobs()))
                .isInstanceOf(UsersFileException.class)
                .hasMessageStartingWith("users.json:[1,");
        assertThat(listener.lines).isEmpty();
    }

    @ParameterizedTest(name = "{0} rejected and {1} invalid of 5, {2} may fail: {3}")
    @CsvSource({
        "0, 0, 0, SUCCEEDED",
        "1, 0, 0, FAILED",
        "1, 0, 1, SUCCEEDED",
        "2, 0, 1, FAILED",
        "0, 1, 0, FAILED",
        "0, 1, 1, SUCCEEDED",
        "1, 1, 1, FAILED",
        "1, 1, 2, SUCCEEDED",
        "3, 2, 4, FAILED",
        "3, 2, 5, SUCCEEDED",
    })
    void asManyUsersMayFailAsItSays(int rejected, int invalid, long mayFail, Status status) throws Exception {
        FakeJobs jobs = new FakeJobs();
        IntStream.range(0, rejected).forEach(i -> jobs.rejects("user" + i + "@example.com", "DUPLICATED_USER"));
        write(IntStream.range(0, 5).mapToObj(i -> i < 5 - invalid ? user("user" + i) : invalid("user" + i)));
        skipInvalid = true;
        maxFailedUsers = mayFail;

        ImportReport report = run(jobs);

        assertThat(report.status()).isEqualTo(status);
        assertThat(report.users()).isEqualTo(new Users(5, 5 - rejected - invalid, 0, rejected, invalid, 0));
    }

    @Test
    void everyUserThatWasNotImportedIsPutAsideOnce() throws Exception {
        write(Stream.of(user("ada"), invalid("bob"), user("cyd"), user("dan")));
        skipInvalid = true;
        FakeJobs jobs = new FakeJobs().rejects("cyd@example.com", "INVALID_FORMAT", "MAX_LENGTH");

        ImportReport report = run(jobs);

        assertThat(failedUsers()).containsExactlyInAnyOrder("bob", "cyd");
        assertThat(report.users()).isEqualTo(new Users(4, 2, 0, 1, 1, 0));
        assertThat(listener.lines).contains("failed 2 INVALID_FORMAT", "failed 2 MAX_LENGTH");
        assertThat(failures()
                        .map(failure -> failure.path("index") + " "
                                + failure.path("code").asText()))
                .contains("2 INVALID_FORMAT", "2 MAX_LENGTH")
                .anyMatch(failure -> failure.startsWith("1 "));
    }

    @Test
    void usersArePutAsideAsTheFileHasThem() throws Exception {
        String odd = "\"app_metadata\": {\"score\": 1.10, \"id\": 18446744073709551616, \"name\": \"\\u00e9\"}}";
        write(Stream.of(user("ada").replace("}", ", " + odd), invalid("bob").replace("}", ", " + odd), user("cyd")));
        skipInvalid = true;

        run(new FakeJobs().rejects("ada@example.com", "INVALID_FORMAT"));

        String compact = "\"app_metadata\":{\"score\":1.10,\"id\":18446744073709551616,\"name\":\"é\"}}";
        assertThat(Files.readString(reports.resolve("failed-users.json"))).containsSubsequence(compact, compact);
    }

    @Test
    void usersArePutAsideWithoutTheRootAttributesThatTheyWereSentWith() throws Exception {
        write(Stream.of(user("ada")));
        rootAttributes = RootAttributes.of(Map.of("blocked", "false", "name", "Nobody"));
        FakeJobs jobs = new FakeJobs().rejects("ada@example.com", "MAX_LENGTH");

        run(jobs);

        assertThat(users(jobs))
                .allSatisfy(user -> assertThat(user.has("blocked")).isTrue());
        assertThat(JSON.readTree(reports.resolve("failed-users.json").toFile()))
                .isEqualTo(JSON.readTree(file.toFile()));
    }

    @Test
    void aServiceThatCannotBeConnectedToIsReported() throws Exception {
        write(Stream.of(user("ada"), user("bob")));
        Service refusing = new Service() {
            @Override
            public ImportJobs connect() throws IOException {
                throw new IOException("wrong secret");
            }

            @Override
            public String explain(Stop stop) {
                return ((Stop.Broken) stop).cause().getMessage();
            }
        };

        assertThatThrownBy(() -> runWith(refusing)).hasMessage("wrong secret");

        JsonNode report = JSON.readTree(reports.resolve("import-report.json").toFile());
        assertThat(report.path("status").asText()).isEqualTo("failed");
        assertThat(report.path("problem").asText()).isEqualTo("wrong secret");
        assertThat(report.path("users").path("unsent").asInt()).isEqualTo(2);
    }

    @Test
    void aUserThatNobodySentIsToldWithoutAPlace() throws Exception {
        write(Stream.of(user("ada")));

        ImportReport report = run(new FakeJobs().names("eve@example.com").rejects("ada@example.com", "MAX_LENGTH"));

        assertThat(listener.lines).contains("failed 0 MAX_LENGTH", "failed ? STRANGER");
        assertThat(failedUsers()).containsExactly("ada");
        assertThat(report.status()).isEqualTo(Status.FAILED);
    }

    @Test
    void rootAttributesMadeOfAUsersOwnAreLeftUnsetAndCountedWhereTheUserLacksThose() throws Exception {
        write(Stream.of(user("ada").replace("}", ",\"given_name\":\"Ada\"}"), user("grace")));
        rootAttributes = RootAttributes.of(Map.of("name", "@{given_name}!"));
        FakeJobs jobs = new FakeJobs();

        ImportReport report = run(jobs);

        assertThat(report.remarks())
                .containsExactly("rootAttributes: name was left unset for 1 user who lacks given_name");
        assertThat(listener.lines).contains("noted " + report.remarks().get(0));
        assertThat(users(jobs).map(user -> user.path("name").asText("unset"))).containsExactly("Ada!", "unset");
    }

    @Test
    void rootAttributesAreSentWithTheUsersThatLackThem() throws Exception {
        write(Stream.of(user("ada"), user("bob").replace("}", ", \"blocked\": true}")));
        rootAttributes = RootAttributes.of(Map.of("blocked", "false"));
        FakeJobs jobs = new FakeJobs();

        run(jobs);

        assertThat(users(jobs).map(user -> user.path("blocked").asBoolean())).containsExactly(false, true);
    }

    @Test
    void nothingIsSentOfAFileThatHasChangedSinceItWasJudged() throws Exception {
        write(Stream.of(user("ada"), user("bob")));
        listener = new RecordingListener(() -> write(Stream.of(user("ada"), user("eve"))));
        FakeJobs jobs = new FakeJobs();

        ImportReport report = run(jobs);

        assertThat(jobs.submitted()).isEmpty();
        assertThat(report.status()).isEqualTo(Status.FAILED);
        assertThat(report.problem())
                .hasValueSatisfying(
                        problem -> assertThat(problem).startsWith("users.json changed while it was being imported"));
    }

    @Test
    void anImportStopsBeforeTheFirstUserThatHasChangedSinceItWasJudged() throws Exception {
        List<String> users = new ArrayList<>();
        IntStream.range(0, 10_000).forEach(i -> users.add(user("user" + i)));
        write(users.stream());
        listener = new RecordingListener(() -> {
            users.set(9_000, user("evil"));
            write(users.stream());
        });
        FakeJobs jobs = new FakeJobs();

        ImportReport report = run(jobs);

        List<String> sent = nicknames(jobs);
        assertThat(sent).isNotEmpty().hasSizeLessThanOrEqualTo(9_000);
        assertThat(sent)
                .isEqualTo(IntStream.range(0, sent.size())
                        .mapToObj(i -> "user" + i)
                        .toList());
        assertThat(report.status()).isEqualTo(Status.FAILED);
        assertThat(report.problem()).isPresent();
        assertThat(report.users().inserted()).isEqualTo(sent.size());
    }

    @Test
    void nobodyIsPutAsideFromAFileThatHasChangedSinceItWasJudged() throws Exception {
        write(Stream.of(invalid("ada"), user("bob")));
        listener = new RecordingListener(() -> write(Stream.of(user("ada"), user("bob"))));

        assertThatThrownBy(() -> run(new FakeJobs())).isInstanceOf(UsersFileChangedException.class);
        assertThat(reports.resolve("failed-users.json")).doesNotExist();
    }

    @Test
    void aRefusalFailsTheImportHoweverManyUsersMayFail() throws Exception {
        write(IntStream.range(0, 20).mapToObj(i -> user("user" + i)));
        capacity = 1000;
        maxFailedUsers = 1000;

        ImportReport report = run(new FakeJobs().refusesAfter(1, REFUSAL));

        assertThat(report.status()).isEqualTo(Status.FAILED);
        assertThat(report.problem()).contains("Refused");
        assertThat(report.jobs()).hasSize(1);
        assertThat(report.users().inserted()).isBetween(1L, 19L);
    }

    @Test
    void aReportSaysWhereWhenAndWhat() throws Exception {
        write(Stream.of(user("ada"), user("bob")));

        ImportReport report = run(new FakeJobs().countsButDoesNotName(1));

        assertThat(report.target()).isEqualTo(new Target(false, "example.auth0.com", "Users", "users.json"));
        assertThat(report.startedAt()).isEqualTo(VirtualTime.START);
        assertThat(report.finishedAt()).isAfter(VirtualTime.START);
        assertThat(report.users()).isEqualTo(new Users(2, 1, 0, 1, 0, 0));
        assertThat(report.jobs()).singleElement().satisfies(job -> {
            assertThat(job.id()).isEqualTo("job_1");
            assertThat(job.status()).isEqualTo("completed");
            assertThat(job.users()).isEqualTo(2);
        });
        assertThat(report.remarks()).containsExactly("Auth0 counts 1 failed user in job job_1 but names 0");
        assertThat(JSON.readTree(reports.resolve("import-report.json").toFile())
                        .path("remarks")
                        .size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failures.jsonl", "failed-users.json"})
    void anImportWhoseFailuresCannotBeWrittenSaysSo(String name) throws Exception {
        write(Stream.of(user("ada")));
        listener = new RecordingListener(() -> occupy(reports.resolve(name)));
        FakeJobs jobs = new FakeJobs().rejects("ada@example.com", "MAX_LENGTH");

        assertThatThrownBy(() -> run(jobs))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageStartingWith("The report cannot be written: ")
                .hasMessageContaining(name);
    }

    @Nested
    class OfAnInterruptedImport {

        private Path journal;
        private Resumption.Mode mode = Resumption.Mode.AUTO;
        private boolean skipUnchanged;
        private Map<String, String> options = Map.of("upsert", "false");

        @BeforeEach
        void interrupt() throws Exception {
            journal = file.resolveSibling("a.journal");
            write(IntStream.range(0, 40).mapToObj(i -> i == 30 ? invalid("user30") : user("user" + i)));
            skipInvalid = true;
            maxFailedUsers = 10;
            capacity = 500;
        }

        private ImportReport resume(FakeJobs jobs) throws Exception {
            try (ImportJournal opened = ImportJournal.open(new RandomAccessFile(journal.toFile(), "rw"), "a.journal")) {
                resumption = new Resumption(opened, mode, skipUnchanged, options);
                return run(jobs);
            }
        }

        /** Lets the service refuse after two jobs, with a rejected user in the first, and returns what it has by then. */
        private FakeJobs interrupted() throws Exception {
            FakeJobs jobs =
                    new FakeJobs().rejects("user2@example.com", "FORMAT").refusesAfter(2, REFUSAL);
            assertThat(resume(jobs).problem()).isPresent();
            listener = new RecordingListener();
            return jobs;
        }

        @Test
        void whatHasEndedIsNotSentAgainAndTheRestIs() throws Exception {
            List<String> before = nicknames(interrupted());
            FakeJobs jobs = new FakeJobs();

            ImportReport report = resume(jobs);

            assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
            assertThat(report.users()).isEqualTo(new Users(40, 38, 0, 1, 1, 0));
            List<String> all = new ArrayList<>(before);
            all.addAll(nicknames(jobs));
            assertThat(all)
                    .isEqualTo(IntStream.range(0, 40)
                            .filter(i -> i != 30)
                            .mapToObj(i -> "user" + i)
                            .toList());
            assertThat(listener.lines).contains("resumed 2 []");
        }

        @Test
        void theReportsAreOfTheWholeImport() throws Exception {
            interrupted();

            ImportReport report = resume(new FakeJobs().rejects("user35@example.com", "PATTERN"));

            assertThat(report.jobs()).hasSizeGreaterThan(4);
            assertThat(Files.readString(reports.resolve("failures.jsonl")))
                    .contains("FORMAT", "PATTERN")
                    .contains("ANY_OF_MISSING");
            assertThat(JSON.readTree(reports.resolve("failed-users.json").toFile()))
                    .extracting(user -> user.path("nickname").asText())
                    .containsExactly("user2", "user30", "user35");
        }

        @Test
        void whatFailedBeforeIsInTheReportEvenIfTheRestIsNeverReached() throws Exception {
            interrupted();

            ImportReport report = resume(new FakeJobs().refusesAfter(0, REFUSAL));

            assertThat(report.users())
                    .isEqualTo(new Users(
                            40,
                            report.users().inserted(),
                            0,
                            1,
                            1,
                            report.users().unsent()));
            assertThat(JSON.readTree(reports.resolve("failed-users.json").toFile()))
                    .extracting(user -> user.path("nickname").asText())
                    .containsExactly("user2", "user30");
        }

        @Test
        void whatWasDoneBeforeIsInTheReportEvenIfNobodyCanConnect() throws Exception {
            interrupted();

            assertThatThrownBy(() -> resume(null)).hasMessage("no way in");

            JsonNode users = JSON.readTree(reports.resolve("import-report.json").toFile())
                    .path("users");
            assertThat(users.path("failed").asInt()).isEqualTo(1);
            assertThat(users.path("inserted").asInt()).isPositive();
            assertThat(users.path("inserted").asInt() + users.path("unsent").asInt())
                    .isEqualTo(38);
            assertThat(JSON.readTree(reports.resolve("failed-users.json").toFile()))
                    .extracting(user -> user.path("nickname").asText())
                    .containsExactly("user2", "user30");
        }

        @Test
        void anotherFileIsRefusedAndNothingIsTouched() throws Exception {
            interrupted();
            String failed = Files.readString(reports.resolve("failed-users.json"));
            write(Stream.of(user("somebody")));

            assertThatThrownBy(() -> resume(new FakeJobs()))
                    .hasMessageContaining("the users file has changed")
                    .hasMessageContaining("auth0.resume=never");
            assertThat(reports.resolve("failed-users.json")).hasContent(failed);
        }

        @Test
        void anotherOptionIsRefused() throws Exception {
            interrupted();
            options = Map.of("upsert", "true");

            assertThatThrownBy(() -> resume(new FakeJobs())).hasMessageContaining("upsert has changed");
        }

        @Test
        void itCanBeForgotten() throws Exception {
            interrupted();
            mode = Resumption.Mode.NEVER;
            FakeJobs jobs = new FakeJobs();

            assertThat(resume(jobs).users().inserted()).isEqualTo(39);
            assertThat(nicknames(jobs)).hasSize(39);
        }

        @Test
        void thatThereIsOneCanBeRequired() throws Exception {
            mode = Resumption.Mode.REQUIRED;

            assertThatThrownBy(() -> resume(new FakeJobs())).hasMessageContaining("auth0.resume is required");
            mode = Resumption.Mode.AUTO;
            interrupted();
            mode = Resumption.Mode.REQUIRED;
            assertThat(resume(new FakeJobs()).status()).isEqualTo(Status.SUCCEEDED);
        }

        @Test
        void anImportThatHasEndedIsBegunAnew() throws Exception {
            interrupted();
            resume(new FakeJobs());
            FakeJobs jobs = new FakeJobs();

            resume(jobs);

            assertThat(nicknames(jobs)).hasSize(39);
        }

        @Test
        void anImportThatHasSucceededCanBeLeftOutAsLongAsNothingChanges() throws Exception {
            skipUnchanged = true;
            maxFailedUsers = 1;
            resume(new FakeJobs());
            FakeJobs jobs = new FakeJobs();

            ImportReport report = resume(jobs);

            assertThat(report.status()).isEqualTo(Status.SKIPPED);
            assertThat(jobs.submitted()).isEmpty();
            options = Map.of("upsert", "true");
            assertThat(resume(jobs).status()).isEqualTo(Status.SUCCEEDED);
            assertThat(jobs.submitted()).isNotEmpty();
        }

        @Test
        void anImportStopsWhenMoreUsersHaveFailedThanMayAndGoesOnWhenMoreMay() throws Exception {
            stopAfterFailures = true;
            maxFailedUsers = 1;
            FakeJobs jobs = new FakeJobs().rejects("user2@example.com", "FORMAT");

            ImportReport stopped = resume(jobs);

            assertThat(stopped.problem()).contains("TooManyFailed");
            assertThat(stopped.users().unsent()).isEqualTo(20);
            maxFailedUsers = 2;
            assertThat(resume(new FakeJobs()).users()).isEqualTo(new Users(40, 38, 0, 1, 1, 0));
        }
    }

    private ImportReport run(ImportJobs jobs) throws IOException, InterruptedException {
        return runWith(new FakeService(listener.lines, jobs));
    }

    private ImportReport runWith(Service service) throws IOException, InterruptedException {
        UserImport.Order order = new UserImport.Order(
                new UsersFile(file, "users.json"),
                new FileJudge(new ValidationSettings(capacity, rootAttributes, Optional.empty()), file.getParent()),
                rootAttributes,
                new Target(false, "example.auth0.com", "Users", "users.json"),
                capacity,
                skipInvalid,
                maxFailedUsers,
                stopAfterFailures,
                new JobRunner.Settings(2, Duration.ofHours(1)),
                resumption);
        try (ReportDirectory directory = ReportDirectory.at(reports)) {
            return new UserImport(order, service, new VirtualTime().timing(), listener).run(directory);
        }
    }

    /** Puts something where a file is to be written that cannot be replaced by one. */
    private static void occupy(Path file) {
        try {
            Files.createDirectories(file.resolve("occupied"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Stream<String> users) {
        try {
            Files.writeString(file, users.collect(joining(",\n  ", "[\n  ", "\n]\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String user(String name) {
        return "{\"email\": \"" + name + "@example.com\", \"email_verified\": true, \"nickname\": \"" + name + "\"}";
    }

    private static String invalid(String name) {
        return "{\"email_verified\": true, \"nickname\": \"" + name + "\"}";
    }

    private static List<String> nicknames(FakeJobs jobs) {
        return users(jobs).map(user -> user.path("nickname").asText()).toList();
    }

    private static Stream<JsonNode> users(FakeJobs jobs) {
        return jobs.submitted().stream().flatMap(batch -> elements(batch));
    }

    private List<String> failedUsers() throws IOException {
        return elements(Files.readString(reports.resolve("failed-users.json")))
                .map(user -> user.path("nickname").asText())
                .toList();
    }

    private Stream<JsonNode> failures() throws IOException {
        return elements("[" + String.join(",", Files.readAllLines(reports.resolve("failures.jsonl"))) + "]");
    }

    private static Stream<JsonNode> elements(String array) {
        try {
            List<JsonNode> elements = new ArrayList<>();
            JSON.readTree(array).forEach(elements::add);
            return elements.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
