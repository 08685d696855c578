package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.users.Readings.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pass over bytes that have been read before finds the same users, whether or not anybody asks for their tokens. */
final class UserSkipperTest {

    private static final int PADDING = 16;

    @Test
    void theSecondPassFindsWhatTheFirstOneFound() throws IOException {
        int users = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            users += compare(Documents.any(seed), (int) seed % 3);
        }
        assertThat(users).as("users in documents that are not malformed").isGreaterThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 30, 1_000_000})
    void soItDoesWithUsersThatAreIndentedOrAlmost(int oddities) throws IOException {
        int users = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            users += compare(Documents.indented(seed, oddities), (int) seed % 3);
        }
        assertThat(users).as("users in documents that are not malformed").isGreaterThan(20_000);
    }

    @Test
    void soItDoesWhereUsersGoOnFromBlockToBlock() throws IOException {
        for (int size = 4 * Blocks.SIZE; size < 4 * Blocks.SIZE + 5; size++) {
            ManyUsers users = ManyUsers.of(size, size);

            assertThat(compare(users.document(), size % 3))
                    .isEqualTo(users.compact().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"jane@example.com\",\"a\":[{},[1.5e3,true,null]]}",
                "{ \"email\" :\r\n\t\"j\\\"\\\\\\n}é日😀\"\n,\n        \"a\":{ \"b\" : {} } }"
            })
    void aUserIsCopiedWithoutItsTokensBeingLookedAt(String written) throws IOException {
        byte[] bytes = padded("[" + written + "]", written.getBytes(UTF_8).length + 2);
        Json json = new Json();

        int end = new UserSkipper(json, new Lines()).skip(bytes, 1, bytes.length - PADDING);

        assertThat(end).isEqualTo(bytes.length - PADDING - 1);
        assertThat(json.tokens).isZero();
        byte[] target = new byte[json.writtenSize()];
        assertThat(new String(target, 0, json.writeTo(target, 0), UTF_8)).isEqualTo(Readings.compact(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0041", "\\/", "a \\\" and b, \\u00e9"})
    void aUserThatIsWrittenShorterThanItStandsIsLeftToTheTokenizer(String text) {
        byte[] bytes = padded("{\"a\":\"" + text + "\"}", text.length() + 8);

        assertThat(new UserSkipper(new Json(), new Lines()).skip(bytes, 0, bytes.length - PADDING))
                .isEqualTo(UserSkipper.TOKENIZE);
    }

    @Test
    void aUserThatIsNotAllThereIsLeftToTheTokenizer() {
        String user = "{\"email\": \"j\\\"\\\\é😀\",\n  \"a\":[{},[-1.5e3, true],{\"b\":\"\\n\"}]} ";
        int size = user.getBytes(UTF_8).length - 1;
        for (int limit = 1; limit < size; limit++) {
            assertThat(new UserSkipper(new Json(), new Lines()).skip(padded(user, limit), 0, limit))
                    .as("%d of %d bytes", limit, size)
                    .isEqualTo(UserSkipper.TOKENIZE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":1},\n{\"é\":[{}]},\r\n{\"b\":\"\\n\"}\n,{\"c\":null}]",
                "[\n {\"a\":1}, {\"b\":2},\n{ \"c\":3},\n{\"d\":\"\\u0041\"},\n{\"e\":\"\\/\"},\n{\"f\":\n6},\n{\"g\":7}\n]"
            })
    void usersOnLinesOfTheirOwnAreTheSameInBothPasses(String document) throws IOException {
        for (int asking = 0; asking < 3; asking++) {
            assertThat(compare(document.getBytes(UTF_8), asking)).isGreaterThan(3);
        }
    }

    @Test
    void onlyAUserThatIsSentAsItStandsAndEndsALineIsALine() throws IOException {
        String document = "[{\"a\":1},\n{\"b\":2}\r\n,{\"c\":3}, {\"d\": 4},\n{\"e\":\"\\u0041\"},\n{\"f\":6}]";

        assertThat(onLines(document)).containsExactly(true, true, false, false, false, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\n  {\n    \"a\": 1,\n    \"b\": \"x\\\"y \\n\",\n    \"c\": {\n      \"é\": [\n        \"d: e\"\n      ]\n    }\n  }\n]",
                "[\n{\n \"a\": {},\n \"b\":[],\n \"c\": [\n  {\n   \"d\":true}]\n},\n{\n \"e\": 1\n}]",
                "[{\n  \"a\": 1\n }]"
            })
    void usersAreIndentedAsProgramsDoIt(String document) throws IOException {
        assertThat(compare(document.getBytes(UTF_8), 0)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\n  {\n    \"a\": 1}\n]",
                "[\n  {\n    \"a\": 1\n    }\n]",
                "[\n  {\n    \"a\": {\n  }\n  }\n]",
                "[\n  {\n    \"a\": {\n},\n    \"b\": 1\n  }\n]",
                "[\n  {\n    \"a\":  1\n  }\n]",
                "[\n  {\n    \"a\" : 1\n  }\n]",
                "[\n  { \"a\": 1\n  }\n]",
                "[\n  {\n    \"a\":{\"b\": 1}\n  }\n]",
                "[\n  {\n    \"a\": [1, 2]\n  }\n]",
                "[\n  {\n    \"a\":1, \"b\":2\n  }\n]",
                "[\n  {\n\t\"a\": 1\n  }\n]",
                "[\n  {\r\n    \"a\": 1\r\n  }\n]",
                "[\n  {\n\n    \"a\": 1\n  }\n]",
                "[\n  {\n    \"a\": 1 \n  }\n]",
                "[\n  {\n    \"a\\\": b\": 1\n  }\n]",
                "[\n  {\n    \"a\": [\n      \"b\\\": c\"\n    ]\n  }\n]",
                "[\n  {\n    \"a\": \"\\u0041\"\n  }\n]",
                "[\n  {}\n]"
            })
    void orAsPeopleDo(String document) throws IOException {
        assertThat(compare(document.getBytes(UTF_8), 0)).isPositive();
    }

    private static List<Boolean> onLines(String document) throws IOException {
        Fingerprint fingerprint;
        int count = 0;
        try (UserReader users = Readings.reader(new ByteArrayInputStream(document.getBytes(UTF_8)))) {
            while (users.next()) {
                count++;
            }
            fingerprint = users.fingerprint();
        } catch (UsersFileException e) {
            return List.of(); // a name happens to stand twice in an object
        }
        return IntStream.range(0, count).mapToObj(fingerprint::isOnLine).toList();
    }

    @Test
    void aLineThatIsNotAllThereIsLeftToTheTokenizer() {
        String line = "{\"email\":\"jane@example.com\",\"a\":[{}]},\r\n";
        for (int limit = 1; limit < line.length(); limit++) {
            assertThat(new UserSkipper(new Json(), new Lines()).line(padded(line, limit), 0, limit))
                    .as("%d bytes", limit)
                    .isEqualTo(UserSkipper.TOKENIZE);
        }
        assertThat(new UserSkipper(new Json(), new Lines()).line(padded(line, line.length()), 0, line.length()))
                .isEqualTo(line.length() - 3);
    }

    /** Compares two passes, of which the second asks for no tokens, for those of every user, or for those of every other one. */
    private static int compare(byte[] document, int asking) throws IOException {
        Fingerprint fingerprint;
        List<Reading> first = new ArrayList<>();
        try (UserReader users = Readings.reader(new ByteArrayInputStream(document))) {
            while (users.next()) {
                first.add(Readings.of(users.user()));
            }
            fingerprint = users.fingerprint();
        } catch (UsersFileException e) {
            return 0; // a name happens to stand twice in an object
        }
        try (UserReader users = new JsonArrayReader(
                "users.json", new Blocks("users.json", new ByteArrayInputStream(document), fingerprint))) {
            for (Reading reading : first) {
                assertThat(users.next()).isTrue();
                User user = users.user();
                byte[] target = new byte[user.writtenSize()];
                int written = user.writeTo(target, 0);
                assertSame(reading.compact(), new String(target, 0, written, UTF_8), document);
                assertSame(reading.position(), user.position(), document);
                assertSame(written, user.compactSize(), document);
                if (asking > 0 && user.index() % asking == 0) {
                    assertSame(reading, Readings.of(user), document);
                }
            }
            assertThat(users.next()).isFalse();
        }
        return first.size();
    }

    private static void assertSame(Object expected, Object found, byte[] document) {
        if (!found.equals(expected)) {
            assertThat(found).as(new String(document, UTF_8)).isEqualTo(expected);
        }
    }

    /** So many bytes of a text, and what a window has behind its last byte. */
    private static byte[] padded(String text, int limit) {
        return Arrays.copyOf(Arrays.copyOf(text.getBytes(UTF_8), limit), limit + PADDING);
    }
}
