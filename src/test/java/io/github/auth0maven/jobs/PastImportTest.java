package io.github.auth0maven.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.batch.Batcher;
import io.github.auth0maven.batch.UserForm;
import io.github.auth0maven.jobs.PastImport.Window;
import io.github.auth0maven.journal.JournalKey;
import io.github.auth0maven.users.ForwardingReader;
import io.github.auth0maven.users.UserReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom an import may have created, by its journal. */
class PastImportTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path directory;

    private PastImport past(String... lines) throws IOException {
        Path file = directory.resolve("a.journal");
        Files.writeString(
                file,
                "{\"event\":\"IMPORT\",\"at\":\"2026-11-23T11:59:59Z\",\"input\":\"abc\",\"tenant\":\"t\","
                        + "\"connection\":\"c\",\"option.upsert\":\"false\"}\n"
                        + String.join(
                                "", Stream.of(lines).map(line -> line + "\n").toList()));
        try (ImportJournal journal = ImportJournal.open(new RandomAccessFile(file.toFile(), "rw"), "a.journal")) {
            return journal.past("a.journal").orElseThrow();
        }
    }

    private static String intent(long first, long last, int minute) {
        return "{\"event\":\"INTENT\",\"first\":" + first + ",\"last\":" + last + ",\"digest\":\"d\",\"at\":\""
                + NOON.plus(Duration.ofMinutes(minute)) + "\"}";
    }

    private static final String TAKEN =
            "{\"event\":\"TAKEN\",\"first\":0,\"uncertain\":false,\"job\":\"job_1\",\"users\":4,\"bytes\":9,\"at\":\"2026-11-23T12:00:01Z\"}";

    private static String rejected(long index, String code) {
        return "{\"event\":\"REJECTED\",\"first\":0,\"file\":\"u.json\",\"index\":" + index
                + ",\"line\":1,\"column\":1,\"code\":\"" + code + "\",\"message\":\"m\"}";
    }

    private static final String ENDED =
            "{\"event\":\"ENDED\",\"first\":0,\"status\":\"completed\",\"at\":\"2026-11-23T12:01:00Z\",\"inserted\":2,"
                    + "\"updated\":0,\"failed\":2,\"settled\":0,\"rejected\":2}";

    @Test
    void itIsAnImportOfAFileIntoAConnection() throws Exception {
        PastImport.Origin origin = past().origin();

        assertThat(origin)
                .isEqualTo(new PastImport.Origin(
                        "a.journal", Optional.of("abc"), "t", "c", Instant.parse("2026-11-23T11:59:59Z")));
        assertThat(past().users()).isZero();
        assertThat(past().window(0)).isEmpty();
    }

    @Test
    void whoWasSentMayBeThereFromTheFirstAttemptOnUntilTheEnd() throws Exception {
        PastImport past = past(intent(0, 3, 0), intent(0, 3, 5), TAKEN, ENDED);

        assertThat(past.users()).isEqualTo(4);
        assertThat(past.window(3))
                .contains(new Window(NOON, Optional.of(Instant.parse("2026-11-23T12:11:00Z")), false));
        assertThat(past.window(4)).isEmpty();
    }

    @Test
    void whoWasRefusedIsNotThereUnlessItsJobFailed() throws Exception {
        PastImport past = past(intent(0, 3, 0), TAKEN, rejected(1, "FORMAT"), rejected(2, "JOB_FAILED"), ENDED);

        assertThat(past.window(1)).isEmpty();
        assertThat(past.window(2)).isPresent();
        assertThat(past.users()).isEqualTo(3);
    }

    @Test
    void refusalsCountOnlyWithTheEndOfTheirBatch() throws Exception {
        assertThat(past(intent(0, 3, 0), TAKEN, rejected(1, "FORMAT")).window(1))
                .isPresent();
    }

    @Test
    void ofAnInterruptedImportThoseMayBeThereWhoWereAboutToBeSent() throws Exception {
        PastImport past = past(intent(0, 3, 0), TAKEN, intent(4, 5, 1));

        assertThat(past.window(5)).contains(new Window(NOON.plusSeconds(60), Optional.empty(), false));
        assertThat(past.running()).containsExactly("job_1");
    }

    @Test
    void whoWasNotTakenIsNotThere() throws Exception {
        assertThat(past(intent(0, 3, 0), "{\"event\":\"REFUSED\",\"first\":0}").users())
                .isZero();
    }

    @Test
    void theHalvesOfABatchAreWhatItWas() throws Exception {
        PastImport past = past(
                intent(0, 3, 0),
                "{\"event\":\"HALVED\",\"first\":0,\"last\":1,\"digest\":\"d\",\"second\":2,\"secondDigest\":\"e\"}",
                intent(0, 1, 7));

        assertThat(past.users()).isEqualTo(4);
        assertThat(past.window(1).orElseThrow().since()).isEqualTo(NOON);
        assertThat(past.window(2).orElseThrow().since()).isEqualTo(NOON);
    }

    /** Users who are invalid are left out between others who are sent. */
    @Test
    void whoWasLeftOutOfABatchWasNotSent() throws Exception {
        Path file = directory.resolve("b.journal");
        Batch batch = new Batcher(new WithoutTheSecond(), UserForm.AS_WRITTEN, 1_000)
                .next()
                .orElseThrow();
        try (ImportJournal journal = ImportJournal.open(new RandomAccessFile(file.toFile(), "rw"), "b.journal")) {
            journal.begin(new JournalKey("abc", Map.of(), "t", "c"), NOON);
            journal.intends(batch, NOON);

            PastImport past = journal.past("b.journal").orElseThrow();

            assertThat(past.window(0)).isPresent();
            assertThat(past.window(1)).isEmpty();
            assertThat(past.window(2)).isPresent();
            assertThat(past.users()).isEqualTo(2);
        }
    }

    private static final class WithoutTheSecond extends ForwardingReader {

        WithoutTheSecond() {
            super(UserReader.over("u.json", "[{\"email\":\"a\"},{\"email\":\"b\"},{\"email\":\"c\"}]".getBytes(UTF_8)));
        }

        @Override
        public boolean next() throws IOException {
            boolean there = users.next();
            return (there && users.user().index() == 1) ? users.next() : there;
        }
    }
}
