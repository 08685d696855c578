package io.github.auth0maven.tenant.users;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.server.Endpoint;
import io.github.auth0maven.tenant.server.Fields;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import java.util.List;
import java.util.Set;

/** Answers {@code GET /users-by-email}: e-mail addresses are stored in lower case and compared as they are [D]. */
public final class UsersByEmailEndpoint implements Endpoint {

    private final Directory directory;

    public UsersByEmailEndpoint(Directory directory) {
        this.directory = directory;
    }

    /** The route that this is the endpoint of. */
    public List<Route> routes() {
        return List.of(new Route("GET", "/api/v2/users-by-email", List.of("read:users"), this));
    }

    @Override
    public Response answer(Request request) throws Refusal {
        request.checkParameters(Set.of("email", "fields", "include_fields"));
        String email = request.parameter("email")
                .orElseThrow(() -> Refusal.of(
                        400, "Query validation error: 'Missing required property: email'.", "invalid_query_string"));
        Fields fields = Fields.of(request);
        ArrayNode found = Json.MAPPER.createArrayNode();
        for (Connection connection : directory.connections().all()) {
            directory.usersOf(connection).byEmail(email).forEach(user -> found.add(fields.of(user)));
        }
        return Response.json(200, found);
    }
}
