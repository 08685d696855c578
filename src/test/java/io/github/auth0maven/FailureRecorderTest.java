package io.github.auth0maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.User;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into the report as an import goes on. */
class FailureRecorderTest {

    private static final Position PLACE = new Position("users.json", 3, 7, 5);

    private ReportDirectory directory;
    private final RecordingListener listener = new RecordingListener();

    @BeforeEach
    void begin(@TempDir Path reports) throws Exception {
        directory = ReportDirectory.at(reports);
    }

    @Test
    void anErrorIsAFailure() throws Exception {
        recorder().found(new Violation(PLACE, "email", "INVALID_FORMAT", "no address", Severity.ERROR));

        directory.close();
        assertThat(directory.failures()).hasContent("""
                {"file":"users.json","index":3,"line":7,"column":5,"code":"INVALID_FORMAT",\
                "message":"no address","attribute":"email"}""");
        assertThat(listener.lines).containsExactly("invalid user 3");
    }

    @Test
    void anErrorOfTheWholeUserNamesNoAttribute() throws Exception {
        recorder().found(new Violation(PLACE, null, "TOO_LARGE", "too large", Severity.ERROR));

        directory.close();
        assertThat(directory.failures()).content().contains("\"attribute\":null");
    }

    @Test
    void aWarningIsNoFailure() throws Exception {
        recorder().found(new Violation(PLACE, "picture", "WARNING", "no URL", Severity.WARNING));

        directory.close();
        assertThat(directory.failures()).doesNotExist();
    }

    @Test
    void aUserIsPutAsideOnce() throws Exception {
        FailureRecorder recorder = recorder();
        User user = User.of("users.json", "{\"email\": \"ada@example.com\"}".getBytes(StandardCharsets.UTF_8));

        recorder.collect(user);
        recorder.collect(user);

        directory.close();
        assertThat(Files.readString(directory.failedUsers())).isEqualTo("[\n{\"email\":\"ada@example.com\"}\n]\n");
    }

    private FailureRecorder recorder() {
        return new FailureRecorder(directory, listener);
    }
}
