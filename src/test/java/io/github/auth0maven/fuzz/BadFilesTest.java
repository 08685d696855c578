package io.github.auth0maven.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.auth0maven.users.InMemory;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFileChangedException;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.ValidationSettings;
import io.github.auth0maven.validation.Violation;
import io.github.auth0maven.validation.Violations;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users files that were made to exhaust, to confuse or to be pulled away, in every form. */
@Timeout(300)
final class BadFilesTest {

    private static final String HASH = "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";
    private static final String REST = "\"email_verified\":true,\"password_hash\":\"" + HASH + "\"}";

    @TempDir
    Path directory;

    private final List<Violation> found = new ArrayList<>();

    // ---- exhausting

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "users.json   | [{\"a\":        | [      | ]",
                "users.json   | [{\"a\":        | {\"a\":| }",
                "users.ndjson | {\"a\":         | [      | ]",
                "users.yaml   | - a:            | [      | ]",
                "users.yaml   | -               | {a: [  | ]}",
                "users.csv    | `app_metadata\n`| [      | ]"
            })
    void aHundredThousandLevelsAreRefused(String name, String before, String open, String close) {
        String deep = before + " " + open.repeat(100_000) + close.repeat(100_000);

        assertThat(refusal(name, deep)).contains("nested more than 1000 levels deep");
    }

    @ParameterizedTest
    @CsvSource({"json", "ndjson", "yaml", "csv", "json.gz"})
    void aStringOfAHundredMegabytesIsRefusedInASmallHeap(String ending) throws Exception {
        Path file = directory.resolve("users." + ending);
        String before = switch (ending) {
            case "yaml" -> "- email: a@b.co\n  name: \"";
            case "csv" -> "email,name\na@b.co,\"";
            case "ndjson" -> "{\"email\":\"a@b.co\",\"name\":\"";
            default -> "[{\"email\":\"a@b.co\",\"name\":\"";
        };
        try (OutputStream out = open(file)) {
            out.write(before.getBytes(UTF_8));
            // not so regular that it would be taken for a gzip bomb at once
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                for (int at = 0; at < megabyte.length; at++) {
                    megabyte[at] = (byte) ('a' + (at * 31 + at / 7 + i) % 26);
                }
                out.write(megabyte);
            }
            out.write("\"".getBytes(UTF_8));
        }

        // the YAML parser keeps a text several times, four bytes a character; what a user may have of them is limited
        assertThat(JudgeAlone.judge(file, ending.equals("yaml") ? 256 : 64))
                .singleElement()
                .asString()
                .startsWith("users." + ending + ":[")
                .containsAnyOf("larger than any", "times its size");
    }

    @Test
    void aMillionViolationsFitIntoASmallHeap() throws Exception {
        Path file = directory.resolve("users.ndjson");
        try (OutputStream out = open(file)) {
            for (int i = 0; i < 250_000; i++) {
                out.write("{\"x\":1,\"y\":1}\n".getBytes(UTF_8));
            }
        }

        assertThat(JudgeAlone.judge(file, 32)).first().isEqualTo("250000 users, 750000 errors, 250000 warnings");
    }

    @Test
    void ofAUserWithVeryManyViolationsAHundredAreListed() throws Exception {
        Path file = directory.resolve("users.json");
        try (OutputStream out = open(file)) {
            out.write("[{".getBytes(UTF_8));
            for (int i = 0; i < 40_000; i++) {
                out.write(("\"x" + i + "\":1,").getBytes(UTF_8));
            }
            out.write("\"mfa_factors\":[0".getBytes(UTF_8));
            out.write(",0".repeat(40_000).getBytes(UTF_8));
            out.write("]}]".getBytes(UTF_8));
        }

        assertThat(JudgeAlone.judge(file, 96)).first().isEqualTo("1 users, 100 errors, 1 warnings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"email\":%s",
                "\"phone_number\":%s",
                "\"blocked\":%s",
                "\"name\":%s",
                "\"user_metadata\":%s",
                "\"custom_password_hash\":{\"keylen\":%s}",
                "\"custom_password_hash\":{\"cost\":%s}",
                "\"mfa_factors\":[{\"phone\":{\"value\":%s}}]",
                "\"user_metadata\":{\"x\":%s}",
                "\"x\":%s"
            })
    void aNumberOfAMegabyteIsAViolationLikeAnyOther(String member) throws IOException {
        for (String number : List.of("1".repeat(1 << 20), "0." + "3".repeat(1 << 20), "1e" + "9".repeat(1 << 20))) {
            judge("users.json", ("[{" + member + "}]").formatted(number), found::add);
        }

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.toString()).hasSizeLessThan(400));
    }

    // ---- confusing

    @ParameterizedTest
    @ValueSource(strings = {"users.json", "users.ndjson", "users.yaml", "users.csv"})
    void whatIsNotUtf8IsRefusedWhereverItStands(String name) throws IOException {
        byte[] document = document(name).getBytes(UTF_8);
        for (String wrong : List.of("80", "C0 80", "E2 82", "ED A0 80", "F4 90 80 80")) {
            byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(wrong);
            for (int at = 1; at <= document.length; at++) {
                byte[] content = Arrays.copyOf(document, document.length + bytes.length);
                System.arraycopy(bytes, 0, content, at, bytes.length);
                System.arraycopy(document, at, content, at + bytes.length, document.length - at);

                assertThat(catchThrowable(() -> judge(new InMemory(name, content, ReadingOptions.DEFAULT))))
                        .as("%s at %d", wrong, at)
                        .isInstanceOf(UsersFileException.class)
                        .hasMessageStartingWith(name + ":[");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"users.json", "users.ndjson", "users.yaml"})
    void aNulIsRefusedWhereverItStands(String name) {
        String document = document(name);
        for (int at = 2; at < document.length(); at++) {
            String content = document.substring(0, at) + "\0" + document.substring(at);
            assertThat(refusal(name, content)).as("at %d", at).doesNotContain("\0");
        }
    }

    @Test
    void aNulInCsvIsACharacterThatNoIdentifierHas() throws IOException {
        judge("users.csv", "email,username\na\0@b.co,b\0\n", found::add);

        assertThat(found)
                .extracting(Violation::toString)
                .anySatisfy(said -> assertThat(said).startsWith("users.csv:[2,1] email: \"a\\u0000@b.co\""))
                .anySatisfy(said -> assertThat(said).startsWith("users.csv:[2,9] username: \"b\\u0000\""))
                .allSatisfy(said -> assertThat(said).doesNotContain("\0"));
    }

    @Test
    void halvesOfSurrogatePairsAreJudgedLikeAnyCharacterAndShownEscaped() throws IOException {
        judge("users.json", """
                [{"email":"\\ud83d@b.co","username":"\\ude00","\\ud83d":1,"name":"\\ude00\\ud83d","app_metadata":{"\\ud83d":"\\ude00"}}]
                """, found::add);

        assertThat(found)
                .extracting(Violation::toString)
                .anySatisfy(said -> assertThat(said).contains("email: \"\\ud83d@b.co\""))
                .anySatisfy(said -> assertThat(said).contains("username: \"\\ude00\""))
                .anySatisfy(said -> assertThat(said).contains("\"\\ud83d\": a user has no attribute of this name"))
                .allSatisfy(
                        said -> assertThat(UTF_8.newEncoder().canEncode(said)).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "users.json, the file is empty",
        "users.txt, the file is empty",
        "users.yaml, the file is empty",
        "users.csv, the file is empty",
        "users.json.gz, the file is empty"
    })
    void aFileWithoutAnythingIsRefusedAsEmpty(String name, String problem) {
        for (String nothing : List.of("", "\uFEFF", " \n", "\uFEFF\n")) {
            if (name.endsWith(".csv") && nothing.endsWith("\n")) {
                continue; // there, a blank line is the name of a column, or none
            }
            assertThat(refusal(name, nothing)).as(nothing).contains(problem);
        }
    }

    @Test
    void anNdjsonFileMayBeEmpty() throws IOException {
        assertThat(judge("users.ndjson", "", found::add).users()).isZero();
        assertThat(judge("users.ndjson", "\uFEFF\r\n\n", found::add).users()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void anotherEncodingIsCalledByItsNameInEveryForm(String encoding) {
        for (String name : List.of("users.json", "users.ndjson", "users.yaml", "users.csv")) {
            for (String mark : List.of("", "\uFEFF")) {
                byte[] content = (mark + document(name)).getBytes(Charset.forName(encoding));
                assertThatThrownBy(() -> judge(new InMemory(name, content, ReadingOptions.DEFAULT)))
                        .hasMessage(name + ":[1,1] the file is encoded in " + encoding.substring(0, 6)
                                + "; save it as UTF-8");
            }
        }
    }

    // ---- pulled away

    @Test
    void aFileThatGrowsWhileItIsReadIsReadToItsEnd() throws IOException {
        Path file = Files.writeString(directory.resolve("users.json"), users(8000));

        assertThatThrownBy(() -> judge(file, () -> write(file, "[]", StandardOpenOption.APPEND)))
                .isInstanceOf(UsersFileException.class)
                .hasMessageContaining("nothing may follow the list of users");
    }

    @Test
    void aFileThatShrinksWhileItIsReadIsCutOff() throws IOException {
        Path file = Files.writeString(directory.resolve("users.json"), users(8000));

        assertThatThrownBy(() -> judge(file, () -> truncate(file, 700_000)))
                .isInstanceOf(UsersFileException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void aFileThatIsReplacedWhileItIsReadIsNoticedInTheNextPass() throws IOException {
        Path file =
                Files.writeString(directory.resolve("users.json"), users(8000).replace("u7999@", "u0@"));

        assertThatThrownBy(() -> judge(file, () -> {
                    Path other = directory.resolve("other.json");
                    write(other, users(10), StandardOpenOption.CREATE);
                    move(other, file);
                }))
                .isInstanceOf(UsersFileChangedException.class);
    }

    @Test
    void aFileThatGrowsOrShrinksBetweenTwoPassesIsNoticed() throws IOException {
        Path file = Files.writeString(directory.resolve("users.json"), users(8000));
        UsersFile users = new UsersFile(file, "users.json");
        Judgement judgement = judge().judge(users, found::add);

        write(file, " ", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> readAgain(users, judgement)).isInstanceOf(UsersFileChangedException.class);

        truncate(file, judgement.bytes() - 1);
        assertThatThrownBy(() -> readAgain(users, judgement)).isInstanceOf(UsersFileChangedException.class);

        write(file, "]", StandardOpenOption.APPEND);
        readAgain(users, judgement);
    }

    private static void readAgain(UsersFile file, Judgement judgement) throws IOException {
        try (UserReader reader = file.openUnchanged(judgement.fingerprint())) {
            while (reader.next()) {
                // to the end
            }
        }
    }

    /** Judges a file to which something happens when the first of its users, which is wrong, is told. */
    private void judge(Path file, Runnable meanwhile) throws IOException {
        boolean[] done = {false};
        judge().judge(new UsersFile(file, "users.json"), violation -> {
            if (!done[0]) {
                done[0] = true;
                meanwhile.run();
            }
        });
    }

    /** About 130 bytes each, of which the first is wrong. */
    private static String users(int count) {
        StringBuilder users = new StringBuilder("[{\"x\":1}");
        for (int i = 0; i < count; i++) {
            users.append(",\n{\"email\":\"u")
                    .append(i)
                    .append("@example.com\",")
                    .append(REST);
        }
        return users.append("]").toString();
    }

    private static String document(String name) {
        return switch (name.substring(name.indexOf('.'))) {
            case ".yaml" -> "- email: \"a@b.co\" # é\n  name: 'b'\n  user_metadata: {x: [1, y]}\n";
            case ".csv" -> "email,name\n\"a@b.co\",é\nb@c.co,d\n";
            case ".ndjson" -> "{\"email\":\"a@b.co\",\"x\":[1,true]}\n{}\n";
            default -> "[{\"email\":\"a@b.co\", \"x\":[1,true,{\"é\":null}]},\n{}]\n";
        };
    }

    private String refusal(String name, String content) {
        Throwable refusal = catchThrowable(() -> judge(name, content, found::add));
        assertThat(refusal).isInstanceOf(UsersFileException.class);
        assertThat(refusal.getMessage()).matches("\\Q" + name + "\\E:\\[\\d+,\\d+] \\S.*");
        return refusal.getMessage();
    }

    private Judgement judge(String name, String content, Violations sink) throws IOException {
        return judge().judge(new InMemory(name, content.getBytes(UTF_8), ReadingOptions.DEFAULT), sink);
    }

    private Judgement judge(InMemory file) throws IOException {
        return judge().judge(file, found::add);
    }

    private FileJudge judge() {
        return new FileJudge(new ValidationSettings(500_000), directory);
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
    }

    private static void write(Path file, String content, StandardOpenOption option) {
        try {
            Files.writeString(file, content, option);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void truncate(Path file, long size) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
