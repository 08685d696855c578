package io.github.auth0maven.mojo.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.jobs.JobErrors.UserError;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
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

        JobErrors redacted = given(jobs(new Result.Success<>(errors)).errors("job_1"));

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

        assertThat(given(jobs(new Result.Success<>(failed)).get("job_1")).details())
                .contains("because of " + redaction.text(ADA));
    }

    static Stream<Result<Object>> answersWithAText() {
        return Stream.of(
                new Result.NotTaken<>("504 for " + ADA),
                new Result.Uncertain<>("504 for " + ADA),
                new Result.TooLarge<>("too large for " + ADA),
                new Result.Refused<>(new ServiceError(400, Optional.empty(), "no " + ADA, Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("answersWithAText")
    void everyAnswerIsRedactedAndKeepsItsKind(Result<Object> answer) {
        assertThat(jobs(answer).createdAt(new byte[0]))
                .hasSameClassAs(answer)
                .asString()
                .doesNotContain("@")
                .contains("email:");
    }

    @Test
    void answersWithoutATextAreTheSame() {
        Result<Object> limited = new Result.RateLimited<>(Duration.ofSeconds(1));
        Result<Object> taken = new Result.SlotsTaken<>(Optional.empty(), OptionalInt.of(2));

        assertThat(jobs(limited).get("job_1")).isEqualTo(limited);
        assertThat(jobs(taken).get("job_1")).isEqualTo(taken);
        assertThat(jobs(taken).serviceTime()).isEqualTo(Instant.EPOCH);
        assertThat(jobs(taken).rest()).isEqualTo(Duration.ZERO);
    }

    private ImportJobs jobs(Result<?> answer) {
        return new RedactedJobs(new Always(answer), redaction);
    }

    private static <T> T given(Result<T> answer) {
        return ((Result.Success<T>) answer).value();
    }

    /** Gives the same answer to everything. */
    private record Always(Result<?> answer) implements ImportJobs {

        @Override
        public Result<ImportJob> submit(Batch batch) {
            return same();
        }

        @Override
        public Result<ImportJob> get(String id) {
            return same();
        }

        @Override
        public Result<JobErrors> errors(String id) {
            return same();
        }

        @Override
        public Result<Optional<Instant>> createdAt(byte[] user) {
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
        private <T> Result<T> same() {
            return (Result<T>) answer;
        }
    }
}
