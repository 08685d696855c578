package io.github.auth0maven.tenant.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.server.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserQueryTest {

    private static final String ADA = """
            {"email":"ada.l@example.com","name":"Ada Lovelace","nickname":"ada","email_verified":true,
             "user_id":"auth0|a:1","created_at":"2026-11-23T10:00:00.005Z","logins_count":12,"family_name":null,
             "identities":[{"connection":"main","provider":"auth0"}],
             "app_metadata":{"plan":"gold","roles":["reader","writer"],"limits":{"seats":-3},"a.b":"dotted"}}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "email:\"ada.l@example.com\"",
                "email:ADA.L@example.com",
                "name:\"ada lovelace\"",
                "name:*love*",
                "name:A?a*",
                "name:Ada\\ Lovelace",
                "user_id:\"auth0|a:1\"",
                "user_id:auth0|a\\:1",
                "identities.connection:\"main\"",
                "app_metadata.plan:\"gold\"",
                "app_metadata.roles:writer",
                "app_metadata.a.b:dotted",
                "email_verified:true",
                "app_metadata.plan:(silver OR gold)",
                "app_metadata.plan:(silver gold)",
                "name:nobody OR nickname:ada",
                "name:nobody nickname:ada",
                "nickname:ada AND app_metadata.plan:gold",
                "nickname:ada AND NOT app_metadata.plan:silver",
                "NOT name:nobody",
                "-name:nobody",
                "nickname:ada AND -name:nobody",
                "+nickname:ada",
                "(name:nobody OR name:*) AND (nickname:ada)",
                "name:nobody AND name:nobody OR nickname:ada",
                "logins_count:[2 TO *]",
                "logins_count:[12 TO 12]",
                "logins_count:{11 TO 13}",
                "logins_count:[* TO 12]",
                "app_metadata.limits.seats:-3",
                "app_metadata.limits.seats:[-5 TO -1]",
                "created_at:[2026-11-01 TO 2026-12-01]",
                "created_at:[2026-11-23T10:00:00.005Z TO *}",
                "created_at:{2026-11-23T10:00:00.004Z TO 2026-11-23T10:00:00.006Z}",
                "_exists_:app_metadata.plan",
                "NOT _exists_:user_metadata",
                "NOT _exists_:family_name",
                "ada",
                "*lovelace",
            })
    void itFinds(String query) throws Exception {
        assertThat(UserQuery.parse(query)).as(query).accepts(ada());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email:ada",
                "email:ada.l",
                "name:Love",
                "name:?da",
                "name:\"*love*\"",
                "app_metadata.plan:silver",
                "app_metadata:gold",
                "NOT nickname:ada",
                "nickname:ada AND name:nobody",
                "nickname:ada AND NOT app_metadata.plan:gold",
                "logins_count:{12 TO 13}",
                "logins_count:[9 TO 11]",
                "created_at:{2026-11-23T10:00:00.005Z TO *]",
                "_exists_:user_metadata",
                "_exists_:family_name",
                "nobody",
            })
    void itDoesNotFind(String query) throws Exception {
        assertThat(UserQuery.parse(query)).as(query).rejects(ada());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name:",
                "name:\"ada",
                "(name:ada",
                "name:ada)",
                "name:[1 2]",
                "name:[1 TO",
                "name:[1 TO 2",
                "name:[1 TO 2)",
                "AND",
                "name:ada AND",
                "NOT",
                ":ada",
                "name:(a",
                "name:ada\\",
                "name::",
                "-",
            })
    void whatCannotBeUnderstoodIsRefused(String query) {
        assertThatExceptionOfType(MalformedQueryException.class)
                .as(query)
                .isThrownBy(() -> UserQuery.parse(query))
                .withMessageMatching(".+");
    }

    @Test
    void noNestingReachesTheEndOfTheStack() {
        assertThatExceptionOfType(MalformedQueryException.class).isThrownBy(() -> UserQuery.parse("(".repeat(100_000)));
        assertThatExceptionOfType(MalformedQueryException.class)
                .isThrownBy(() -> UserQuery.parse("NOT ".repeat(100_000) + "a"));
    }

    @Test
    void noNumberOfClausesReachesTheEndOfTheStack() throws Exception {
        assertThat(UserQuery.parse("a ".repeat(100_000) + "ada")).accepts(ada());
        assertThat(UserQuery.parse("ada AND ".repeat(100_000) + "ada")).accepts(ada());
    }

    @Test
    void noPatternTakesForEver() throws Exception {
        JsonNode longName = Json.object().put("name", "a".repeat(5_000));

        assertThat(UserQuery.parse("name:" + "a*".repeat(500) + "b")).rejects(longName);
    }

    private static JsonNode ada() throws IOException {
        return Json.MAPPER.readTree(ADA);
    }
}
