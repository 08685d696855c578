package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auth0maven.users.Readings.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingUsersTest {

    /** Something of everything: escapes, characters of each size, every kind of value, line breaks of both sorts. */
    private static final String RICH = """
            {"email" : "jane@example.com",\t"na\\u006de":"Zoë 日本 😀 \\ud83d\\ude00 \\\\",
              "n":[0,-1.50e+10, true ,false,null , {} , [ ] ,""],\r
            "é":{"é":{"deep":[[["x"]]]}},"ünï":"12345678é12345678",
            "email_verified":true }""";

    @TempDir
    Path directory;

    @Test
    void usersAreReadInTheOrderOfTheFileEachWithItsPlace() throws IOException {
        byte[] document = "[{\"a\":1},\n  {\"b\":2}\r\n,{\"é\":3} , {}]\n".getBytes(UTF_8);

        List<Reading> users = Readings.of(document);

        assertThat(users).extracting(Reading::compact).containsExactly("{\"a\":1}", "{\"b\":2}", "{\"é\":3}", "{}");
        assertThat(users)
                .extracting(Reading::position)
                .containsExactly(
                        new Position("users.json", 0, 1, 2),
                        new Position("users.json", 1, 2, 3),
                        new Position("users.json", 2, 3, 2),
                        new Position("users.json", 3, 3, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [ ] ", "\uFEFF[]", "\r\n[\r\n]\r\n"})
    void aListMayBeEmpty(String document) throws IOException {
        try (UserReader users = UserReader.over("users.json", document.getBytes(UTF_8))) {
            assertThat(users.next()).isFalse();
            assertThat(users.next()).isFalse();
        }
    }

    @Test
    void theEndIsTheEndHoweverOftenItIsAskedFor() throws IOException {
        try (UserReader users = UserReader.over("users.json", "[{}]".getBytes(UTF_8))) {
            assertThat(users.next()).isTrue();
            assertThat(users.next()).isFalse();
            assertThat(users.next()).isFalse();
        }
    }

    @Test
    void aByteOrderMarkIsNoColumn() throws IOException {
        List<Reading> marked = Readings.of("\uFEFF[{\"a\":1},\n{\"a\":2}]".getBytes(UTF_8));
        List<Reading> plain = Readings.of("[{\"a\":1},\n{\"a\":2}]".getBytes(UTF_8));

        assertThat(marked).isEqualTo(plain);
        assertThat(marked.get(0).position()).hasToString("users.json:[1,2]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9})
    void aUserAtTheVeryEndOfABlockIsReadWithOrWithoutMoreToCome(int after) throws IOException {
        byte[] user = "{\"a\":12}".getBytes(UTF_8);
        byte[] padding = Readings.spaces(Blocks.SIZE - 1 - user.length);
        byte[] document = Readings.joined(
                "[".getBytes(UTF_8),
                padding,
                user,
                Readings.spaces(after),
                "]".getBytes(UTF_8),
                Readings.spaces(after));

        assertThat(Readings.of(document)).extracting(Reading::compact).containsExactly("{\"a\":12}");
    }

    @Test
    void aUserIsTheSameAtEveryOffsetFromTheEndOfABlock() throws IOException {
        byte[] rich = RICH.getBytes(UTF_8);
        byte[] next = ",{\"next\":\"é\"}]".getBytes(UTF_8);
        List<Reading> expected = Readings.of(Readings.joined("\n[\n".getBytes(UTF_8), rich, next));
        assertThat(expected).hasSize(2);

        for (int before = 0; before <= rich.length + next.length; before++) {
            byte[] padding = Readings.spaces(Blocks.SIZE - before);
            padding[0] = '\n';
            padding[1] = '[';
            padding[padding.length - 1] = '\n';

            List<Reading> actual = Readings.of(Readings.joined(padding, rich, next));

            assertThat(actual)
                    .as("%d bytes before the end of the block", before)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                Blocks.SIZE - 1,
                Blocks.SIZE,
                Blocks.SIZE + 1,
                2 * Blocks.SIZE - 1,
                2 * Blocks.SIZE,
                2 * Blocks.SIZE + 1,
                3 * Blocks.SIZE
            })
    void anySplitOfTheBytesIntoReadsGivesTheSameUsers(int size) throws IOException {
        byte[] document = ManyUsers.of(size, size).document();
        assertThat(document).hasSize(size);

        List<Reading> atOnce = Readings.of(document);

        assertThat(atOnce).hasSizeGreaterThan(500);
        assertThat(Readings.of(new OneByteAtATime(document))).isEqualTo(atOnce);
        assertThat(Readings.of(new RandomReads(document, size))).isEqualTo(atOnce);
    }

    @ParameterizedTest
    @ValueSource(ints = {5000, Blocks.SIZE, 1_500_000})
    void everyUserStandsWhereItWasWritten(int size) throws IOException {
        ManyUsers written = ManyUsers.of(size, 42);

        List<Reading> read = Readings.of(written.document());

        assertThat(read).extracting(Reading::position).isEqualTo(written.positions());
        assertThat(read).extracting(Reading::compact).isEqualTo(written.compact());
    }

    @Test
    void everyTokenStandsWhereItsPositionSays() throws IOException {
        byte[] document = ManyUsers.of(700_000, 7).document();
        String[] lines = new String(document, UTF_8).split("\n", -1);
        int tokens = 0;
        try (UserReader users = UserReader.over("users.json", document)) {
            while (users.next()) {
                User user = users.user();
                for (int token = 0; token < user.json().tokens; token += 3, tokens++) {
                    Position position = user.positionOf(token);
                    String line = lines[(int) position.line() - 1];
                    String from = line.substring(line.offsetByCodePoints(0, (int) position.column() - 1));

                    assertThat(from).startsWith(written(user.json(), token));
                    assertThat(position.index()).isEqualTo(user.index());
                }
            }
        }
        assertThat(tokens).isGreaterThan(5000);
    }

    private static String written(Json json, int token) {
        return switch (json.kind(token)) {
            case OBJECT -> "{";
            case ARRAY -> "[";
            case STRING, NAME -> {
                StringBuilder written = new StringBuilder("\"");
                byte[] bytes = new byte[json.to(token) - json.from(token)];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = json.byteAt(json.from(token) + i);
                }
                yield written.append(new String(bytes, UTF_8)).append('"').toString();
            }
            case NUMBER, TRUE, FALSE, NULL -> json.text(token);
        };
    }

    @Test
    void aUserOfSeveralBlocksIsReadWhole() throws IOException {
        String long1 = "é".repeat(700_000);
        String long2 = "x".repeat(700_001);
        byte[] document =
                ("[{\"a\":1},\n{\"b\":\"" + long1 + "\",\n\"c\":\"" + long2 + "\"},{\"d\":4}]").getBytes(UTF_8);

        List<Reading> users = Readings.of(document);

        assertThat(users)
                .extracting(Reading::compact)
                .containsExactly("{\"a\":1}", "{\"b\":\"" + long1 + "\",\"c\":\"" + long2 + "\"}", "{\"d\":4}");
        assertThat(users.get(1).position()).hasToString("users.json:[2,1]");
        assertThat(users.get(2).position()).hasToString("users.json:[3," + (1 + 5 + 700_001 + 2 + 1) + "]");
    }

    @Test
    void aStringOfSeveralBlocksIsReadWhereverItBegins() throws IOException {
        String string = "x".repeat(3 * Blocks.SIZE);
        for (int before = 0; before < 40; before++) {
            byte[] padding = Readings.spaces(Blocks.SIZE - before);
            padding[0] = '[';
            byte[] user = ("{\"a\":\"" + string + "\"},1").getBytes(UTF_8);

            assertThat(MalformedDocumentsTest.refusal(Readings.joined(padding, user)))
                    .hasMessageStartingWith(
                            "users.json:[1," + (padding.length + user.length) + "] not a list of users");
        }
    }

    @Test
    void whiteSpaceOfManyBlocksIsPassed() throws IOException {
        byte[] space = Readings.spaces(3 * Blocks.SIZE);
        for (int i = 0; i < space.length; i += 1000) {
            space[i] = '\n';
        }
        long lines = (space.length + 999L) / 1000;
        byte[] document =
                Readings.joined(space, new byte[] {'['}, space, "{}".getBytes(UTF_8), space, new byte[] {']'}, space);

        List<Reading> users = Readings.of(document);

        assertThat(users).hasSize(1);
        assertThat(users.get(0).position().line()).isEqualTo(1 + 2 * lines);
        assertThat(users.get(0).position().column()).isEqualTo(space.length % 1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, Blocks.SIZE - 1, Blocks.SIZE / 2})
    void aUserOfMoreThanEightMebibytesIsRefusedWhereItBegins(int before) throws IOException {
        byte[] start = Readings.joined(new byte[] {'['}, Readings.spaces(before), "{\"a\":\"".getBytes(UTF_8));
        byte[] end = "\"},{}]".getBytes(UTF_8);
        byte[] largest = Readings.joined(start, Readings.spaces(JsonWindow.LARGEST_USER - 8), end);
        byte[] larger = Readings.joined(start, Readings.spaces(JsonWindow.LARGEST_USER - 7), end);

        assertThat(Readings.of(largest)).hasSize(2);
        assertThat(MalformedDocumentsTest.refusal(larger))
                .hasMessage("users.json:[1," + (2 + before)
                        + "] this user is larger than any that Auth0 takes: its jobs hold 512,000 bytes");
    }

    @Test
    void aStringThatNeverEndsIsNotReadToTheEndOfTheFile() {
        byte[] document = Readings.joined(
                "[{},\n {\"a\":\"".getBytes(UTF_8), Readings.spaces(JsonWindow.LARGEST_USER + 3 * Blocks.SIZE));
        ByteArrayInputStream in = new ByteArrayInputStream(document);

        assertThatExceptionOfType(UsersFileException.class)
                .isThrownBy(() -> Readings.of(in))
                .withMessageStartingWith("users.json:[2,2] this user is larger");
        assertThat(in.available()).isGreaterThan(Blocks.SIZE);
    }

    @Test
    void aNumberOfAMegabyteKeepsEveryDigit() throws IOException {
        String number = "-" + "1234567890".repeat(50_000) + "." + "0987654321".repeat(50_000) + "e+" + "9".repeat(1000);

        assertThat(Readings.of(("[ { \"a\" : " + number + " } ]").getBytes(UTF_8)))
                .extracting(Reading::compact)
                .containsExactly("{\"a\":" + number + "}");
    }

    @Test
    void aUserOfTooManyTokensIsRefusedWhereItBegins() throws IOException {
        int most = Json.MAX_TOKENS - 1;
        String items = "1" + ",1".repeat(most - 4);

        assertThat(tokens("[\n {\"a\":[" + items + "]}]")).isEqualTo(most);
        assertThat(MalformedDocumentsTest.refusal(("[\n {\"a\":[" + items + ",1]}]").getBytes(UTF_8)))
                .hasMessage("users.json:[2,2] this user is larger than any that Auth0 takes");
    }

    @Test
    void everyTokenCountsTowardsTheLimit() {
        String names = "\"a\":1";
        StringBuilder members = new StringBuilder(names);
        for (int i = 0; i < Json.MAX_TOKENS / 2; i++) {
            members.append(",\"").append(i).append("\":{}");
        }
        assertThat(MalformedDocumentsTest.refusal(("[{" + members + "}]").getBytes(UTF_8)))
                .hasMessageContaining("larger than any");
    }

    @Test
    void aThousandLevelsAreNotTooMany() throws IOException {
        String deep = "{\"a\":" + "[".repeat(999) + "]".repeat(999) + "}";
        String objects = "{\"a\":".repeat(999) + "{}" + "}".repeat(999);

        assertThat(Readings.of(("[" + deep + "," + objects + "," + deep + "]").getBytes(UTF_8)))
                .extracting(Reading::compact)
                .containsExactly(deep, objects, deep);
    }

    @Test
    void aNameThatStandsTwiceIsFoundInObjectsOfEverySize() throws IOException {
        for (int size : new int[] {2, 3, 10, 63, 64, 65, 66, 100, 130}) {
            for (int second : new int[] {1, size / 2, size - 2, size - 1}) {
                for (int first : new int[] {0, second / 2, second - 1}) {
                    if (first < second && first >= 0) {
                        refusesRepetition(size, first, second, "\"name\":");
                        refusesRepetition(size, first, second, "\"\\u006eame\":");
                    }
                }
            }
            assertThat(Readings.of(object(size, -1, -1, "").getBytes(UTF_8))).hasSize(1);
        }
    }

    /** Every name but two begins with the same eight bytes, so that many have one hash. */
    private static String object(int size, int first, int second, String repeated) {
        StringBuilder object = new StringBuilder("[{\"é\":[\n {");
        for (int i = 0; i < size; i++) {
            String name =
                    i == first ? "\"name\":" : i == second ? "\n  " + repeated : "\"property" + (1000 + i) + "\":";
            object.append(i == 0 ? "" : ",").append(name).append("{\"name\":[1]}");
        }
        return object.append("}]}]").toString();
    }

    private static void refusesRepetition(int size, int first, int second, String repeated) {
        assertThat(MalformedDocumentsTest.refusal(
                        object(size, first, second, repeated).getBytes(UTF_8)))
                .as("%d and %d of %d", first, second, size)
                .hasMessage(
                        "users.json:[3,3] the name \"name\" stands twice in this object; keep the one that is meant");
    }

    @Test
    void theSameNameMayStandInDifferentObjects() throws IOException {
        String user =
                "{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":2}],\"A\":1,\"a \":2,\"\":3,\"\\u0000\":4,\"?\":5,"
                        + "\"\\ud800\":6,\"\\ud801\":7,\"abcdefgh1\":8,\"abcdefgh2\":9,\"a\\u0000\":10}";

        assertThat(Readings.of(("[" + user + "," + user + "]").getBytes(UTF_8))).hasSize(2);
    }

    @Test
    void itemsMayRepeatWhereALargeObjectStoodBefore() throws IOException {
        StringBuilder large = new StringBuilder("\"first\":1");
        for (int i = 0; i < 200; i++) {
            large.append(",\"name").append(i).append("\":1");
        }
        String user = "{\"a\":{" + large + "},\"b\":[\"x\",\"x\",\"x\",\"x\"],\"c\":{\"x\":1,\"y\":1}}";

        assertThat(Readings.of(("[{" + large + "}," + user + "]").getBytes(UTF_8)))
                .hasSize(2);
    }

    @Test
    void aFileIsReadUnderTheNameThatMessagesCallIt() throws IOException {
        Path path = Files.writeString(directory.resolve("source.json"), "[{\"email\":\"jane@example.com\"},\n 1]");
        UsersFile file = new UsersFile(path, "src/main/resources/auth0/users.json");

        try (UserReader users = file.open()) {
            assertThat(users.next()).isTrue();
            assertThat(users.user()).hasToString("src/main/resources/auth0/users.json:[1,2]");
            assertThatExceptionOfType(UsersFileException.class)
                    .isThrownBy(users::next)
                    .withMessageStartingWith("src/main/resources/auth0/users.json:[2,2] not a list of users");
        }
    }

    @Test
    void aFileThatIsNotThereIsToldByTheFileSystem() {
        UsersFile file = new UsersFile(directory.resolve("none.json"), "none.json");

        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(file::open);
    }

    @Test
    void whatTheDiskSaysIsPassedOn() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }

            @Override
            public int read(byte[] target, int at, int length) throws IOException {
                return read();
            }
        };
        try (UserReader users = Readings.reader(broken)) {
            assertThatExceptionOfType(IOException.class).isThrownBy(users::next).withMessage("Input/output error");
        }
    }

    @Test
    void closingTheReaderClosesTheFile() throws IOException {
        List<String> calls = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                calls.add("close");
            }
        };

        Readings.reader(in).close();

        assertThat(calls).containsExactly("close");
    }

    private static int tokens(String document) throws IOException {
        try (UserReader users = UserReader.over("users.json", document.getBytes(UTF_8))) {
            users.next();
            return users.user().json().tokens;
        }
    }
}
