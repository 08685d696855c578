package io.github.auth0maven.jobs;

import static io.github.auth0maven.jobs.Packing.users;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.journal.JournalKey;
import io.github.auth0maven.users.Position;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal tells the next run. */
class ImportJournalTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final JournalKey KEY = new JournalKey(
            "0123", Map.of("upsert", "false", "externalId", "a b=c%\n"), "example.eu.auth0.com", "Users & Co");

    private Path path;

    @BeforeEach
    void nameTheFile(@TempDir Path directory) {
        path = directory.resolve("a.journal");
    }

    private ImportJournal open() throws IOException {
        return ImportJournal.open(new RandomAccessFile(path.toFile(), "rw"), "a.journal");
    }

    /** Leaves a journal in which one batch has ended, one is a job, and of one nobody knows. */
    private void interrupted() throws IOException {
        try (ImportJournal journal = open()) {
            journal.begin(KEY, NOON);
            Batch first = users(0, 3);
            journal.intends(first, NOON);
            journal.taken(first, job("job_1", first), false);
            Position place = new Position("users.json", 1, 2, 3);
            journal.ended(
                    first,
                    job("job_1", first).ended("completed", NOON.plusSeconds(9)),
                    new BatchOutcome(2, 0, 1, 0),
                    List.of(new RejectedUser(
                            Optional.of(place), new Rejection("FORMAT", "no e-mail\nat all", Optional.of("email")))));
            journal.intends(batch(3), NOON.plusSeconds(1));
            journal.taken(batch(3), job("job_2", batch(3)), true);
            journal.intends(batch(5), NOON.plusSeconds(2));
        }
    }

    /** Two users, the first of whom has this index in the file. */
    private static Batch batch(int first) {
        return users(0, 7).halves().get(1).halves().get(first == 3 ? 0 : 1);
    }

    private static JobRecord job(String id, Batch batch) {
        return new JobRecord(1, id, "pending", batch.users(), batch.size(), NOON, Optional.empty());
    }

    @Test
    void aNewJournalKnowsNothing() throws IOException {
        try (ImportJournal journal = open()) {
            assertThat(journal.key()).isEmpty();
            assertThat(journal.isUnfinished()).isFalse();
            assertThat(journal.hasSucceeded()).isFalse();
            assertThat(journal.ended()).isEmpty();
            assertThat(journal.stageOf(users(0, 1))).isEmpty();
        }
    }

    @Test
    void theNextRunKnowsWhatTheJournalIsAbout() throws IOException {
        interrupted();

        try (ImportJournal journal = open()) {
            assertThat(journal.key()).contains(KEY);
            assertThat(journal.isUnfinished()).isTrue();
            assertThat(journal.running()).containsExactly("job_2");
        }
    }

    @Test
    void theNextRunKnowsHowFarEachBatchHadCome() throws IOException {
        interrupted();

        try (ImportJournal journal = open()) {
            assertThat(journal.ended()).singleElement().satisfies(ended -> {
                assertThat(ended.outcome()).isEqualTo(new BatchOutcome(2, 0, 1, 0));
                assertThat(ended.job().status()).isEqualTo("completed");
                assertThat(ended.job().finishedAt()).contains(NOON.plusSeconds(9));
            });
            assertThat(journal.stageOf(batch(3)).orElseThrow())
                    .isInstanceOfSatisfying(BatchStage.Taken.class, taken -> {
                        assertThat(taken.job().id()).isEqualTo("job_2");
                        assertThat(taken.uncertain()).isTrue();
                        assertThat(taken.firstIntent()).isEqualTo(NOON.plusSeconds(1));
                    });
            assertThat(journal.stageOf(batch(5))).contains(new BatchStage.Intended(NOON.plusSeconds(2)));
        }
    }

    @Test
    void usersOfBatchesThatHaveEndedAreKnownByTheirIndex() throws IOException {
        interrupted();

        try (ImportJournal journal = open()) {
            assertThat(List.of(0L, 1L, 2L, 3L, 6L, 99L).stream().map(journal::hasEnded))
                    .containsExactly(true, true, true, false, false, false);
        }
    }

    @Test
    void batchesArePartedWhereTheyWereBefore() throws IOException {
        interrupted();

        try (ImportJournal journal = open()) {
            assertThat(journal.parts(1, 2)).isFalse();
            assertThat(journal.parts(2, 3)).isTrue();
            assertThat(journal.parts(3, 4)).isFalse();
            assertThat(journal.parts(4, 5)).isTrue();
            assertThat(journal.parts(6, 7)).isTrue();
            assertThat(journal.parts(7, 8)).isFalse();
        }
    }

    @Test
    void rejectedUsersOfBatchesThatHaveEndedAreTold() throws IOException {
        interrupted();

        List<RejectedUser> rejected = new ArrayList<>();
        try (ImportJournal journal = open()) {
            journal.replay(rejected::add);
        }

        assertThat(rejected)
                .containsExactly(new RejectedUser(
                        Optional.of(new Position("users.json", 1, 2, 3)),
                        new Rejection("FORMAT", "no e-mail\nat all", Optional.of("email"))));
    }

    @Test
    void aLineThatWasCutOffIsForgottenWhereverItWasCut() throws IOException {
        interrupted();
        byte[] whole = Files.readAllBytes(path);
        int lines = new String(whole, UTF_8).split("\n").length;

        for (int length = whole.length; length >= 0; length--) {
            Files.write(path, Arrays.copyOf(whole, length));
            try (ImportJournal journal = open()) {
                if (journal.key().isEmpty()) {
                    journal.begin(KEY, NOON);
                }
                journal.refused(users(90, 1));
            }
            String left = Files.readString(path);
            assertThat(left).as("%d bytes", length).endsWith("{\"event\":\"REFUSED\",\"first\":0}\n");
            assertThat(left.split("\n").length - 1).isLessThanOrEqualTo(lines);
            open().close();
        }
    }

    @Test
    void rejectedUsersAreToldOnceThoughTheirFirstWritingWasCutOff() throws IOException {
        RejectedUser rejected = new RejectedUser(Optional.empty(), new Rejection("FORMAT", "wrong", Optional.empty()));
        Batch batch = users(0, 3);
        JobRecord ended = job("job_1", batch).ended("completed", NOON);
        BatchOutcome outcome = new BatchOutcome(1, 0, 2, 0);
        try (ImportJournal journal = open()) {
            journal.begin(KEY, NOON);
            journal.intends(batch, NOON);
            journal.taken(batch, job("job_1", batch), false);
            journal.ended(batch, ended, outcome, List.of(rejected, rejected));
        }
        String whole = Files.readString(path);
        Files.writeString(path, whole.substring(0, whole.lastIndexOf("{\"event\":\"ENDED\"")));

        List<RejectedUser> told = new ArrayList<>();
        try (ImportJournal journal = open()) {
            journal.ended(batch, ended, outcome, List.of(rejected, rejected));
            journal.replay(told::add);
        }

        assertThat(told).hasSize(2);
    }

    @Test
    void theHalvesOfABatchThatMayHaveBeenTakenAreBothRemembered() throws IOException {
        List<Batch> halves = users(0, 7).halves();
        try (ImportJournal journal = open()) {
            journal.begin(KEY, NOON);
            journal.intends(users(0, 7), NOON);
            journal.halved(halves);
        }

        try (ImportJournal journal = open()) {
            assertThat(journal.parts(2, 3)).isTrue();
            assertThat(journal.stageOf(halves.get(0))).contains(new BatchStage.Intended(NOON));
            assertThat(journal.stageOf(halves.get(1))).contains(new BatchStage.Intended(NOON));
        }
    }

    @Test
    void nothingIsWrittenBehindALineThatCouldNotBe() throws IOException {
        RandomAccessFile full = new RandomAccessFile(path.toFile(), "rw") {
            private boolean once;

            @Override
            public void write(byte[] line) throws IOException {
                if (!once && new String(line, UTF_8).startsWith("{\"event\":\"TAKEN\"")) {
                    once = true;
                    write(line, 0, 9);
                    throw new IOException("no space left on device");
                }
                super.write(line);
            }
        };
        Batch batch = users(0, 3);
        try (ImportJournal journal = ImportJournal.open(full, "a.journal")) {
            journal.begin(KEY, NOON);
            journal.intends(batch, NOON);
            assertThatIOException()
                    .isThrownBy(() -> journal.taken(batch, job("job_1", batch), false))
                    .withMessage("The journal cannot be written: no space left on device");
            assertThatIOException()
                    .isThrownBy(() -> journal.ended(
                            batch,
                            job("job_1", batch).ended("completed", NOON),
                            new BatchOutcome(3, 0, 0, 0),
                            List.of()));
        }

        try (ImportJournal journal = open()) {
            assertThat(journal.stageOf(batch)).contains(new BatchStage.Intended(NOON));
        }
    }

    @Test
    void aBatchThatWasRefusedIsAsIfItHadNeverBeenSent() throws IOException {
        try (ImportJournal journal = open()) {
            journal.begin(KEY, NOON);
            journal.intends(users(0, 3), NOON);
            journal.refused(users(0, 3));
        }

        try (ImportJournal journal = open()) {
            assertThat(journal.stageOf(users(0, 3))).isEmpty();
            assertThat(journal.isUnfinished()).isFalse();
        }
    }

    @Test
    void theFirstAttemptIsRememberedThroughAllOthers() throws IOException {
        try (ImportJournal journal = open()) {
            journal.begin(KEY, NOON);
            journal.intends(users(0, 3), NOON);
            journal.intends(users(0, 3), NOON.plusSeconds(60));
        }

        try (ImportJournal journal = open()) {
            assertThat(journal.stageOf(users(0, 3))).contains(new BatchStage.Intended(NOON));
        }
    }

    @Test
    void aBatchOfOtherUsersIsNotTakenForTheOneThatWasSent() throws IOException {
        interrupted();

        try (ImportJournal journal = open()) {
            assertThatIOException()
                    .isThrownBy(() -> journal.stageOf(users(5, 3)))
                    .withMessageContaining("auth0.resume=never");
        }
    }

    @Test
    void anImportThatHasEndedIsNotUnfinished() throws IOException {
        interrupted();
        try (ImportJournal journal = open()) {
            journal.finish(true);
        }

        try (ImportJournal journal = open()) {
            assertThat(journal.isUnfinished()).isFalse();
            assertThat(journal.hasSucceeded()).isTrue();
            journal.begin(KEY, NOON);
        }
        try (ImportJournal journal = open()) {
            assertThat(journal.hasSucceeded()).isFalse();
            assertThat(journal.ended()).isEmpty();
            assertThat(Files.readAllLines(path)).hasSize(1);
        }
    }

    @Test
    void whatHasChangedIsNamed() {
        JournalKey other = new JournalKey("9", Map.of("upsert", "true", "format", "csv"), "b.auth0.com", "Users & Co");

        assertThat(KEY.differences(KEY)).isEmpty();
        assertThat(KEY.differences(other))
                .containsExactly(
                        "the users file",
                        "externalId",
                        "format",
                        "upsert",
                        "the tenant (example.eu.auth0.com, now b.auth0.com)");
        assertThat(KEY.differences(new JournalKey("0123", KEY.options(), KEY.tenant(), "Others")))
                .containsExactly("the connection (Users & Co, now Others)");
    }

    @Test
    void twoImportsDoNotShareAJournal() throws IOException {
        try (ImportJournal first = open()) {
            assertThat(first.key()).isEmpty();
            assertThatIOException()
                    .isThrownBy(this::open)
                    .withMessageStartingWith("Another import is running with the journal a.journal")
                    .withMessageContaining("auth0.journal");
        }
    }

    private static String trace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    /** Bytes of a file, however they came into a journal, are nothing for a log. */
    @Test
    void aLineThatMakesNoSenseIsNamedByItsNumberAndLeftAlone() throws IOException {
        for (String line : List.of(
                "secret",
                "{\"event\":\"secret\"}",
                "{\"secret\":\"INTENT\"}",
                "{\"event\":[\"secret\"]}",
                "{\"event\":\"TAKEN\",\"job\":secret}",
                "{\"event\":\"INTENT\",\"first\":\"secret\",\"last\":1,\"digest\":\"0\",\"at\":\"" + NOON + "\"}",
                "{\"event\":\"INTENT\",\"first\":0,\"last\":1,\"digest\":\"0\",\"at\":\"secret\"}",
                "{\"event\":\"FINISHED\"}")) {
            Files.deleteIfExists(path);
            try (ImportJournal journal = open()) {
                journal.begin(KEY, NOON);
            }
            Files.writeString(path, line + "\n", StandardOpenOption.APPEND);
            String text = Files.readString(path);

            assertThatIOException()
                    .as(line)
                    .isThrownBy(this::open)
                    .withMessageStartingWith("The journal a.journal cannot be understood (line 2: ")
                    .satisfies(e -> assertThat(trace(e)).doesNotContain("secret"));
            assertThat(path).hasContent(text);
        }
    }

    @Test
    void aFileThatDoesNotBeginAsAJournalDoesIsSomebodysAndStaysAsItIs() throws IOException {
        for (String text : List.of(
                "h",
                "hello\n",
                "[{\"email\":\"jane@example.com\",\"password_hash\":\"$2b$10$secret\"}]",
                "{\"email\":\"jane@example.com\"}\n",
                "{\"event\":\"INTENT\",\"first\":0}\n")) {
            Files.writeString(path, text);

            assertThatIOException()
                    .as(text)
                    .isThrownBy(this::open)
                    .withMessage("a.journal is no journal and stays as it is: name another file by auth0.journal");
            assertThat(path).hasContent(text);
        }
    }

    @Test
    void aJournalThatIsNoneKeepsNothing() throws IOException {
        try (ImportJournal none = ImportJournal.none()) {
            none.begin(KEY, NOON);
            none.intends(users(0, 1), NOON);
            none.finish(true);
            none.replay(rejected -> {
                throw new AssertionError(rejected);
            });

            assertThat(none.isUnfinished()).isFalse();
            assertThat(none.stageOf(users(0, 1))).isEmpty();
        }
    }
}
