package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.users.Jackson.Member;
import io.github.auth0maven.users.Jackson.Members;
import io.github.auth0maven.users.Jackson.Null;
import io.github.auth0maven.users.Jackson.Numeral;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The only differences are deliberate, and none of these documents is large enough to meet them: a user's nesting, tokens and
 * bytes have limits, and surrogates and overlong forms are no UTF-8.
 */
class AgreementWithJacksonTest {

    private static final int DOCUMENTS = 3000;

    @Test
    void bothAcceptADocumentOrBothRefuseIt() throws IOException {
        int accepted = 0;
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            byte[] document = Documents.any(seed);
            accepted += agree(document, "seed " + seed) ? 1 : 0;
        }
        assertThat(accepted).isBetween(DOCUMENTS * 3 / 4, DOCUMENTS - 10);
    }

    @Test
    void bothAcceptAMutatedDocumentOrBothRefuseIt() throws IOException {
        int accepted = 0;
        for (int seed = 0; seed < 2 * DOCUMENTS; seed++) {
            byte[] document = Documents.mutated(Documents.any(seed), seed);
            accepted += agree(document, "seed " + seed) ? 1 : 0;
        }
        assertThat(accepted).isBetween(DOCUMENTS / 5, DOCUMENTS);
    }

    /** Whether both accept the document; if so, the users that are sent must be those that Jackson reads. */
    private static boolean agree(byte[] document, String seed) throws IOException {
        Optional<List<Object>> theirs;
        try {
            theirs = Jackson.users(document);
        } catch (Jackson.NoOpinion e) {
            return false;
        }
        List<String> ours;
        try {
            ours = Readings.of(document).stream().map(Readings.Reading::compact).toList();
        } catch (UsersFileException e) {
            assertThat(theirs)
                    .as("%s: %s%n%s", seed, e.getMessage(), new String(document, UTF_8))
                    .isEmpty();
            return false;
        }
        assertThat(theirs).as("%s%n%s", seed, new String(document, UTF_8)).isPresent();
        assertThat(ours.stream().map(user -> Jackson.value(user).orElseThrow()).toList())
                .as(seed)
                .isEqualTo(theirs.get());
        assertThat(ours.stream().map(AgreementWithJacksonTest::lowerCaseSurrogates))
                .as(seed)
                .isEqualTo(theirs.get().stream()
                        .map(AgreementWithJacksonTest::shortest)
                        .toList());
        return true;
    }

    private static String lowerCaseSurrogates(String json) {
        return json.replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\u[dD]([0-9a-fA-F]{3})", "$1\\\\ud$2");
    }

    /** The value in the fewest bytes, written another way than ours. */
    private static String shortest(Object value) {
        if (value instanceof Members object) {
            return object.members().stream()
                    .map(AgreementWithJacksonTest::shortest)
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> array) {
            return array.stream().map(AgreementWithJacksonTest::shortest).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof String text) {
            return text.codePoints()
                    .mapToObj(AgreementWithJacksonTest::shortest)
                    .collect(Collectors.joining("", "\"", "\""));
        }
        return value instanceof Numeral number ? number.text() : value == Null.NULL ? "null" : String.valueOf(value);
    }

    private static String shortest(Member member) {
        return shortest(member.name()) + ":" + shortest(member.value());
    }

    private static String shortest(int character) {
        int special = "\"\\\b\f\n\r\t".indexOf(character);
        if (special >= 0) {
            return "\\" + "\"\\bfnrt".charAt(special);
        }
        boolean escaped = character < ' ' || (character >= 0xD800 && character <= 0xDFFF);
        return escaped ? String.format("\\u%04x", character) : Character.toString(character);
    }

    @Test
    void theSecondOpinionKnowsAValidListFromAnother() {
        assertThat(Stream.of("[]", "[{}]", " [ { \"a\" : 1.10 } ] ").map(AgreementWithJacksonTest::isList))
                .containsOnly(true);
        assertThat(Stream.of("", "{}", "[1]", "[{}] x", "[{\"a\":1,\"\\u0061\":2}]", "[{\"a\":01}]")
                        .map(AgreementWithJacksonTest::isList))
                .containsOnly(false);
        assertThat(Jackson.users(new byte[] {'[', '{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}', ']'}))
                .isEmpty();
    }

    private static boolean isList(String document) {
        return Jackson.users(document.getBytes(UTF_8)).isPresent();
    }
}
