package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.jobs.JobErrors.Identity;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That a user exists is told with who it is, what may be done about it, and why it may not be found. */
class ExistingUserTest {

    @Test
    void withoutUpsertThatIsNamedAndSoAreGhosts() {
        assertThat(explained("DUPLICATED_USER", "The user already exist and upsert parameter is false"))
                .startsWith(
                        "\"a@example.com\": The user already exist and upsert parameter is false; set auth0.upsert to")
                .endsWith("it is a ghost: DELETE /api/v2/connections/{id}/users?email=… removes it");
    }

    @Test
    void withUpsertItIsAGhostOrSharesSomethingElse() {
        assertThat(explained("DUPLICATED_USER", "The user already exist"))
                .startsWith(
                        "\"a@example.com\": The user already exist; remove this one, or what it shares with another.")
                .contains("ghost")
                .doesNotContain("auth0.upsert");
    }

    @Test
    void anEarlierUserOfTheFileIsNoneOfTheTenants() {
        assertThat(explained("DUPLICATED_USER", "A user with this email was already provided."))
                .isEqualTo("\"a@example.com\": A user with this email was already provided.");
    }

    @Test
    void othersAreToldInAuth0sWords() {
        assertThat(explained("PATTERN", "no match")).isEqualTo("no match");
    }

    @Test
    void aUserWithoutAnAddressIsNamedByWhatItHas() {
        Identity named = new Identity(Optional.empty(), Optional.of("kid"), Optional.of("1"));
        assertThat(ExistingUser.explain(named, "DUPLICATED_USER", "was already provided"))
                .isEqualTo("\"kid\": was already provided");
        Identity called =
                new Identity(Optional.empty(), Optional.empty(), Optional.of("1"), Optional.of("+12125550001"));
        assertThat(ExistingUser.explain(called, "DUPLICATED_USER", "was already provided"))
                .isEqualTo("\"+12125550001\": was already provided");
        Identity unnamed = new Identity(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(ExistingUser.explain(unnamed, "DUPLICATED_USER", "was already provided"))
                .isEqualTo("was already provided");
    }

    private static String explained(String code, String message) {
        Identity ada = new Identity(Optional.of("a@example.com"), Optional.empty(), Optional.empty());
        return ExistingUser.explain(ada, code, message);
    }
}
