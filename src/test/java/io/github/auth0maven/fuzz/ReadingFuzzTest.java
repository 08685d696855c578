package io.github.auth0maven.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.fuzz.AnyFile.Form;
import io.github.auth0maven.users.InMemory;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a users file holds, nothing comes of reading and judging it but violations or one clean error. The profile fuzz
 * tries a million files, and from -Dfuzz.seed on.
 */
final class ReadingFuzzTest {

    private static final long INPUTS = Long.getLong("fuzz.inputs", 6_000) / Form.values().length;
    private static final long SEED = Long.getLong("fuzz.seed", 0);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]");
    private static final int LONGEST_MESSAGE = 1500;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void nothingComesOfAFileButViolationsOrACleanError(Form form) throws InterruptedException {
        assertThat(new Fuzzer(this::problem).run(form, SEED, INPUTS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void filesOfEachFormAreReadSometimesAndRefusedSometimes(Form form) throws IOException {
        int read = 0;
        for (long seed = 0; seed < 200; seed++) {
            try (UserReader reader = AnyFile.of(form, seed).open()) {
                boolean any = false;
                while (reader.next()) {
                    any = true;
                }
                read += any ? 1 : 0;
            } catch (UsersFileException e) {
                assertThat(e.position()).isNotNull();
            }
        }
        assertThat(read).isBetween(10, 190);
    }

    @Test
    void whatIsFoundIsMadeSmall() throws InterruptedException {
        Optional<String> found = new Fuzzer(file -> {
                    if (new String(file.content(), UTF_8).contains("\0")) {
                        throw new IllegalStateException("planted");
                    }
                    return Optional.empty();
                })
                .run(Form.JSON, 0, 100_000);

        assertThat(found)
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("JSON, seed ")
                        .contains(": \"\\u0000\" java.lang.IllegalStateException: planted"));
    }

    private Optional<String> problem(InMemory file) {
        try {
            return problem(file, new FileJudge(new ValidationSettings(20_000), directory));
        } catch (UsersFileException e) {
            return wrongMessage(
                    file,
                    String.valueOf(e.getMessage()),
                    e.position().line(),
                    e.position().column());
        } catch (IOException e) {
            return Optional.of("an error without a place: " + e);
        }
    }

    private static Optional<String> problem(InMemory file, FileJudge judge) throws IOException {
        String[] wrong = {""};
        Judgement judgement = judge.judge(
                file,
                violation -> wrongMessage(
                                file,
                                violation.toString(),
                                violation.position().line(),
                                violation.position().column())
                        .ifPresent(problem -> wrong[0] = problem));
        if (!wrong[0].isEmpty()) {
            return Optional.of(wrong[0]);
        }
        List<byte[]> users = new ArrayList<>();
        if (judgement.users() > 0) {
            try (UserReader reader = file.openUnchanged(judgement.fingerprint())) {
                while (reader.next()) {
                    users.add(compact(reader.user()));
                }
            }
        }
        if (users.size() != judgement.users() || judgement.invalidUsers() > users.size()) {
            return Optional.of("another number of users in the second pass");
        }
        return readAgain(users);
    }

    /** What is sent of a user reads as that user. */
    private static Optional<String> readAgain(List<byte[]> users) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (byte[] user : users) {
            sent.write(sent.size() == 0 ? '[' : ',');
            sent.writeBytes(user);
        }
        if (users.isEmpty()) {
            return Optional.empty();
        }
        sent.write(']');
        int at = 0;
        try (UserReader reader = UserReader.over("sent.json", sent.toByteArray())) {
            while (reader.next()) {
                if (!Arrays.equals(users.get(at), compact(reader.user()))) {
                    return Optional.of("what is sent reads as something else");
                }
                at++;
            }
        }
        return at == users.size() ? Optional.empty() : Optional.of("what is sent reads as fewer users");
    }

    private static byte[] compact(User user) {
        byte[] target = new byte[user.json().writtenSize()];
        return Arrays.copyOf(target, user.json().writeTo(target, 0));
    }

    /** A message is one line of moderate length that begins with a place in the file. */
    private static Optional<String> wrongMessage(InMemory file, String message, long line, long column) {
        boolean packed = file.content().length > 1 && file.content()[0] == 0x1F;
        long lines = 1;
        for (byte b : file.content()) {
            // YAML and CSV also know lines that end in a carriage return, YAML those of Unicode
            lines += b == '\n' || b == '\r' || b == (byte) 0x85 || b == (byte) 0xA8 || b == (byte) 0xA9 ? 1 : 0;
        }
        // that nobody is left of an export is said of all of it
        boolean whole = line == 0 && (packed || message.startsWith(file.name() + ": nobody is left to import: "));
        String place = whole ? ":" : ":[" + line + "," + column + "]";
        boolean clean = message.startsWith(file.name() + place + " ")
                && (whole || (line >= 1 && column >= 1))
                && (packed || line <= lines)
                && message.length() <= LONGEST_MESSAGE
                && !CONTROL.matcher(message).find();
        return clean ? Optional.empty() : Optional.of("a message that is not clean: " + message);
    }
}
