package io.github.auth0maven.tenant.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.tenant.tokens.JsonWebToken;
import io.github.auth0maven.tenant.users.Identity;
import org.junit.jupiter.api.Test;

/** What a tenant answers and is sent holds tokens and users; what it prints does not. */
class AnswersAreNotPrintedTest {

    private static final String SECRET = "open-sesame";

    @Test
    void anAnswerPrintsItsStatusAlone() {
        assertThat(Response.json(200, Json.object().put("access_token", SECRET)))
                .hasToString("Response[200]");
    }

    @Test
    void aTokenPrintsNothingOfItself() {
        String header = JsonWebToken.encoded(Json.object().put("alg", "HS256"));
        String claims = JsonWebToken.encoded(Json.object().put("sub", SECRET));

        assertThat(JsonWebToken.read(header + "." + claims + ".c2lnbmF0dXJl"))
                .hasValueSatisfying(token -> assertThat(token).hasToString("JsonWebToken[…]"));
    }

    @Test
    void anIdentityPrintsNothingOfTheUser() {
        assertThat(Identity.of(Json.object().put("email", SECRET), new Ids())).hasToString("Identity[…]");
    }
}
