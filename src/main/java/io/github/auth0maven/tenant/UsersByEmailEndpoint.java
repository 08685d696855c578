package io.github.auth0maven.tenant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.auth0maven.tenant.TenantSettings.Connection;

/** Answers {@code GET /users-by-email}: e-mail addresses are stored in lower case and compared as they are [D]. */
final class UsersByEmailEndpoint implements Endpoint {

    private final Directory directory;

    UsersByEmailEndpoint(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Answer answer(Request request) throws Refusal {
        String email = request.parameter("email")
                .orElseThrow(() -> Refusal.of(
                        400, "Query validation error: 'Missing required property: email'", "invalid_query_string"));
        Fields fields = Fields.of(request);
        ArrayNode found = Json.MAPPER.createArrayNode();
        for (Connection connection : directory.connections()) {
            directory.usersOf(connection).byEmail(email).ifPresent(user -> found.add(fields.of(user)));
        }
        return Answer.json(200, found);
    }
}
