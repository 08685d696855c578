package io.github.auth0maven.mojo.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.Answer;
import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.jobs.JobErrors.UserError;
import io.github.auth0maven.jobs.ServiceError;
import io.github.auth0maven.report.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the service says, nobody hears an address; whom it is about is known all the same. */
class RedactedJobsTest {

    private static final String ADA = "ada@example.com";

    private Redaction redaction;

    @BeforeEach
    void begin(@TempDir Path directory) throws IOException {
        redaction = Redaction.keyedBy(List.of(Files.writeString(directory.resolve("users.json"), "[]")));
    }

    @Test
    void errorsOfUsersKeepWhoseTheyAre() {
        Identity ada = new Identity(Optional.of(ADA), Optional.empty(), Optional.empty());
        JobErrors errors = new JobErrors(
                List.of(new UserError(ada, "CODE", ADA + " already exists", Optional.of("email"))),
                Optional.of("because of " + ADA));

        JobErrors redacted = given(jobs(new Answer.Given<>(errors)).errors("job_1"));

        assertThat(redacted.users()).singleElement().satisfies(error -> {
            assertThat(error.identity()).isEqualTo(ada);
            assertThat(error.message())
                    .isEqualTo(redaction.text(ADA) + " already exists")
                    .doesNotContain("@");
        });
        assertThat(redacted.details()).contains("because of " + redaction.text(ADA));
    }

    @Test
    void theReasonOfAFailedJobIsRedacted() {
        ImportJob failed = new ImportJob("job_1", "failed", Optional.empty(), Optional.of("because of " + ADA));

        assertThat(given(jobs(new Answer.Given<>(failed)).get("job_1")).details())
                .contains("because of " + redaction.text(ADA));
    }

    static Stream<Answer<Object>> answersWithAText() {
        return Stream.of(
                new Answer.NotTaken<>("504 for " + ADA),
                new Answer.Uncertain<>("504 for " + ADA),
                new Answer.TooLarge<>("too large for " + ADA),
                new Answer.Refused<>(new ServiceError(400, Optional.empty(), "no " + ADA, Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("answersWithAText")
    void everyAnswerIsRedactedAndKeepsItsKind(Answer<Object> answer) {
        assertThat(jobs(answer).createdAt(new byte[0]))
                .hasSameClassAs(answer)
                .asString()
                .doesNotContain("@")
                .contains("email:");
    }

    @Test
    void answersWithoutATextAreTheSame() {
        Answer<Object> limited = new Answer.RateLimited<>(Duration.ofSeconds(1));
        Answer<Object> taken = new Answer.SlotsTaken<>(Optional.empty(), OptionalInt.of(2));

        assertThat(jobs(limited).get("job_1")).isEqualTo(limited);
        assertThat(jobs(taken).get("job_1")).isEqualTo(taken);
        assertThat(jobs(taken).serviceTime()).isEqualTo(Instant.EPOCH);
        assertThat(jobs(taken).rest()).isEqualTo(Duration.ZERO);
    }

    private ImportJobs jobs(Answer<?> answer) {
        return new RedactedJobs(new Always(answer), redaction);
    }

    private static <T> T given(Answer<T> answer) {
        return ((Answer.Given<T>) answer).value();
    }

    /** Gives the same answer to everything. */
    private record Always(Answer<?> answer) implements ImportJobs {

        @Override
        public Answer<ImportJob> submit(Batch batch) {
            return same();
        }

        @Override
        public Answer<ImportJob> get(String id) {
            return same();
        }

        @Override
        public Answer<JobErrors> errors(String id) {
            return same();
        }

        @Override
        public Answer<Optional<Instant>> createdAt(byte[] user) {
            return same();
        }

        @Override
        public Instant serviceTime() {
            return Instant.EPOCH;
        }

        @Override
        public Duration rest() {
            return Duration.ZERO;
        }

        @SuppressWarnings("unchecked") // the test knows what it asks for
        private <T> Answer<T> same() {
            return (Answer<T>) answer;
        }
    }
}
