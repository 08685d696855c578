package io.github.auth0maven.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.exports.UserExport.Exported;
import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are not what an export is to be: one line, and what was there before is still there. */
class FetchedFileTest {

    private static final String USERS = user("ada", "main") + "\n" + user("bob", "main") + "\n";

    private final MovableClock clock = new MovableClock();
    private Path file;

    @BeforeEach
    void nameTheFile(@TempDir Path directory) throws IOException {
        file = Files.writeString(directory.resolve("users.json"), "[{}]");
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatIsNotGzippedIsRefused(ExportFormat format) throws Exception {
        assertThatThrownBy(() -> export(format, USERS.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("The file of the export job job_1 is not gzipped")
                .hasMessageNotContaining("ada");
        nothingHasChanged();
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatIsCutOffIsRefusedWhereverThatIs(ExportFormat format) throws Exception {
        byte[] whole = gzipped(USERS);
        for (int length = 2; length < whole.length; length += 3) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThatThrownBy(() -> export(format, cut))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("The file of the export job job_1")
                    .hasMessageContaining("cut off");
        }
        nothingHasChanged();
    }

    @Test
    void whatIsDamagedIsRefused() throws Exception {
        byte[] damaged = gzipped(USERS);
        damaged[damaged.length - 6] ^= 1;

        assertThatThrownBy(() -> export(ExportFormat.USERS, damaged)).hasMessageContaining("damaged");
        assertThatThrownBy(() -> export(ExportFormat.NDJSON, damaged)).hasMessageContaining("damaged");
        nothingHasChanged();
    }

    @Test
    void usersOfOtherConnectionsAreLeftOutAndCounted() throws Exception {
        String others = user("cyd", "other") + "\n"
                + "{\"email\":\"dan@example.com\",\"user_id\":\"google-oauth2|1\",\"identities\":[{\"provider\":\"google-oauth2\","
                + "\"connection\":\"google-oauth2\",\"isSocial\":true}]}\n";

        Exported exported = export(ExportFormat.USERS, gzipped(USERS + others));

        assertThat(exported.users()).contains(2L);
        assertThat(exported.changes().allLeftOut()).isEqualTo(2);
        assertThat(exported.changes().toString()).contains("other (1)");
        assertThat(Files.readString(file)).contains("ada", "bob").doesNotContain("cyd", "dan");
    }

    @Test
    void aDiskThatIsFullIsNotTheTenantsFault() {
        assertThatThrownBy(() -> new UserExport(following(gzipped(USERS)), path -> new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException("No space left on device");
                            }
                        })
                        .run(order(ExportFormat.USERS)))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    private Exported export(ExportFormat format, byte[] answer) throws Exception {
        return new UserExport(following(answer), Files::newOutputStream).run(order(format));
    }

    private UserExport.Order order(ExportFormat format) {
        return new UserExport.Order(
                new ExportOrder(ExportFields.usual(format), format == ExportFormat.CSV),
                format,
                file,
                Optional.of("main"));
    }

    private FollowedExport following(byte[] answer) {
        return new FollowedExport(
                new Prepared(answer),
                new Timing(clock, clock::advance, () -> 0.5),
                Duration.ofMinutes(1),
                new ExportListener() {
                    @Override
                    public void submitted(String jobId) {}

                    @Override
                    public void completed(String jobId) {}

                    @Override
                    public void waiting(String reason, Duration duration) {}
                });
    }

    private void nothingHasChanged() throws IOException {
        assertThat(Files.readString(file)).isEqualTo("[{}]");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private static String user(String name, String connection) {
        return "{\"email\":\"" + name + "@example.com\",\"user_id\":\"auth0|" + name
                + "\",\"identities\":[{\"provider\":\"auth0\",\"connection\":\"" + connection
                + "\",\"isSocial\":false}]}";
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** A service whose jobs have ended, with this file. */
    private static final class Prepared implements ExportJobs {

        private final byte[] answer;

        Prepared(byte[] answer) {
            this.answer = answer;
        }

        @Override
        public Result<ExportJob> submit(ExportOrder order) {
            return get("job_1");
        }

        @Override
        public Result<ExportJob> get(String id) {
            return new Result.Success<>(new ExportJob(
                    "job_1",
                    "completed",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("somewhere"),
                    Optional.empty()));
        }

        @Override
        public Result<Long> download(String location, OutputStream to) {
            try {
                to.write(answer);
                to.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Result.Success<>((long) answer.length);
        }

        @Override
        public Duration rest() {
            return Duration.ZERO;
        }

        @Override
        public String explain(ServiceError error) {
            return error.toString();
        }
    }
}
