package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.jobs.JobErrors.UserError;
import io.github.auth0maven.service.Result;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JobErrorsTest {

    private Wire wire;
    private ManagementApi api;

    @BeforeEach
    void start() throws Exception {
        wire = new Wire();
        api = wire.api(Wire.PLAIN);
    }

    @AfterEach
    void stop() {
        api.close();
        wire.close();
    }

    private Result<JobErrors> errors(int status, String body) {
        wire.answering(status, body);
        return api.errors("job_1");
    }

    private static Result<JobErrors> given(Optional<String> details, UserError... errors) {
        return new Result.Success<>(new JobErrors(List.of(errors), details));
    }

    private static Identity email(String email) {
        return new Identity(Optional.of(email), Optional.empty(), Optional.empty());
    }

    @Test
    void noErrorsAreAnEmptyAnswer() throws InterruptedException {
        assertThat(errors(204, "")).isEqualTo(given(Optional.empty()));
        assertThat(wire.request().getRequestLine()).isEqualTo("GET /api/v2/jobs/job_1/errors HTTP/1.1");
    }

    @Test
    void usersAreToldWithAllTheirErrors() {
        assertThat(
                        errors(
                                200,
                                "[{\"user\":{\"email\":\"a@example.com\",\"username\":\"ada\",\"user_id\":\"auth0|1\",\"password_hash\":\"*****\"},"
                                        + "\"errors\":[{\"code\":\"PATTERN\",\"message\":\"Error in passwordHash property\",\"path\":\"passwordHash\"},"
                                        + "{\"message\":\"A custom_password_hash was provided\"}]},"
                                        + "{\"user\":{\"email\":\" b@example.com \"},\"errors\":[{\"code\":\"X\",\"message\":\"m\",\"path\":\"identities[0].profileData.email\"}]}]"))
                .isEqualTo(given(
                        Optional.empty(),
                        new UserError(
                                new Identity(Optional.of("a@example.com"), Optional.of("ada"), Optional.of("auth0|1")),
                                "PATTERN",
                                "Error in passwordHash property",
                                Optional.of("password_hash")),
                        new UserError(
                                new Identity(Optional.of("a@example.com"), Optional.of("ada"), Optional.of("auth0|1")),
                                "NO_CODE",
                                "A custom_password_hash was provided",
                                Optional.empty()),
                        new UserError(email(" b@example.com "), "X", "m", Optional.of("email"))));
    }

    @Test
    void anIdentityIsKeptToTheLetterSoThatItsUserIsFound() {
        String id = "x".repeat(255) + "\u200d\t\u00e4" + "y".repeat(255);

        assertThat(((Result.Success<JobErrors>) errors(
                                200, "[{\"user\":{\"user_id\":\"" + id.replace("\t", "\\t") + "\"},\"errors\":[{}]}]"))
                        .value()
                        .users())
                .extracting(error -> error.identity().userId())
                .containsExactly(Optional.of(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "{}", "\"none\"", "[1]", ""})
    void whatNamesNobodyIsNoError(String body) {
        assertThat(errors(200, body)).isEqualTo(given(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"user\":{\"email\":\"a@example.com\"}}]",
                "[{\"user\":{\"email\":\"a@example.com\"},\"errors\":[]}]",
                "[{\"user\":{\"email\":\"a@example.com\"},\"errors\":\"wrong\"}]"
            })
    void aUserWithoutAReasonHasFailedAllTheSame(String body) {
        assertThat(errors(200, body))
                .isEqualTo(given(
                        Optional.empty(),
                        new UserError(
                                email("a@example.com"), "NOT_PASSED", "Auth0 does not say why", Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\\\"email\\\":\\\"a@example.com\\\",\\\"password_hash\\\":\\\"x\\\"} | a@example.com | | |",
                "a@example.com | a@example.com | | |",
                "ada | | ada | ada | ada",
                "{\\\"phone_number\\\":\\\"+1\\\"} | | | | +1",
                "{\\\"email\\\":\\\"a@example.com\\\",\\\"password_hash\\\":\\\"s3cr3t | | | |"
            })
    void aUserThatIsEchoedAsATextIsFoundAllTheSame(
            String echoed, String email, String username, String id, String phoneNumber) {
        assertThat(((Result.Success<JobErrors>)
                                errors(200, "[{\"user\":\"" + echoed + "\",\"errors\":[{\"code\":\"X\"}]}]"))
                        .value()
                        .users())
                .extracting(UserError::identity)
                .containsExactly(new Identity(
                        Optional.ofNullable(email),
                        Optional.ofNullable(username),
                        Optional.ofNullable(id),
                        Optional.ofNullable(phoneNumber)));
    }

    @Test
    void anErrorWithoutAnythingIsStillAnError() {
        assertThat(errors(200, "[{\"errors\":[{}]}]"))
                .isEqualTo(given(
                        Optional.empty(),
                        new UserError(
                                new Identity(Optional.empty(), Optional.empty(), Optional.empty()),
                                "NO_CODE",
                                "Auth0 does not say why",
                                Optional.empty())));
    }

    @Test
    void aFailedJobTellsWhy() {
        assertThat(errors(200, "{\"id\":\"job_1\",\"status\":\"failed\",\"status_details\":\"Failed to parse\"}"))
                .isEqualTo(given(Optional.of("Failed to parse")));
        assertThat(errors(200, "{\"status\":\"failed\",\"status_details\":{\"reason\":\"x\"}}"))
                .isEqualTo(given(Optional.of("{\"reason\":\"x\"}")));
        assertThat(errors(200, " \r\n\t{\"status_details\":\"Failed to parse\"}"))
                .isEqualTo(given(Optional.of("Failed to parse")));
        assertThat(errors(200, "{\"status\":\"failed\",\"status_details\":null}"))
                .isEqualTo(given(Optional.empty()));
        assertThat(errors(200, "{\"status\":\"failed\",\"status_details\":\"  \"}"))
                .isEqualTo(given(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>p4ssw0rd</html>",
                "[{\"user\":{\"email\":\"p4ssw0rd@example.com\"",
                "[{\"user\":{\"email\":p4ssw0rd}}]",
                "{\"status\":"
            })
    void anAnswerThatIsNotJsonIsAskedForAgainAndNotShown(String body) {
        assertThat(errors(200, body)).isInstanceOf(Result.NotTaken.class);
        assertThat(errors(200, body).toString()).doesNotContain("p4ss").contains("with the JSON that was expected");
        assertThat(wire.calls.lines.toString()).doesNotContain("p4ss");
    }

    @ParameterizedTest
    @CsvSource({
        "identities[0].profileData.email, email",
        "identities[0].profileData.email_verified, email_verified",
        "identities[12].user_id, user_id",
        "passwordHash, password_hash",
        "customPasswordHash.hash.value, custom_password_hash.hash.value",
        "email, email",
        "user_metadata.favouriteColour, user_metadata.favouriteColour",
        "appMetadata.someThing, app_metadata.someThing",
        "mfa_factors[0].totp.secret, mfa_factors[0].totp.secret",
        "givenName, given_name",
        "'', ''"
    })
    void aPathIsLedBackToTheAttributeInTheFile(String path, String attribute) {
        assertThat(Attributes.inFile(path)).isEqualTo(attribute);
    }
}
