package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0maven.users.Fixture.Malformed;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedDocumentsTest {

    static List<Malformed> malformed() {
        return Fixture.malformed();
    }

    /** One for each kind of problem and of what is found; and none with a byte-order mark, which must come first. */
    static Stream<Malformed> oneOfAKind() {
        Set<String> kinds = new HashSet<>();
        return malformed().stream()
                .filter(malformed -> !malformed.written().startsWith("<EF BB BF"))
                .filter(malformed -> kinds.add(malformed
                        .problem()
                        .replaceAll("found \"\\w\\w+\"", "found a word")
                        .replaceAll("found \"[!-~]+\"", "found a character")
                        .replaceAll("(?i)0x..|u\\+?00..", "a byte")
                        .replaceAll("the name \".*\"", "a name")));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isRefusedInOneLineThatBeginsWithItsPlace(Malformed malformed) {
        UsersFileException refusal = refusal(malformed.document());

        assertThat(refusal).hasMessage(malformed.position() + " " + malformed.problem());
        assertThat(refusal.getMessage()).doesNotContainPattern("\\R").matches("users\\.json:\\[\\d+,\\d+] \\S.*");
        assertThat(refusal.position().line()).isEqualTo(malformed.position().line());
        assertThat(refusal.position().column()).isEqualTo(malformed.position().column());
    }

    @ParameterizedTest
    @MethodSource("oneOfAKind")
    void isRefusedInTheSameWordsWhereverABlockOfTheFileEnds(Malformed malformed) {
        byte[] document = malformed.document();
        Position expected = malformed.position();
        for (int before = 0; before <= document.length; before++) {
            byte[] padding = Readings.spaces(Blocks.SIZE - before);
            padding[padding.length - 1] = '\n';

            assertThat(refusal(Readings.joined(padding, document)))
                    .as("%d bytes before the end of the block", before)
                    .hasMessage("users.json:[" + (expected.line() + 1) + "," + expected.column() + "] "
                            + malformed.problem());
        }
    }

    /** Without that one which Jackson would refuse for another reason. */
    static Stream<Malformed> thatJacksonJudges() {
        return malformed().stream().filter(malformed -> !malformed.written().contains("{\"\\ud800\""));
    }

    @ParameterizedTest
    @MethodSource("thatJacksonJudges")
    void isMalformedForJacksonToo(Malformed malformed) {
        assertThat(Jackson.users(malformed.document())).isEmpty();
    }

    @Test
    void theFixtureHoldsHundredsOfDocumentsAndNoneTwice() {
        Set<String> documents = malformed().stream().map(Malformed::written).collect(Collectors.toSet());

        assertThat(malformed()).hasSizeGreaterThan(350).hasSameSizeAs(documents);
        assertThat(documents).allSatisfy(document -> assertThat(document).containsOnlyOnce("▲"));
    }

    @Test
    void theFixtureCountsCharactersAndNotBytesBeforeTheMark() {
        Malformed malformed = new Malformed("<EF BB BF>[<0D 0A>{\"é😀\":<C3 A9>▲<FF>", "…");

        assertThat(malformed.position()).hasToString("users.json:[2,8]");
        assertThat(malformed.document()).hasSize(3 + 1 + 2 + 10 + 2 + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, UTF-16, false",
        "UTF-16BE, UTF-16, false",
        "UTF-32LE, UTF-32, false",
        "UTF-32BE, UTF-32, false",
        "UTF-16LE, UTF-16, true",
        "UTF-16BE, UTF-16, true",
        "UTF-32LE, UTF-32, true",
        "UTF-32BE, UTF-32, true"
    })
    void anotherEncodingIsCalledByItsName(Charset encoding, String name, boolean marked) {
        for (String users : List.of("[]", "[{}]", "\r\n[{\"name\":\"Zoë\"}]", "[{\"name\":\"日本語\"}]")) {
            byte[] document = ((marked ? "\uFEFF" : "") + users).getBytes(encoding);

            assertThat(refusal(document))
                    .hasMessage("users.json:[1,1] the file is encoded in " + name + "; save it as UTF-8");
        }
    }

    /** Strings are gone through eight bytes at a time. */
    @Test
    void noByteThatStringsMustNotHaveIsPassedWhereverItStands() {
        for (int before = 0; before < 17; before++) {
            byte[] document = ("[{\"a\":\"" + "x".repeat(before) + "?" + "y".repeat(16) + "\"}]").getBytes(UTF_8);
            for (int b = 0; b < 256; b++) {
                if (b >= ' ' && b < 0x80) {
                    continue;
                }
                document[7 + before] = (byte) b;

                assertThat(refusal(document).getMessage())
                        .as("byte %d after %d others", b, before)
                        .startsWith("users.json:[1," + (8 + before) + "] ");
            }
        }
    }

    @Test
    void twoZerosAfterTheBracketAreTooFewToTellUtf32() {
        assertThat(refusal(new byte[] {'[', 0, 0})).hasMessageContaining("UTF-16");
        assertThat(refusal(new byte[] {'[', 0, 0, ' '})).hasMessageContaining("UTF-16");
        assertThat(refusal(new byte[] {'[', 0, 'x', 0})).hasMessageContaining("UTF-16");
        assertThat(refusal(new byte[] {(byte) 0xFE, 'x'})).hasMessageContaining("the byte 0xFE");
        assertThat(refusal(new byte[] {(byte) 0xFF, 'x'})).hasMessageContaining("the byte 0xFF");
        assertThat(refusal(new byte[] {0})).hasMessageContaining("found \"\\u0000\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 5000, 100_000})
    void nestingHasALimitAndTheFirstBracketBeyondItIsNamed(int depth) {
        String deep = "[{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}]";

        assertThat(refusal(deep.getBytes(UTF_8)))
                .hasMessage("users.json:[1," + (7 + 999) + "] nested more than 1000 levels deep");
    }

    @Test
    void objectsNestAsDeepAsArrays() {
        String deep = "[" + "{\"a\":".repeat(1001);

        assertThat(refusal(deep.getBytes(UTF_8)))
                .hasMessage("users.json:[1," + (2 + 1000 * 5) + "] nested more than 1000 levels deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n ", "1", "null", "[]", "\"x\"", "true", "[{}]", "}", ","})
    void aUserOfItsOwnIsAnObject(String other) {
        assertThatExceptionOfType(UsersFileException.class)
                .isThrownBy(() -> User.of("a.json", other.getBytes(UTF_8)))
                .withMessageStartingWith("a.json:[");
    }

    @Test
    void nothingMayFollowAUserOfItsOwn() throws UsersFileException {
        assertThatExceptionOfType(UsersFileException.class)
                .isThrownBy(() -> User.of("a.json", "{} \n é".getBytes(UTF_8)))
                .withMessage("a.json:[2,2] nothing may follow the user, found \"é\"");

        assertThat(User.of("a.json", " \n {} \n ".getBytes(UTF_8)).position()).hasToString("a.json:[2,2]");
    }

    @Test
    void theUsersBeforeTheFaultHaveBeenHandedOn() throws Exception {
        try (UserReader users = UserReader.over("users.json", "[{\"a\":1},{\"b\":2},{\"c\":}]".getBytes(UTF_8))) {
            assertThat(users.next()).isTrue();
            assertThat(users.next()).isTrue();
            UsersFileException refusal = catchThrowableOfType(UsersFileException.class, users::next);

            assertThat(refusal.position()).isEqualTo(new Position("users.json", 2, 1, 23));
        }
    }

    static UsersFileException refusal(byte[] document) {
        UsersFileException refusal = catchThrowableOfType(UsersFileException.class, () -> Readings.of(document));
        assertThat(refusal).as("the document is refused").isNotNull();
        return refusal;
    }
}
