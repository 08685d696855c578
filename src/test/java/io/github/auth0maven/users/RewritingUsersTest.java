package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RewritingUsersTest {

    static Stream<Arguments> escapes() {
        return Stream.of(
                // what a character is written as, and what it is sent as
                Arguments.of("\\u00e9", "é"),
                Arguments.of("\\u00E9", "é"),
                Arguments.of("\\u0041", "A"),
                Arguments.of("\\u0020\\u0021", " !"),
                Arguments.of("\\u007f", "\u007f"),
                Arguments.of("\\u0080", "\u0080"),
                Arguments.of("\\u07ff", "\u07ff"),
                Arguments.of("\\u0800", "\u0800"),
                Arguments.of("\\u2028", "\u2028"),
                Arguments.of("\\uFFFF", "\uffff"),
                Arguments.of("\\ufeff", "\ufeff"),
                Arguments.of("\\ud83d\\ude00", "😀"),
                Arguments.of("\\uD83D\\uDE00", "😀"),
                Arguments.of("\\ud800\\udc00", "\ud800\udc00"),
                Arguments.of("\\udbff\\udfff", "\udbff\udfff"),
                Arguments.of("\\/", "/"),
                Arguments.of("\\u002f", "/"),
                Arguments.of("/", "/"),
                // needed, or no shorter
                Arguments.of("\\\"", "\\\""),
                Arguments.of("\\u0022", "\\\""),
                Arguments.of("\\\\", "\\\\"),
                Arguments.of("\\u005c", "\\\\"),
                Arguments.of("\\\\u0041", "\\\\u0041"),
                Arguments.of("\\\\\\u0041", "\\\\A"),
                Arguments.of("\\b\\f\\n\\r\\t", "\\b\\f\\n\\r\\t"),
                Arguments.of("\\u0008\\u000c\\u000a\\u000d\\u0009", "\\b\\f\\n\\r\\t"),
                Arguments.of("\\u0000", "\\u0000"),
                Arguments.of("\\u001F", "\\u001f"),
                Arguments.of("\\u001b[0m", "\\u001b[0m"),
                // a surrogate without its other half is kept as it is written
                Arguments.of("\\ud83d", "\\ud83d"),
                Arguments.of("\\uD83D", "\\uD83D"),
                Arguments.of("\\ude00", "\\ude00"),
                Arguments.of("\\ude00\\ud83d", "\\ude00\\ud83d"),
                Arguments.of("\\ud83dx", "\\ud83dx"),
                Arguments.of("\\ud83d\\n", "\\ud83d\\n"),
                Arguments.of("\\ud83d\\u0041", "\\ud83dA"),
                Arguments.of("\\ud83d\\ud83d\\ude00", "\\ud83d😀"),
                Arguments.of("\\ud83d😀", "\\ud83d😀"),
                Arguments.of("\\ud83dxude00", "\\ud83dxude00"),
                Arguments.of("\\ud83d\\\\ude00", "\\ud83d\\\\ude00"),
                // text around them
                Arguments.of("12345678\\u00e912345678", "12345678é12345678"),
                Arguments.of("é\\u00e9😀\\ud83d\\ude00", "éé😀😀"));
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void aStringIsSentInTheFewestBytes(String written, String sent) throws UsersFileException {
        assertThat(Readings.compact("{\"a\":\"" + written + "\"}")).isEqualTo("{\"a\":\"" + sent + "\"}");
        assertThat(Readings.compact("{\"" + written + "\" : 1}")).isEqualTo("{\"" + sent + "\":1}");
        assertThat(Readings.compact("{\"a\":[\"" + written + "\",\"" + written + "\"]}"))
                .isEqualTo("{\"a\":[\"" + sent + "\",\"" + sent + "\"]}");
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void whatIsSentMeansWhatWasWritten(String written, String sent) throws UsersFileException {
        assertThat(Jackson.value("\"" + sent + "\"")).isEqualTo(Jackson.value("\"" + written + "\""));

        Json json = Readings.user("{\"a\":\"" + written + "\"}").json();
        assertThat(json.text(2)).isEqualTo(Jackson.value("\"" + written + "\"").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1.10",
                "1e400",
                "-1E-400",
                "1E+05",
                "123456789012345678901234567890",
                "0.1000000000000000055511151231257827",
                "0e0"
            })
    void aNumberKeepsItsText(String number) throws UsersFileException {
        assertThat(Readings.compact("{ \"a\" : [ " + number + " , " + number + " ] }"))
                .isEqualTo("{\"a\":[" + number + "," + number + "]}");
    }

    @Test
    void whiteSpaceIsLeftOutBetweenTokensButNotInStrings() throws UsersFileException {
        String user =
                " \r\n{ \"a b\"\t: [ ] , \"c\" :{ } ,\n\"d\": \" x  y \" , \"e\":[ 1 ,true , null,false,\"\" ] } ";

        assertThat(Readings.compact(user))
                .isEqualTo("{\"a b\":[],\"c\":{},\"d\":\" x  y \",\"e\":[1,true,null,false,\"\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1}",
                "{\"a\" :1}",
                "{ \"a\":1}",
                "{\"a\":1 }",
                "{\"a\":1,\n\"b\":2}",
                "{\"a\":[1, 2]}",
                "{\"a\":[ ]}",
                "{ }",
                "{\"a\\u0062\":1}",
                "{\"a\":\"\\/\"}"
            })
    void oneByteTooManyIsNoticedWhereverItStands(String user) throws UsersFileException {
        String sent = Readings.compact(user);

        assertThat(sent).hasSizeLessThan(user.length()).doesNotContain(" ", "\n", "\\");
        assertThat(Jackson.value(sent)).isEqualTo(Jackson.value(user)).isPresent();
    }

    @Test
    void membersKeepTheirOrder() throws UsersFileException {
        assertThat(Readings.compact("{ \"z\":1, \"a\":2, \"m\":{ \"y\":1, \"b\":2 } }"))
                .isEqualTo("{\"z\":1,\"a\":2,\"m\":{\"y\":1,\"b\":2}}");
    }

    @Test
    void aUserIsSentTheSameHoweverItIsSpaced() throws IOException {
        int spaced = 0;
        for (int seed = 0; seed < 1000; seed++) {
            byte[] document = Documents.any(seed);
            List<String> users;
            try {
                users = compact(document);
            } catch (UsersFileException e) {
                assertThat(e).hasMessageContaining("stands twice");
                continue;
            }
            byte[] sent = ("[" + String.join(",", users) + "]").getBytes(UTF_8);
            assertThat(compact(sent)).isEqualTo(users);
            spaced += sent.length < document.length ? 1 : 0;
        }
        assertThat(spaced).isGreaterThan(700);
    }

    @Test
    void nothingIsWrittenOutsideTheUsersPlace() throws UsersFileException {
        for (String user : List.of("{\"a\":\"é\"}", "{ \"a\" : \"\\u00e9\" }")) {
            Json json = Readings.user(user).json();
            byte[] target = new byte[json.writtenSize() + 6];
            java.util.Arrays.fill(target, (byte) '#');

            int end = json.writeTo(target, 3);

            assertThat(new String(target, UTF_8)).startsWith("###{\"a\":\"é\"}###");
            assertThat(end).isEqualTo(3 + 10);
        }
    }

    private static List<String> compact(byte[] document) throws IOException {
        return Readings.of(document).stream().map(Readings.Reading::compact).toList();
    }
}
