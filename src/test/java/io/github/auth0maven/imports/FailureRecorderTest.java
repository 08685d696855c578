package io.github.auth0maven.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.jobs.RejectedUser;
import io.github.auth0maven.jobs.Rejection;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.UserReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureRecorderTest {

    private static final JobRecord JOB = new JobRecord(1, "job_1", "completed", 1, 9, Instant.EPOCH, Optional.empty());

    @TempDir
    Path temp;

    private static RejectedUser rejected(int index) {
        return new RejectedUser(
                Optional.of(new Position("users.json", index, 1, 1)),
                new Rejection("CODE", "message", Optional.empty()));
    }

    /** Killed in between, the list would otherwise have fewer users than before. */
    @Test
    void theListOfAnEarlierRunStaysUntilAllWhoAreInItHaveBeenPutAsideAgain() throws IOException {
        Path list = temp.resolve("failed-users.json");
        Files.writeString(list, "of an earlier run");
        try (ReportDirectory directory = ReportDirectory.at(temp);
                UserReader users = UserReader.over("users.json", "[{\"a\":1},{\"b\":2},{\"c\":3}]".getBytes(UTF_8))) {
            directory.begin(true);
            FailureRecorder recorder = new FailureRecorder(directory, new RecordingListener(), Clock.systemUTC());
            recorder.foundBefore(rejected(0));
            recorder.foundBefore(rejected(2));

            for (int i = 0; i < 3; i++) {
                users.next();
                recorder.collectIfRejectedBefore(users.user(), users.record());
                assertThat(recorder.lacksRejectedBefore()).isEqualTo(i < 2);
                recorder.submitted(JOB);
                recorder.settled(JOB);
                assertThat(list).hasContent(i < 2 ? "of an earlier run" : "[\n{\"a\":1},\n{\"c\":3}\n]\n");
            }
        }
    }

    @Test
    void usersThatArePutAsideAreShownWhenAJobIsSubmittedAndWhenOneIsSettled() throws IOException {
        Path list = temp.resolve("failed-users.json");
        try (ReportDirectory directory = ReportDirectory.at(temp);
                UserReader users = UserReader.over("users.json", "[{\"a\":1},{\"b\":2}]".getBytes(UTF_8))) {
            FailureRecorder recorder = new FailureRecorder(directory, new RecordingListener(), Clock.systemUTC());
            users.next();
            recorder.collect(users.user(), users.record());
            assertThat(list).doesNotExist();
            recorder.submitted(JOB);
            assertThat(list).hasContent("[\n{\"a\":1}\n]\n");
            users.next();
            recorder.collect(users.user(), users.record());
            recorder.settled(JOB);
            assertThat(list).hasContent("[\n{\"a\":1},\n{\"b\":2}\n]\n");
        }
    }
}
