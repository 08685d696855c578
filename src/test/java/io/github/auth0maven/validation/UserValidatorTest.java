package io.github.auth0maven.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.users.User;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A user is judged as a whole: all that is wrong, in order, with the settings in mind. */
final class UserValidatorTest {

    private static final String HASH =
            "\"password_hash\":\"$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy\"";

    @Test
    void aViolationIsToldTheWayCompilersDo() throws IOException {
        List<Violation> found = judge("""
                {
                  "email": "jane@example.com", "email_verified": true,
                  "custom_password_hash": {
                    "algorithm": "bcript",
                    "hash": {"value": "x"}
                  }
                }""", 20_000);

        assertThat(found)
                .singleElement()
                .hasToString("users.json:[4,18] custom_password_hash.algorithm: \"bcript\" is not an algorithm Auth0"
                        + " accepts; did you mean \"bcrypt\"? [ENUM_MISMATCH]");
    }

    @Test
    void allThatIsWrongIsToldInTheOrderOfTheFile() throws IOException {
        List<Violation> found = judge("""
                {"mfa_factors": [],
                 "blocked": 0,
                 "app_metadata": {"email": 1}, "email": "jane",
                 "surname": "Doe"}""", 20_000);

        assertThat(found)
                .extracting(violation -> violation.position().line() + " " + violation.attribute())
                .containsExactly(
                        "1 email_verified",
                        "1 password_hash",
                        "1 mfa_factors",
                        "2 blocked",
                        "3 app_metadata.email",
                        "3 email",
                        "4 surname");
    }

    @Test
    void whatRootAttributesGiveIsNotMissed() throws IOException {
        UserValidator validator = given(20_000, Map.of("email_verified", "true"));
        List<Violation> found = new ArrayList<>();

        assertThat(validator.judge(
                        User.of("users.json", ("{\"email\":\"jane@example.com\"," + HASH + "}").getBytes(UTF_8)),
                        found::add))
                .isTrue();
        assertThat(found).isEmpty();
    }

    @Test
    void theLastByteThatFitsFits() throws IOException {
        String user = "{\"email\":\"jane@example.com\",\"email_verified\":true," + HASH + "}";
        int size = user.length();

        assertThat(judge(user, size)).isEmpty();
        assertThat(judge(user.replace(",", " , ").replace("@", "\\u0040"), size))
                .isEmpty();
        assertThat(judge(user, size - 1))
                .singleElement()
                .hasToString("users.json:[1,1] this user is " + size + " bytes alone, and an import job holds "
                        + (size - 1) + "; shorten its metadata [USER_TOO_LARGE]");
    }

    @Test
    void whatRootAttributesAddCountsAgainstTheJob() throws IOException {
        String user = "{\"email\":\"jane@example.com\",\"email_verified\":true," + HASH + "}";
        int added = ",\"name\":\"jane\"".length();

        for (String name : List.of("jane", "@{user_id}")) {
            RootAttributes attributes = RootAttributes.of(Map.of("name", name));
            String jane = user.replace("{", "{\"user_id\":\"jane\",");
            assertThat(new UserValidator(new ValidationSettings(jane.length() + added, attributes, Optional.empty()))
                            .judge(User.of("users.json", jane.getBytes(UTF_8)), violation -> {}))
                    .isTrue();
            assertThat(new UserValidator(
                                    new ValidationSettings(jane.length() + added - 1, attributes, Optional.empty()))
                            .judge(User.of("users.json", jane.getBytes(UTF_8)), violation -> {}))
                    .isFalse();
        }
    }

    @Test
    void whatRootAttributesMakeOfAUserIsJudgedAsIfTheUserHadIt() throws IOException {
        UserValidator validator = given(
                20_000,
                Map.of(
                        "name",
                        "@{given_name} @{family_name}",
                        "nickname",
                        "@{user_metadata.nick}",
                        "picture",
                        "@{user_id}"));
        List<Violation> found = new ArrayList<>();
        String user = "\n {\"email\":\"jane@example.com\",\"email_verified\":true," + HASH
                + ",\"user_id\":\"jane\",\"given_name\":\"" + "J".repeat(145)
                + "\",\"family_name\":\"Dough\",\"user_metadata\":{\"nick\":\"\"}}";

        assertThat(validator.judge(User.of("users.json", user.getBytes(UTF_8)), found::add))
                .isFalse();

        String origin = " (rootAttributes makes it of this user's own attributes) ";
        assertThat(found)
                .extracting(Violation::toString)
                .containsExactlyInAnyOrder(
                        "users.json:[2,2] name: it has 151 characters, and Auth0 takes 150 at most" + origin
                                + "[MAX_LENGTH]",
                        "users.json:[2,2] nickname: it is empty; leave it out" + origin + "[MIN_LENGTH]",
                        "users.json:[2,2] picture: \"jane\" is not a URL; begin it with https://" + origin
                                + "[PICTURE_NOT_A_URL]");
    }

    @Test
    void whatRootAttributesMakeOfAUserMayBeginOrEndWithWhiteSpaceButHardlyIsMeantTo() throws IOException {
        UserValidator validator = given(20_000, Map.of("name", "@{user_metadata.first} @{user_metadata.last}"));
        List<Violation> found = new ArrayList<>();
        String user = "{\"email\":\"jane@example.com\",\"email_verified\":true," + HASH
                + ",\"user_metadata\":{\"first\":\"Jane\",\"last\":\"\"}}";

        assertThat(validator.judge(User.of("users.json", user.getBytes(UTF_8)), found::add))
                .isTrue();

        assertThat(found)
                .singleElement()
                .hasToString(
                        "users.json:[1,1] name: \"Jane \" begins or ends with white space; remove it unless it is meant"
                                + " (rootAttributes makes it of this user's own attributes) [WHITE_SPACE]");
    }

    @Test
    void usersThatLackWhatARootAttributeIsMadeOfAreCounted() throws IOException {
        UserValidator validator =
                given(20_000, Map.of("name", "@{given_name} @{family_name}", "nickname", "@{username}"));

        for (String user :
                List.of("{}", "{\"given_name\":\"Jane\",\"username\":\"j\"}", "{\"name\":1,\"username\":\"j\"}")) {
            validator.judge(User.of("users.json", user.getBytes(UTF_8)), violation -> {});
        }

        assertThat(validator.remarks())
                .containsExactly(
                        "rootAttributes: name was left unset for 2 users who lack given_name or family_name",
                        "rootAttributes: nickname was left unset for 1 user who lacks username");
    }

    @Test
    void ofVeryManyViolationsAHundredAreListed() throws IOException {
        StringBuilder user = new StringBuilder("{\"email\":\"jane@example.com\",\"email_verified\":true," + HASH);
        for (int i = 0; i < 101; i++) {
            user.append(",\"x").append(i).append("\":1");
        }

        List<Violation> found = judge(user + "}", 20_000);

        assertThat(found).hasSize(101);
        assertThat(found.get(100))
                .hasToString("users.json:[1,1] more is wrong with this user than the 100 problems listed; mend these"
                        + " first [MORE_VIOLATIONS]");
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ValidationSettings(0));
    }

    @Test
    void aTextDoesNotShowItself() {
        Text text = new Text();
        text.set("secret");

        assertThat(text).hasToString("Text[6 bytes]");
    }

    private static UserValidator given(long capacity, Map<String, String> rootAttributes) {
        return new UserValidator(new ValidationSettings(capacity, RootAttributes.of(rootAttributes), Optional.empty()));
    }

    private static List<Violation> judge(String user, long capacity) throws IOException {
        List<Violation> found = new ArrayList<>();
        boolean valid = new UserValidator(new ValidationSettings(capacity))
                .judge(User.of("users.json", user.getBytes(UTF_8)), found::add);
        assertThat(valid).isEqualTo(found.stream().noneMatch(violation -> violation.severity() == Severity.ERROR));
        return found;
    }
}
