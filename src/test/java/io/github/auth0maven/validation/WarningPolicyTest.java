package io.github.auth0maven.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.users.User;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A raised warning makes a user invalid; the others stay what they are. */
final class WarningPolicyTest {

    private static final String TWO_WARNINGS = "{\"email\":\"a@example.com\"}";

    private final List<Violation> found = new ArrayList<>();

    @Test
    void allWarningsAreErrorsIfAllAreRaised() throws IOException {
        assertThat(judge(TWO_WARNINGS, WarningPolicy.RAISE_ALL)).isFalse();

        assertThat(found)
                .extracting(Violation::code)
                .containsExactlyInAnyOrder("NO_PASSWORD_HASH", "EMAIL_VERIFIED_MISSING");
        assertThat(found).allMatch(violation -> violation.severity() == Severity.ERROR);
    }

    @Test
    void onlyThoseAreThatAreNamed() throws IOException {
        assertThat(judge(TWO_WARNINGS, WarningPolicy.raising(Set.of("NO_PASSWORD_HASH"))))
                .isFalse();

        assertThat(found)
                .allMatch(violation ->
                        violation.code().equals("NO_PASSWORD_HASH") == (violation.severity() == Severity.ERROR));
    }

    @Test
    void othersThanTheUsersAreNoneOfTheUsersFault() throws IOException {
        assertThat(judge(TWO_WARNINGS, WarningPolicy.raising(Set.of("WHITE_SPACE"))))
                .isTrue();
        assertThat(judge(TWO_WARNINGS, WarningPolicy.NONE)).isTrue();
    }

    @Test
    void aUserWithMoreViolationsThanAreListedIsInvalidIfThatIsRaised() throws IOException {
        StringBuilder user = new StringBuilder(
                "{\"email\":\"a@example.com\",\"custom_password_hash\":{\"algorithm\":\"md5\",\"hash\":{\"encoding\":\"hex\","
                        + "\"value\":\"9e107d9d372bb6826bd81d3542a419d6\"");
        for (int i = 0; i < 150; i++) {
            user.append(",\"p").append(i).append("\":1");
        }
        String many = user.append("}}}").toString();

        assertThat(judge(many, WarningPolicy.raising(Set.of("MORE_VIOLATIONS"))))
                .isFalse();
        assertThat(found).filteredOn(v -> v.severity() == Severity.ERROR).hasSize(1);
        found.clear();
        assertThat(judge(many, WarningPolicy.NONE)).isTrue();
    }

    @Test
    void onlyCodesOfWarningsCanBeRaised() {
        assertThatIllegalArgumentException().isThrownBy(() -> WarningPolicy.raising(Set.of("INVALID_TYPE")));
    }

    @Test
    void whatIsIgnoredIsNeitherToldNorCounted() throws IOException {
        assertThat(judge(TWO_WARNINGS, new WarningPolicy(Set.of("EMAIL_VERIFIED_MISSING"), Set.of("NO_PASSWORD_HASH"))))
                .isFalse();
        assertThat(found).extracting(Violation::code).containsExactly("EMAIL_VERIFIED_MISSING");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WarningPolicy(Set.of("WHITE_SPACE"), Set.of("WHITE_SPACE")));
        assertThatIllegalArgumentException().isThrownBy(() -> new WarningPolicy(Set.of(), Set.of("INVALID_TYPE")));
    }

    /** A code is raised wholly or not at all. */
    @Test
    void noErrorHasTheCodeOfAWarning() {
        assertThat(Rule.values())
                .filteredOn(rule -> rule.severity == Severity.ERROR)
                .noneMatch(rule -> WarningPolicy.ALL_CODES.contains(rule.code));
    }

    private boolean judge(String user, WarningPolicy warnings) throws IOException {
        return new UserValidator(new ValidationSettings(
                        20_000, RootAttributes.NONE, Optional.empty(), warnings, ConnectionRules.UNKNOWN))
                .judge(User.of("users.json", user.getBytes(UTF_8)), found::add);
    }
}
