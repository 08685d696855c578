package io.github.auth0maven.attributes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.auth0maven.users.User;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RootAttributesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, String> ALL = Map.of(
            "blocked", "true",
            "email_verified", "false",
            "family_name", "Doe",
            "given_name", "Jane",
            "name", "Jane Doe",
            "nickname", "jane",
            "phone_verified", "true",
            "picture", "https://example.com/jane.png");

    @ParameterizedTest
    @ValueSource(strings = {"family_name", "given_name", "name", "nickname", "picture"})
    void aTextIsWrittenInQuotes(String name) throws IOException {
        RootAttributes attributes = RootAttributes.of(Map.of(name, "true"));

        assertThat(attributes.names()).containsExactly(name);
        assertThat(write(attributes, "{\"email\":\"a@b.c\"}"))
                .isEqualTo("{\"email\":\"a@b.c\",\"" + name + "\":\"true\"}");
    }

    @ParameterizedTest
    @CsvSource({"blocked", "email_verified", "phone_verified"})
    void aBooleanIsWrittenWithoutQuotes(String name) throws IOException {
        for (String value : List.of("true", "false")) {
            assertThat(write(RootAttributes.of(Map.of(name, value)), "{\"email\":\"a@b.c\"}"))
                    .isEqualTo("{\"email\":\"a@b.c\",\"" + name + "\":" + value + "}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocked", "email_verified", "phone_verified"})
    void aBooleanIsTrueOrFalseAndNothingElse(String name) {
        for (String value : List.of("", "TRUE", "True", "yes", "1", "0", "null", "\"true\"", "true,", "truefalse")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RootAttributes.of(Map.of(name, value)))
                    .withMessage("rootAttributes: " + name + " is true or false, not \"" + value + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "phone_number", "user_id", "username"})
    void whatTellsUsersApartIsNotGivenToAllOfThem(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RootAttributes.of(Map.of(name, "x")))
                .withMessageStartingWith("rootAttributes: " + name + " tells one user from another")
                .withMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Name", "names", "app_metadata", "user_metadata", "password_hash", "identities", "é"})
    void anotherNameIsRefusedWithAListOfThoseThatAreNot(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RootAttributes.of(Map.of(name, "x")))
                .withMessage("rootAttributes: \"" + name + "\" is no root attribute; they are blocked, email_verified, "
                        + "family_name, given_name, name, nickname, phone_verified, picture");
    }

    @Test
    void oneWrongAttributeAmongRightOnesIsRefused() {
        Map<String, String> values = new LinkedHashMap<>(ALL);
        values.put("user_id", "x");

        assertThatIllegalArgumentException().isThrownBy(() -> RootAttributes.of(values));
    }

    @Test
    void allAreWrittenInTheOrderOfTheAlphabetAfterWhatTheUserHas() throws IOException {
        RootAttributes attributes = RootAttributes.of(ALL);

        assertThat(attributes.names()).isEqualTo(ALL.keySet());
        assertThat(write(attributes, "{ \"zoo\" : [ 1 ] }"))
                .isEqualTo("{\"zoo\":[1],\"blocked\":true,\"email_verified\":false,\"family_name\":\"Doe\","
                        + "\"given_name\":\"Jane\",\"name\":\"Jane Doe\",\"nickname\":\"jane\","
                        + "\"phone_verified\":true,\"picture\":\"https://example.com/jane.png\"}");
    }

    @Test
    void anEmptyUserGetsThemWithoutALeadingComma() throws IOException {
        RootAttributes attributes = RootAttributes.of(Map.of("name", "x", "blocked", "true"));

        assertThat(write(attributes, "{}")).isEqualTo("{\"blocked\":true,\"name\":\"x\"}");
        assertThat(write(attributes, "{ \n }")).isEqualTo("{\"blocked\":true,\"name\":\"x\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{}}",
                "{\"a\":[]}",
                "{\"a\":\"{\"}",
                "{\"a\":[{}]}",
                "{\"{\":1}",
                "{\"a\":1}",
                "{\"a\":null}",
                "{\"a\":\"\"}"
            })
    void whateverAUserEndsWithACommaComesFirst(String user) throws IOException {
        assertThat(write(RootAttributes.of(Map.of("name", "x")), user))
                .isEqualTo(user.substring(0, user.length() - 1) + ",\"name\":\"x\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"y\"}",
                "{\"name\":null}",
                "{\"name\":\"\"}",
                "{\"name\":{}}",
                "{\"n\\u0061me\":\"y\"}",
                "{\"a\":1,\"name\":\"y\",\"b\":2}"
            })
    void whatAUserHasIsKeptWhateverItIs(String user) throws IOException {
        JsonNode written = JSON.readTree(write(RootAttributes.of(Map.of("name", "x")), user));

        assertThat(written).isEqualTo(JSON.readTree(user));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"user_metadata\":{\"name\":\"y\"}}",
                "{\"a\":[{\"name\":\"y\"}]}",
                "{\"Name\":\"y\"}",
                "{\"a\":\"name\"}",
                "{\"names\":\"y\"}",
                "{\"nam\":\"y\"}"
            })
    void whatStandsElsewhereIsNotWhatAUserHas(String user) throws IOException {
        assertThat(write(RootAttributes.of(Map.of("name", "x")), user))
                .isEqualTo(user.substring(0, user.length() - 1) + ",\"name\":\"x\"}");
    }

    @Test
    void onlyThoseThatAreMissingAreWritten() throws IOException {
        assertThat(write(RootAttributes.of(ALL), "{\"picture\":1,\"given_name\":2,\"blocked\":3}"))
                .isEqualTo(
                        "{\"picture\":1,\"given_name\":2,\"blocked\":3,\"email_verified\":false,"
                                + "\"family_name\":\"Doe\",\"name\":\"Jane Doe\",\"nickname\":\"jane\",\"phone_verified\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b",
                "a\\b",
                "a\nb",
                "a\tb",
                "a\u0000b",
                "a\u001fb",
                "a\u2028b",
                "é日本😀",
                "{\"a\":1}",
                "a\u007fb"
            })
    void aTextSaysWhatItSaidWhateverItHolds(String value) throws IOException {
        String written = write(RootAttributes.of(Map.of("name", value)), "{\"a\":1}");

        assertThat(JSON.readTree(written).path("name").textValue()).isEqualTo(value);
        assertThat(User.of("users.json", written.getBytes(UTF_8)).json().writtenSize())
                .isEqualTo(written.getBytes(UTF_8).length);
    }

    @Test
    void whiteSpaceAroundAValueIsNotPartOfIt() throws IOException {
        assertThat(write(RootAttributes.of(Map.of("name", "\n  Jane Doe\t ", "blocked", " true\n")), "{}"))
                .isEqualTo("{\"blocked\":true,\"name\":\"Jane Doe\"}");
    }

    @Test
    void noneChangeNothing() throws IOException {
        assertThat(RootAttributes.NONE.names()).isEmpty();
        assertThat(RootAttributes.NONE.isEmpty()).isTrue();
        assertThat(RootAttributes.NONE.refers()).isFalse();
        assertThat(RootAttributes.NONE.largest(user("{}"))).isZero();
        assertThat(write(RootAttributes.NONE, "{\"a\":1}")).isEqualTo("{\"a\":1}");
        assertThat(write(RootAttributes.NONE, "{}")).isEqualTo("{}");
    }

    @Test
    void theSizeIsTheMostThatIsAddedAndNoMore() throws IOException {
        for (Map<String, String> values : List.of(ALL, Map.of("name", "\"é😀\n\""), Map.of("blocked", "false"))) {
            RootAttributes attributes = RootAttributes.of(values);
            for (String user : List.of("{\"a\":1}", "{\"name\":1}", "{\"é\":\"😀\"}")) {
                assertThat(added(attributes, user)).isLessThanOrEqualTo(attributes.largest(user(user)));
            }
            assertThat(added(attributes, "{\"a\":1}")).isEqualTo(attributes.largest(user("{}")));
            assertThat(added(attributes, "{}")).isEqualTo(attributes.largest(user("{}")) - 1);
        }
    }

    // ---- what is made of a user's own attributes

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "@{given_name} @{family_name} | {`given_name`:`Jane`,`family_name`:`Doe`} | Jane Doe",
                "@{email} | {`email`:`a@b.c`} | a@b.c",
                "<@{email}@{email}> | {`email`:`a`} | <aa>",
                "no. @{user_metadata.number} | {`user_metadata`:{`x`:{`number`:1},`number`:1.10}} | no. 1.10",
                "@{app_metadata.a.b.c} | {`app_metadata`:{`a`:{`b`:{`c`:true}}}} | true",
                "@{blocked} | {`blocked`:false} | false",
                "@{user_id} | {`user_id`:``} | ``",
                "@{user_id} | {`user_id`:`\\\\ \\\" \\u00e9 \\ud83d\\ude00 \\ud800 @{email} é`} | \\ \" é 😀 \ud800 @{email} é",
                "@@{email} | {`email`:`a`} | @{email}",
                "@@@{email}@{email}@ } { | {`email`:`a`} | @@{email}a@ } {",
                "\"@{email}\\ | {`email`:`a`} | \"a\\",
            })
    void aTextMayReferToAttributesOfTheUser(String template, String user, String text) throws IOException {
        RootAttributes attributes = RootAttributes.of(Map.of("name", template));
        String json = user.replace('`', '"');
        String expected = text.equals("``") ? "" : text.replace("\\ud800", "\ud800");

        JsonNode written = JSON.readTree(write(attributes, json));

        assertThat(written.path("name").textValue()).isEqualTo(expected);
        assertThat(attributes.refers()).isEqualTo(!template.equals("@@{email}"));
        assertThat(attributes.given(user(json)))
                .singleElement()
                .isEqualTo(new SuppliedAttribute("name", Optional.of(expected), attributes.refers()));
        assertThat(write(attributes, json).getBytes(UTF_8))
                .hasSize(user(json).json().compactSize() + attributes.largest(user(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"given_name\":\"Jane\"}",
                "{\"family_name\":\"Doe\"}",
                "{\"given_name\":\"Jane\",\"family_name\":null}",
                "{\"given_name\":\"Jane\",\"family_name\":[]}",
                "{\"given_name\":\"Jane\",\"family_name\":{\"a\":1}}",
                "{\"user_metadata\":{\"given_name\":\"Jane\",\"family_name\":\"Doe\"}}"
            })
    void aUserThatLacksOneOfThemKeepsTheAttributeUnset(String json) throws IOException {
        RootAttributes attributes =
                RootAttributes.of(Map.of("name", "@{given_name} @{family_name}", "blocked", "true"));

        assertThat(JSON.readTree(write(attributes, json)).has("name")).isFalse();
        assertThat(JSON.readTree(write(attributes, json)).path("blocked").booleanValue())
                .isTrue();
        assertThat(attributes.given(user(json)))
                .containsExactly(
                        new SuppliedAttribute("blocked", Optional.of(true), false),
                        new SuppliedAttribute("name", Optional.empty(), true));
    }

    @Test
    void aPathThatLeadsThroughSomethingElseThanObjectsLeadsNowhere() throws IOException {
        RootAttributes attributes = RootAttributes.of(Map.of("name", "@{user_metadata.a.b}"));

        for (String user :
                List.of("{\"user_metadata\":{\"a\":\"b\"}}", "{\"user_metadata\":[]}", "{\"user_metadata.a.b\":1}")) {
            assertThat(write(attributes, user)).isEqualTo(user);
        }
    }

    @Test
    void whatRootAttributesGiveIsNotReferredTo() throws IOException {
        RootAttributes attributes = RootAttributes.of(Map.of("given_name", "Jane", "name", "@{given_name}"));

        assertThat(write(attributes, "{}")).isEqualTo("{\"given_name\":\"Jane\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "custom_password_hash | is a secret",
                "custom_password_hash.hash.value | is a secret",
                "password_hash | is a secret",
                "mfa_factors | is a secret",
                "user_metadata | is an object",
                "app_metadata | is an object",
                "user_metadata. | is none",
                "user_metadata..a | is none",
                "email.a | is none",
                "e-mail | is none",
                "'' | is none",
                "name | is what it is to be given to those who lack it"
            })
    void aReferenceToAnythingElseIsRefusedWithAListOfWhatThereIs(String path, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RootAttributes.of(Map.of("name", "a @{" + path + "} b")))
                .withMessage("rootAttributes: name cannot refer to @{" + path + "}, which " + problem
                        + "; refer to email, username, user_id, phone_number, email_verified, phone_verified, blocked,"
                        + " given_name, family_name, name, nickname, picture or into user_metadata and app_metadata, as in"
                        + " @{user_metadata.plan}");
    }

    @Test
    void aReferenceWithoutAnEndIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RootAttributes.of(Map.of("name", "a @{email")))
                .withMessage(
                        "rootAttributes: name: the reference that begins at \"@{email\" has no closing brace; an \"@{\""
                                + " that is meant is written @@{");
    }

    @Test
    void aBooleanTakesNoReference() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RootAttributes.of(Map.of("blocked", "@{email_verified}")))
                .withMessage("rootAttributes: blocked is true or false, not \"@{email_verified}\"");
    }

    @Test
    void usersThatWereLeftWithoutAreToldOfOnceAllAreCounted() {
        RootAttributes attributes = RootAttributes.of(
                Map.of("name", "@{given_name} @{given_name} @{username} @{family_name}", "nickname", "@{email}"));

        assertThat(attributes.remark("name", 12_000))
                .isEqualTo(
                        "rootAttributes: name was left unset for 12,000 users who lack given_name, username or family_name");
        assertThat(attributes.remark("nickname", 1))
                .isEqualTo("rootAttributes: nickname was left unset for 1 user who lacks email");
    }

    @Test
    void whatIsGivenDoesNotShowItself() {
        assertThat(new SuppliedAttribute("name", Optional.of("Jane"), true)).hasToString("SuppliedAttribute[name]");
    }

    private static User user(String json) throws IOException {
        return User.of("users.json", json.getBytes(UTF_8));
    }

    private static int added(RootAttributes attributes, String user) throws IOException {
        return write(attributes, user).getBytes(UTF_8).length - user.getBytes(UTF_8).length;
    }

    /** The user as it is written, with a check that nothing is written before, nor behind what it may need. */
    private static String write(RootAttributes attributes, String json) throws IOException {
        User user = User.of("users.json", json.getBytes(UTF_8));
        byte[] target = new byte[5 + user.json().writtenSize() + attributes.largest(user)];
        Arrays.fill(target, (byte) '#');

        int end = attributes.write(user, target, 5);

        assertThat(new String(target, 0, 5, UTF_8)).isEqualTo("#####");
        return new String(target, 5, end - 5, UTF_8);
    }
}
