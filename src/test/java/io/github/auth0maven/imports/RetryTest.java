package io.github.auth0maven.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.OwnerOnly;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of failed users that an earlier import left is the users file. */
class RetryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Three users fill a job. */
    private static final int CAPACITY = 200;

    @TempDir
    private Path reports;

    private Path list;
    private boolean skipInvalid;

    /** Stands for a process that ends in the middle, and cleans up nothing. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Ends with one of its calls. */
    private record Deadly(ImportJobs jobs, AtomicInteger left) implements ImportJobs {

        private void call() {
            if (left.getAndDecrement() == 0) {
                throw new Killed();
            }
        }

        @Override
        public Result<ImportJob> submit(Batch batch) {
            call();
            return jobs.submit(batch);
        }

        @Override
        public Result<ImportJob> get(String id) {
            call();
            return jobs.get(id);
        }

        @Override
        public Result<JobErrors> errors(String id) {
            call();
            return jobs.errors(id);
        }

        @Override
        public Result<Optional<Instant>> createdAt(byte[] user) {
            call();
            return jobs.createdAt(user);
        }

        @Override
        public Instant serviceTime() {
            return jobs.serviceTime();
        }

        @Override
        public Duration rest() {
            return jobs.rest();
        }
    }

    @BeforeEach
    void leaveAList() throws IOException {
        list = write("failed-users.json", 9);
        Files.writeString(reports.resolve("failed-users.errors.jsonl"), "of the import before");
    }

    private Path write(String name, int users) throws IOException {
        List<String> written =
                IntStream.range(0, users).mapToObj(RetryTest::user).toList();
        return Files.writeString(reports.resolve(name), "[\n" + String.join(",\n", written) + "\n]\n");
    }

    private static String address(int user) {
        return "user" + user + "@example.com";
    }

    private static String user(int number) {
        return "{\"email\":\"" + address(number) + "\",\"email_verified\":true}";
    }

    private ReportFiles files() {
        return ReportFiles.in(reports, ReportFiles.Kind.IMPORT).retrying(list);
    }

    private ImportReport retry(ImportJobs jobs) throws IOException, InterruptedException {
        try (ReportDirectory directory = ReportDirectory.at(files(), Redaction.none())) {
            return retry(jobs, directory);
        }
    }

    private ImportReport retry(ImportJobs jobs, ReportDirectory directory) throws IOException, InterruptedException {
        RecordingListener listener = new RecordingListener();
        try (ImportJournal journal = ImportJournal.open(OwnerOnly.open(reports.resolve("a.journal")), "a.journal")) {
            UserImport.Order order = new UserImport.Order(
                    new UsersFile(list, "failed-users"),
                    new FileJudge(new ValidationSettings(CAPACITY), reports),
                    RootAttributes.NONE,
                    new Target(false, "example.auth0.com", "Users", "failed-users"),
                    CAPACITY,
                    skipInvalid,
                    100,
                    false,
                    new JobRunner.Settings(2, Duration.ofHours(1)),
                    new Resumption(journal, Resumption.Mode.AUTO, false, Map.of()));
            return new UserImport(order, new FakeService(listener.lines, jobs), new VirtualTime().timing(), listener)
                    .run(directory);
        }
    }

    private void assertListHas(Integer... users) throws IOException {
        List<String> addresses = new ArrayList<>();
        JSON.readTree(list.toFile())
                .forEach(user -> addresses.add(user.path("email").asText()));
        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(users).stream().map(RetryTest::address).toList());
        List<String> errors = Files.readAllLines(reports.resolve("failed-users.errors.jsonl"));
        List<String> lines = Files.readAllLines(list);
        assertThat(errors).hasSameSizeAs(users);
        for (int i = 0; i < errors.size(); i++) {
            JsonNode error = JSON.readTree(errors.get(i));
            assertThat(error.path("index").asInt()).isEqualTo(i);
            assertThat(lines.get(error.path("line").asInt() - 1)).contains(addresses.get(i));
            assertThat(error.path("errors").path(0).path("code").asText()).isEqualTo("EXISTS");
        }
    }

    private void assertNothingIsLeftBeside(String... files) {
        List<String> allowed = new ArrayList<>(List.of(files));
        allowed.addAll(List.of("import-report.json", "failures.jsonl", "a.journal"));
        assertThat(reports)
                .isDirectoryNotContaining(
                        file -> !allowed.contains(file.getFileName().toString()));
    }

    @Test
    void thoseWhoAreImportedLeaveTheListAndTheOthersStayWithTheirErrors() throws Exception {
        String before = Files.readString(list);

        ImportReport report = retry(new FakeJobs().rejects(address(1), "EXISTS").rejects(address(7), "EXISTS"));

        assertThat(report.users().inserted()).isEqualTo(7);
        assertListHas(1, 7);
        assertThat(reports.resolve("retried-users.json")).hasContent(before);
        assertThat(report.remarks()).singleElement().asString().contains("retried-users.json");
        assertNothingIsLeftBeside("failed-users.json", "failed-users.errors.jsonl", "retried-users.json");
    }

    @Test
    void aListIsGoneOnceAllAreImported() throws Exception {
        retry(new FakeJobs());

        assertNothingIsLeftBeside("retried-users.json");
    }

    @Test
    void aListStaysAsItIsWhereNothingIsSent() throws Exception {
        Files.writeString(list, "[\n" + user(0) + ",\n{\"nickname\":\"nobody\"}\n]\n");
        String before = Files.readString(list);

        FakeJobs jobs = new FakeJobs();
        assertThat(retry(jobs).status()).isEqualTo(Status.FAILED);
        assertThat(jobs.submitted()).isEmpty();
        assertThat(list).hasContent(before);
        assertThat(reports.resolve("failed-users.errors.jsonl")).hasContent("of the import before");
        assertNothingIsLeftBeside("failed-users.json", "failed-users.errors.jsonl");

        skipInvalid = true;
        retry(jobs);
        assertThat(list).hasContent("[\n{\"nickname\":\"nobody\"}\n]\n");
        assertThat(reports.resolve("failed-users.errors.jsonl")).content().contains("\"attribute\":\"email\"");
    }

    @Test
    void whoIsNotNamedAmongThoseWhoFailedIsStillInTheListAsItWas() throws Exception {
        ImportReport report = retry(new FakeJobs().countsButDoesNotName(1));

        assertThat(report.users().failed()).isPositive();
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("the others are in retried-users.json alone"));
        assertThat(reports.resolve("retried-users.json")).content().contains(address(0), address(8));
    }

    @Test
    void anImportThatStopsLeavesTheListAndTheNextOneGoesOn() throws Exception {
        String before = Files.readString(list);
        FakeJobs jobs = new FakeJobs().rejects(address(1), "EXISTS");

        assertThat(retry(new FakeJobs()
                                .rejects(address(1), "EXISTS")
                                .refusesAfter(
                                        1, new ServiceError(403, Optional.of("FORBIDDEN"), "no", Optional.empty())))
                        .problem())
                .isPresent();
        assertThat(list).hasContent(before);

        retry(jobs);
        assertThat(String.join("", jobs.submitted())).doesNotContain(address(0)).contains(address(8));
        assertListHas(1);
    }

    @Test
    void nobodyIsLostWheneverItIsKilled() throws Exception {
        String before = Files.readString(list);
        int calls = 0;
        for (boolean killed = true; killed; calls++) {
            leaveAList();
            Files.deleteIfExists(reports.resolve("a.journal"));
            FakeJobs jobs = new FakeJobs().rejects(address(1), "EXISTS").rejects(address(7), "EXISTS");
            Deadly deadly = new Deadly(jobs, new AtomicInteger(calls));
            // not closed: nobody closes anything in a process that is killed
            ReportDirectory directory = ReportDirectory.at(files(), Redaction.none());
            killed = isKilled(deadly, directory);
            if (killed) {
                assertThat(list).hasContent(before);
                assertThat(reports.resolve("failed-users.errors.jsonl")).hasContent("of the import before");
                retry(jobs);
            }
            assertListHas(1, 7);
            assertThat(reports.resolve("retried-users.json")).hasContent(before);
        }
        assertThat(calls).isGreaterThan(7);
    }

    private boolean isKilled(Deadly jobs, ReportDirectory directory) throws IOException, InterruptedException {
        try {
            retry(jobs, directory);
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    /** The journal says that all is done, and the list has not been replaced. */
    @Test
    void nobodyIsSentAgainAfterAKillBetweenTheEndOfTheJournalAndThatOfTheList() throws Exception {
        for (boolean some : new boolean[] {true, false}) {
            leaveAList();
            String before = Files.readString(list);
            FakeJobs jobs = some ? new FakeJobs().rejects(address(1), "EXISTS") : new FakeJobs();
            retry(jobs);
            Files.writeString(list, before);
            Files.writeString(reports.resolve("failed-users.next.json"), "of the run that was killed");
            int sent = jobs.submitted().size();

            retry(jobs);

            assertThat(jobs.submitted()).hasSize(sent);
            assertNothingIsLeftBeside("failed-users.json", "failed-users.errors.jsonl", "retried-users.json");
            if (some) {
                assertListHas(1);
            } else {
                assertThat(list).doesNotExist();
            }
        }
    }

    /** The same users, once more, after all was done: they may have been removed from the tenant in between. */
    @Test
    void aListThatCameBackWholeIsSentAgain() throws Exception {
        FakeJobs jobs = new FakeJobs();
        for (int user = 0; user < 9; user++) {
            jobs.rejects(address(user), "EXISTS");
        }
        retry(jobs);
        int sent = jobs.submitted().size();

        retry(jobs);

        assertThat(jobs.submitted()).hasSize(2 * sent);
        assertListHas(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void aListInCsvKeepsItsHeaderAndItsRecords() throws Exception {
        Files.delete(list);
        list = Files.writeString(
                reports.resolve("failed-users.csv"),
                "\"email\",email_verified,name\nuser0@example.com,true,\nuser1@example.com,TRUE,\"Doe, \"\"J\"\"\"\n");

        retry(new FakeJobs().rejects(address(1), "EXISTS"));

        assertThat(list).hasContent("\"email\",email_verified,name\nuser1@example.com,TRUE,\"Doe, \"\"J\"\"\"\n");
        assertNothingIsLeftBeside("failed-users.csv", "failed-users.errors.jsonl", "retried-users.csv");
    }

    @Test
    void whatWasChangedAfterAnInterruptionIsRefusedAndKept() throws Exception {
        retry(new FakeJobs().refusesAfter(1, new ServiceError(403, Optional.of("FORBIDDEN"), "no", Optional.empty())));
        String mended = Files.readString(list).replace("user5@", "mended@");
        Files.writeString(list, mended);

        assertThatThrownBy(() -> retry(new FakeJobs())).hasMessageContaining("the users file has changed");
        assertThat(list).hasContent(mended);
    }
}
