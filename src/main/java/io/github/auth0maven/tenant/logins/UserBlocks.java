package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Tells who is blocked for wrong passwords, and ends it; who is blocked by hand stays so [D]. */
final class UserBlocks {

    private static final Set<String> PARAMETERS = Set.of("identifier", "consider_brute_force_enablement");

    private final Accounts accounts;
    private final FailedAttempts attempts;

    UserBlocks(Accounts accounts, FailedAttempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    List<Route> routes() {
        List<String> read = List.of("read:users");
        List<String> update = List.of("update:users");
        return List.of(
                new Route("GET", "/api/v2/user-blocks", read, http -> told(http, named(http))),
                new Route("GET", "/api/v2/user-blocks/{id}", read, http -> told(http, List.of(byId(http)))),
                new Route("DELETE", "/api/v2/user-blocks", update, http -> ended(named(http))),
                new Route("DELETE", "/api/v2/user-blocks/{id}", update, http -> ended(List.of(byId(http)))));
    }

    /** The users of any connection who are known by the identifier of the query. */
    private List<Account> named(Request http) throws Refusal {
        http.checkParameters(PARAMETERS);
        String identifier = http.parameter("identifier").orElse("");
        if (identifier.isEmpty()) {
            throw Refusal.of(
                    400, "Query validation error: 'Missing required property: identifier'.", "invalid_query_string");
        }
        return accounts.named(identifier);
    }

    private Account byId(Request http) throws Refusal {
        return accounts.byId(http.decodedSegment(3))
                .orElseThrow(() -> Refusal.of(404, "The user does not exist.", "inexistent_user"));
    }

    private Response told(Request http, List<Account> users) {
        ObjectNode body = Json.object();
        ArrayNode blocks = body.putArray("blocked_for");
        for (Account user : users) {
            if (attempts.isBlocked(user.userId())) {
                identifiers(user)
                        .forEach(each ->
                                blocks.addObject().put("identifier", each).put("ip", http.remoteAddress()));
            }
        }
        return Response.json(200, body);
    }

    private static Stream<String> identifiers(Account user) {
        return Stream.of("email", "username", "phone_number")
                .map(name -> user.profile().path(name).asText())
                .filter(text -> !text.isEmpty());
    }

    private Response ended(List<Account> users) {
        users.forEach(user -> attempts.forget(user.userId()));
        return new Response(204, Map.of(), "");
    }
}
