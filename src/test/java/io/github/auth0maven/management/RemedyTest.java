package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyTest {

    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        wire = new Wire();
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    private String explained() {
        return Remedy.explain(((Result.Refused<String>) wire.get()).error());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|Missing authentication||get a new one, with the audience https://{tenant domain}/api/v2/",
                "401|Invalid token||get a new one, with the audience https://{tenant domain}/api/v2/",
                "401|Expired token received for JSON Web Token validation||has expired. Get a new one, or give the client id",
                "401|Invalid signature received for JSON Web Token validation||made by another tenant",
                "400|Bad HTTP authentication header format|Bearer|is not a JWT: it was made without",
                "400|Bad HTTP authentication header format||is not a JWT: it was made without",
                "403|Insufficient scope, expected any of: create:users|insufficient_scope|grant it create:users and read:connections",
                "403|Insufficient scope, expected any of: create:users||grant it create:users and read:connections",
                "404|The connection does not exist|inexistent_connection|Set auth0.connection to the name, or the id",
                "400|The connection does not exist||Set auth0.connection to the name, or the id",
                "404|The job does not exist|inexistent_job|forgets a job 24 hours after",
                "404|The job does not exist||forgets a job 24 hours after",
                "400|Connection must be a database connection|operation_not_supported|a database connection only",
                "400|Connection must be a database connection||a database connection only",
                "400|Connection must be enabled|connection_is_disabled|Enable the connection for at least one application",
                "400|Connection must be enabled||Enable the connection for at least one application",
                "400|Custom Database Connections without import mode are not allowed||Turn on \"Import Users to Auth0\"",
                "400|Custom Database Connections without import mode are not allowed|operation_not_supported|Turn on \"Import Users to Auth0\"",
            })
    void eachRefusalOfTheManagementApiHasARemedy(int status, String message, String code, String remedy) {
        String errorCode = code == null ? "" : code;
        wire.refusing(status, message, errorCode);

        assertThat(explained())
                .startsWith("HTTP " + status + (errorCode.isEmpty() ? "" : " " + errorCode) + ": " + message + ". ")
                .contains(remedy)
                .doesNotContain("\n", "..");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|access_denied|Unauthorized|The client id, or its secret or private key, is not one of this tenant's",
                "401|invalid_client|Unauthorized|The client id, or its secret or private key, is not one of this tenant's",
                "403|access_denied|Client is not authorized to access 'https://x/api/v2/'. You need to create a 'client-grant' associated to this API.|Let the application use the Management API",
                "403|access_denied|Service not found: https://x.auth0.com/api/v2|lacks the slash at its end: set auth0.audience",
                "403|access_denied|Service not found: https://x.auth0.com/userinfo|not the Management API's: it is https://{tenant",
                "403|access_denied|Service not found: https://login.example.com/api/v2/|custom domain, the audience is still that",
                "403|access_denied|Service not found: https://x.eu.auth0.com/api/v2/|the audience of another tenant: set auth0.domain",
                "403|unauthorized_client|Grant type 'client_credentials' not allowed for the client.|tick Client Credentials",
            })
    void eachRefusalOfATokenHasARemedy(int status, String error, String description, String remedy) {
        wire.answering(status, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");

        assertThat(explained())
                .startsWith("HTTP " + status + " " + error + ": " + description)
                .contains(remedy)
                .doesNotContain("\n", "..");
    }

    @Test
    void aRedirectHasARemedy() {
        wire.answering(302, "", "Location", "https://login.example.com/");

        assertThat(explained())
                .isEqualTo(
                        "HTTP 302: redirects to https://login.example.com/. Redirects are not followed, for the users and the"
                                + " token would go along: set auth0.domain to the tenant itself");
    }

    @Test
    void aUserThatIsTooLargeHasARemedy() {
        assertThat(Remedy.explain(new ServiceError(
                        413, java.util.Optional.empty(), "Payload content length greater", java.util.Optional.empty())))
                .contains("512,000 bytes");
    }

    @Test
    void whatIsNotKnownIsToldWithoutARemedy() {
        wire.refusing(418, "I am a teapot", "");

        assertThat(explained()).isEqualTo("HTTP 418: I am a teapot");
    }
}
