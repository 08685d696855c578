package io.github.auth0maven.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.users.Position;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of e-mail addresses, and that it can be made again from the users file. */
class RedactionTest {

    private static final String USERS = "[{\"email\":\"Ada@example.com\"}]";

    private static final Pattern PARTS = Pattern.compile("(?=\\{)|(?<=})");

    @TempDir
    private Path directory;

    private Redaction redaction;

    @BeforeEach
    void begin() throws Exception {
        redaction = Redaction.keyedBy(List.of(file("users.json", USERS)));
    }

    @Test
    void whoHasTheUsersFileCanMakeTheDigestAgain() throws Exception {
        assertThat(redaction.text("The user ada@example.com already exists"))
                .isEqualTo("The user " + digest(USERS, "ada@example.com") + " already exists")
                .matches("The user email:[0-9a-f]{16} already exists");
    }

    /** Made by the command that the manual has. */
    @Test
    void theDigestIsThatOfTheCommandInTheManual() {
        assertThat(redaction.text("ada@example.com")).isEqualTo("email:81d8ae29c5453f6a");
    }

    @Test
    void ofSeveralFilesTheKeyIsOfAllOfThemInTheirOrder() throws Exception {
        Path one = file("one.json", "[{}]");
        Path other = file("other.json", USERS);

        assertThat(Redaction.keyedBy(List.of(one, other)).text("ada@example.com"))
                .isEqualTo(digest("[{}]" + USERS, "ada@example.com"));
        assertThat(Redaction.keyedBy(List.of(other, one)).text("ada@example.com"))
                .isEqualTo(digest(USERS + "[{}]", "ada@example.com"));
    }

    @Test
    void anotherFileMakesOtherDigests() throws Exception {
        Redaction other = Redaction.keyedBy(List.of(file("other.json", USERS + "\n")));

        assertThat(other.text("ada@example.com")).isNotEqualTo(redaction.text("ada@example.com"));
    }

    @Test
    void anAddressIsTheSameInAnyCase() {
        assertThat(redaction.text("ADA@Example.COM")).isEqualTo(redaction.text("ada@example.com"));
    }

    /** The text, with its address in braces. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ada@example.com}",
                "user \"{ada@example.com}\" exists",
                "user '{ada@example.com}' exists",
                "email={ada+test@example.com}&x",
                "<{ada@mail.example.co.uk}>, ({bob@example.org}).",
                "auth0|{o'brien@example.com}: {a.b-c_d@example.com}; {bob@example.com}",
                "It is {größe@exämple.de}.",
                "at {ada@127.0.0.1}."
            })
    void addressesAreFoundWhereverTheyStand(String marked) throws Exception {
        StringBuilder expected = new StringBuilder();
        for (String part : PARTS.splitAsStream(marked).toList()) {
            expected.append(part.startsWith("{") ? digest(USERS, part.substring(1, part.length() - 1)) : part);
        }

        assertThat(redaction.text(marked.replaceAll("[{}]", ""))).isEqualTo(expected.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home/ci/workspace/build@2/users.json:[3,4] no user",
                "there is no \"@\" in it",
                "email:0123456789abcdef is not one",
                "@{given_name}"
            })
    void whatIsNoneStays(String text) {
        assertThat(redaction.text(text)).isEqualTo(text);
    }

    @Test
    void anAddressThatIsCutHasNoDigest() {
        assertThat(redaction.text("\"Ada <ada@example.c…\" and \"ada@ex…\""))
                .isEqualTo("\"Ada <email:?\" and \"email:?\"");
    }

    @Test
    void theAddressThatTheServiceNamesIsFoundHoweverOddItIs() throws Exception {
        assertThat(redaction.text("No such user: \"A b\"@example and bob@example.com", Optional.of("\"a b\"@example")))
                .isEqualTo("No such user: " + digest(USERS, "\"a b\"@example") + " and "
                        + digest(USERS, "bob@example.com"));
        assertThat(redaction.text("a user", Optional.of("a"))).isEqualTo("a user");
        assertThat(redaction.text("bob@example.com", Optional.empty())).isEqualTo(digest(USERS, "bob@example.com"));
    }

    /** What is given as an address, and what a message about it says besides. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "jane|~ is not an e-mail address: there is no \"@\" in it~",
                "jane@example|~ is not an e-mail address: the domain has no dot, as in \"example.com\"~",
                "Jane Doe jane|~ is not an e-mail address: it is odd~",
                "\"ja\"ne\"@example.com|~ is not an e-mail address: a quote~",
                "jаne@example.com|: the letter \"а\" in it is the Cyrillic one (U+0430)",
                "jane@example.com|~ does not match the pattern \"x\"~"
            })
    void whatIsGivenAsAnAddressIsReplacedWholeInWhatIsSaidOfIt(String value, String rest) throws Exception {
        Violation redacted = redaction.of(violation("email", "\"" + value + "\"" + rest));

        assertThat(redacted.message()).isEqualTo("\"" + digest(USERS, value) + "\"" + rest);
        assertThat(redaction.of(redacted)).isEqualTo(redacted);
        assertThat(redaction.of(Failure.of(violation("email", "\"" + value + "\"" + rest))))
                .isEqualTo(Failure.of(redacted));
    }

    @Test
    void anAddressThatIsWrittenInAnAdviceIsReplacedToo() throws Exception {
        assertThat(redaction
                        .of(violation(
                                "email",
                                "\"Jane <jane@example.com>\" is not an e-mail address: write only"
                                        + " \"jane@example.com\""))
                        .message())
                .isEqualTo("\"" + digest(USERS, "jane <jane@example.com>")
                        + "\" is not an e-mail address: write only \"" + digest(USERS, "jane@example.com") + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane@xxxxx…", "xxxxxx…", "ja\\u0000ne@example.com"})
    void ofOneThatIsShownInPartThereIsNoDigest(String shown) {
        assertThat(redaction
                        .of(violation("email", "\"" + shown + "\" is not an e-mail address: it is odd"))
                        .message())
                .isEqualTo("\"email:?\" is not an e-mail address: it is odd");
    }

    @Test
    void whatIsWrongWithAnotherAttributeIsTold() {
        Violation other = violation("username", "\"jané\" holds the character \"é\"");

        assertThat(redaction.of(other)).isEqualTo(other);
        assertThat(redaction.of(violation(null, "a whole user"))).isEqualTo(violation(null, "a whole user"));
    }

    @Test
    void withoutRedactionEverythingStays() {
        Redaction none = Redaction.none();
        Violation violation = violation("email", "\"jane\" is not an e-mail address");

        assertThat(none.text("ada@example.com")).isEqualTo("ada@example.com");
        assertThat(none.text("ada@example.com", Optional.of("ada@example.com"))).isEqualTo("ada@example.com");
        assertThat(none.of(violation)).isSameAs(violation);
        assertThat(none.of(Failure.of(violation))).isEqualTo(Failure.of(violation));
        assertThat(none).hasToString("Redaction[none]");
        assertThat(redaction).hasToString("Redaction[emails]");
    }

    /** What somebody does who has the users file and looks for an address. */
    private static String digest(String users, String address) throws Exception {
        byte[] key = MessageDigest.getInstance("SHA-256").digest(users.getBytes(UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().formatHex(key).getBytes(UTF_8), "HmacSHA256"));
        byte[] digest = mac.doFinal(address.toLowerCase(Locale.ROOT).getBytes(UTF_8));
        return "email:" + HexFormat.of().formatHex(digest, 0, 8);
    }

    private static Violation violation(String attribute, String message) {
        return new Violation(new Position("users.json", 0, 1, 2), attribute, "INVALID_FORMAT", message, Severity.ERROR);
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name), text);
    }
}
