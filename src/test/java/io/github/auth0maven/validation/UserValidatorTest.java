package io.github.auth0maven.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0maven.users.User;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        UserValidator validator = new UserValidator(
                new ValidationSettings(20_000, 100, Set.of("email", "email_verified", "password_hash")));
        List<Violation> found = new ArrayList<>();

        assertThat(validator.judge(User.of("users.json", "{}".getBytes(UTF_8)), found::add))
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
        UserValidator validator = new UserValidator(new ValidationSettings(user.length() + 9, 10, Set.of()));

        assertThat(validator.judge(User.of("users.json", user.getBytes(UTF_8)), violation -> {}))
                .isFalse();
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
        assertThatIllegalArgumentException().isThrownBy(() -> new ValidationSettings(0, 0, Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValidationSettings(1, -1, Set.of()));
    }

    @Test
    void aTextDoesNotShowItself() {
        Text text = new Text();
        text.set("secret");

        assertThat(text).hasToString("Text[6 bytes]");
    }

    private static List<Violation> judge(String user, long capacity) throws IOException {
        List<Violation> found = new ArrayList<>();
        boolean valid = new UserValidator(new ValidationSettings(capacity, 0, Set.of()))
                .judge(User.of("users.json", user.getBytes(UTF_8)), found::add);
        assertThat(valid).isEqualTo(found.stream().noneMatch(violation -> violation.severity() == Severity.ERROR));
        return found;
    }
}
