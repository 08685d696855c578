package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.users.Json.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void anObjectIsWalkedMemberByMember() throws UsersFileException {
        Json json = Readings.user("{\"a\":1,\"b\":{\"c\":[true,{\"d\":null}]},\"e\":[],\"f\":\"x\"}")
                .json();

        List<String> members = new ArrayList<>();
        for (int name = json.first(Json.ROOT); name < json.after(Json.ROOT); name = json.after(json.valueOf(name))) {
            assertThat(json.kind(name)).isEqualTo(Kind.NAME);
            members.add(json.text(name) + " " + json.kind(json.valueOf(name)));
        }

        assertThat(members).containsExactly("a NUMBER", "b OBJECT", "e ARRAY", "f STRING");
        assertThat(json.after(Json.ROOT)).isEqualTo(json.tokens);
    }

    @Test
    void anArrayIsWalkedItemByItem() throws UsersFileException {
        Json json = Readings.user("{\"a\":[1,\"x\",[2,[3]],{\"b\":[4]},true,false,null,\"\\u0041\"]}")
                .json();
        int array = json.valueOf(json.first(Json.ROOT));

        List<Kind> items = new ArrayList<>();
        for (int item = json.first(array); item < json.after(array); item = json.after(item)) {
            items.add(json.kind(item));
        }

        assertThat(items)
                .containsExactly(
                        Kind.NUMBER,
                        Kind.STRING,
                        Kind.ARRAY,
                        Kind.OBJECT,
                        Kind.TRUE,
                        Kind.FALSE,
                        Kind.NULL,
                        Kind.STRING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``            | ``   | 0",
                "abc           | abc  | 3",
                "Zoë           | Zoë  | 3",
                "日本語         | 日本語 | 3",
                "😀            | 😀   | 1",
                "e\u0301       | e\u0301 | 2",
                "\\u00e9       | é    | 1",
                "\\ud83d\\ude00 | 😀   | 1",
                "\\ud83d       | \ud83d | 1",
                "\\ude00\\ud83d | \ude00\ud83d | 2",
                "x\\/\\\\\\\"y  | x/\\\"y | 5",
                "é\\u00e9😀\\ud83d\\ude00 | éé😀😀 | 4"
            })
    void aStringHasATextAndALengthInCharacters(String written, String text, int length) throws UsersFileException {
        Json json = Readings.user("{\"" + written + "\":\"" + written + "\"}").json();

        assertThat(json.text(1)).isEqualTo(text);
        assertThat(json.text(2)).isEqualTo(text);
        assertThat(json.length(1)).isEqualTo(length);
        assertThat(json.length(2)).isEqualTo(length);
        assertThat(json.isEscaped(2)).isEqualTo(written.contains("\\"));
        assertThat(json.isEscaped(Json.ROOT)).isFalse();
    }

    @Test
    void everyEscapeStandsForItsCharacter() throws UsersFileException {
        assertThat(Readings.user("{\"a\":\"\\u0041\\b\\f\\n\\r\\t\\\"\\\\\\/\"}")
                        .json()
                        .text(2))
                .isEqualTo("A\b\f\n\r\t\"\\/");
    }

    @Test
    void whatIsNoStringHasTheTextThatIsWritten() throws UsersFileException {
        Json json = Readings.user("{\"a\":[-1.50,true,false,null,{ },[ 1 ]]}").json();

        assertThat(IntStream.range(3, json.tokens).mapToObj(json::text))
                .containsExactly("-1.50", "true", "false", "null", "{ }", "[ 1 ]", "1");
        assertThat(json.text(Json.ROOT)).hasSize(json.writtenSize());
    }

    @Test
    void aTokensBytesAreThoseThatAreWritten() throws UsersFileException {
        String user = "{\"a\\u0062\": [ 1.5 ,\"é\"] }";
        Json json = Readings.user(user).json();

        assertThat(written(json, 1)).isEqualTo("a\\u0062");
        assertThat(written(json, 2)).isEqualTo("[ 1.5 ,\"é\"]");
        assertThat(written(json, 3)).isEqualTo("1.5");
        assertThat(written(json, 4)).isEqualTo("é");
        assertThat(written(json, Json.ROOT)).isEqualTo(user);
        assertThat(json.writtenSize()).isEqualTo(user.getBytes(UTF_8).length);
    }

    private static String written(Json json, int token) {
        byte[] bytes = new byte[json.to(token) - json.from(token)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = json.byteAt(json.from(token) + i);
        }
        return new String(bytes, UTF_8);
    }

    @Test
    void aTextIsComparedHoweverItIsWritten() throws UsersFileException {
        Json json = Readings.user("{\"email\":\"\\u0065mail\",\"\\u0065mail2\":\"email2\"}")
                .json();

        for (int token : new int[] {1, 2}) {
            assertThat(json.textEquals(token, "email".getBytes(UTF_8))).isTrue();
            assertThat(json.textEquals(token, "emai".getBytes(UTF_8))).isFalse();
            assertThat(json.textEquals(token, "emaik".getBytes(UTF_8))).isFalse();
            assertThat(json.textEquals(token, "email2".getBytes(UTF_8))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "email",
                "123456",
                "blocked",
                "12345678",
                "123456789",
                "é",
                "日本語日本語",
                "😀",
                "custom_password_hash"
            })
    void aHashIsTheSameHoweverTheTextIsWritten(String text) throws UsersFileException {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(unit -> escaped.append(String.format("\\u%04x", unit)));
        Json json = Readings.user("{\"x\":[\"" + text + "\",\"" + escaped + "\",{\"" + text + "\":0},{\"" + escaped
                        + "\":0}],\"after\":\"" + text + "\"}")
                .json();

        int hash = json.hash(3);
        assertThat(json.text(6)).isEqualTo(text);
        assertThat(json.text(9)).isEqualTo(text);
        assertThat(IntStream.of(4, 6, 9, json.tokens - 1).map(json::hash)).containsOnly(hash);
        assertThat(IntStream.of(4, 6, 9).mapToObj(token -> json.sameText(3, token)))
                .containsOnly(true);
        assertThat(json.sameText(3, 1)).isFalse();
    }

    @Test
    void hashesTellShortTextsApart() throws UsersFileException {
        StringBuilder array = new StringBuilder("{\"a\":[\"\"");
        for (int i = 0; i < 1000; i++) {
            array.append(",\"").append(Integer.toString(i * 7919, 36)).append('"');
        }
        Json json = Readings.user(array + "]}").json();

        assertThat(IntStream.range(3, json.tokens).map(json::hash).distinct().count())
                .isGreaterThan(990);
    }

    @Test
    void aMemberIsFoundByItsName() throws UsersFileException {
        Names names = Names.of(List.of("email", "name", "missing", "app_metadata"));
        Json json = Readings.user("{\"x\":{\"email\":0,\"missing\":0},\"\\u0065mail\":1,\"app_metadata\":{\"name\":2}}")
                .json();

        assertThat(json.text(json.member(Json.ROOT, names, 0))).isEqualTo("1");
        assertThat(json.member(Json.ROOT, names, 1)).isEqualTo(-1);
        assertThat(json.member(Json.ROOT, names, 2)).isEqualTo(-1);
        int metadata = json.member(Json.ROOT, names, 3);
        assertThat(json.kind(metadata)).isEqualTo(Kind.OBJECT);
        assertThat(json.text(json.member(metadata, names, 1))).isEqualTo("2");
        assertThat(json.member(metadata, names, 0)).isEqualTo(-1);
    }

    @Test
    void anEmptyObjectHasNoMember() throws UsersFileException {
        assertThat(Readings.user("{}").json().member(Json.ROOT, Names.of(List.of("email")), 0))
                .isEqualTo(-1);
    }

    @Test
    void aHundredAndTwentySevenNamesAreAllFoundByTheirNumbers() throws UsersFileException {
        List<String> all = new ArrayList<>(IntStream.range(0, 120)
                .mapToObj(i -> "attribute" + Integer.toString(i * 31, 36))
                .toList());
        all.addAll(List.of("", "é", "日本語", "a", "ab", "email", "EMAIL"));
        Names names = Names.of(all);
        StringBuilder user = new StringBuilder("{");
        for (String name : all) {
            user.append('"').append(name).append("\":\"").append(name).append("\",");
        }
        Json json = Readings.user(user + "\"Email\":\"attribute\",\"attributf0\":\"emai\"}")
                .json();

        assertThat(names.all()).isEqualTo(all).hasSize(127);
        for (int i = 0; i < all.size(); i++) {
            int name = 1 + 2 * i;
            assertThat(names.indexOf(json, name)).isEqualTo(i);
            assertThat(names.indexOf(json, json.valueOf(name))).isEqualTo(i);
        }
        for (int token = 1 + 2 * all.size(); token < json.tokens; token++) {
            assertThat(names.indexOf(json, token)).as(json.text(token)).isEqualTo(-1);
        }
    }

    @Test
    void aNameIsFoundAmongTheAbsentWhereverItsHashPutsIt() throws UsersFileException {
        StringBuilder user = new StringBuilder("{\"\":0");
        for (int i = 0; i < 300; i++) {
            user.append(",\"absent").append(i).append("\":0,\"name").append(i).append("\":0");
        }
        Json json = Readings.user(user + "}").json();
        for (int i = 0; i < 300; i++) {
            Names names = Names.of(List.of("name" + i));
            for (int name = json.first(Json.ROOT); name < json.tokens; name = json.after(json.valueOf(name))) {
                assertThat(names.indexOf(json, name)).isEqualTo(json.text(name).equals("name" + i) ? 0 : -1);
            }
        }
    }

    @Test
    void noNamesHoldNone() throws UsersFileException {
        Json json = Readings.user("{\"\":\"\",\"email\":1}").json();

        assertThat(IntStream.range(1, 4).map(token -> Names.of(List.of()).indexOf(json, token)))
                .containsOnly(-1);
    }

    @Test
    void aPositionCanBeHadOfEveryByte() throws UsersFileException {
        User user = Readings.user("\n {\"é\":\"😀\",\r\n\"b\":1}");
        Json json = user.json();

        assertThat(user.position()).isEqualTo(new Position("users.json", 0, 2, 2));
        assertThat(user.positionOf(Json.ROOT)).isEqualTo(user.position());
        assertThat(user.positionOf(1)).hasToString("users.json:[2,3]");
        assertThat(user.positionAt(json.from(1))).hasToString("users.json:[2,4]");
        assertThat(user.positionOf(2)).hasToString("users.json:[2,7]");
        assertThat(user.positionAt(json.to(2))).hasToString("users.json:[2,9]");
        assertThat(user.positionOf(3)).hasToString("users.json:[3,1]");
        assertThat(user.positionOf(4)).hasToString("users.json:[3,5]");
        assertThat(user.index()).isZero();
    }

    @Test
    void nothingOfAUserIsPrintedUnasked() throws UsersFileException {
        User user = Readings.user("{\"password\":\"secret\"}");

        assertThat(user.toString()).isEqualTo("users.json:[1,1]");
        assertThat(user.json().toString()).isEqualTo("Json[21 bytes, 3 tokens]");
    }
}
