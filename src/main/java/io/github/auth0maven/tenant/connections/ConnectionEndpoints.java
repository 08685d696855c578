package io.github.auth0maven.tenant.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Fields;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Listing;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import io.github.auth0maven.tenant.tokens.AccessTokens;
import java.util.List;
import java.util.Set;

/** Answers what is asked about the tenant's connections. */
public final class ConnectionEndpoints {

    private static final Set<String> LIST_PARAMETERS = Set.of(
            "page", "per_page", "include_totals", "from", "take", "strategy", "name", "fields", "include_fields");
    private static final int MOST_CLIENTS = 1_000;

    private final Connections connections;
    private final AccessTokens tokens;

    public ConnectionEndpoints(Connections connections, AccessTokens tokens) {
        this.connections = connections;
        this.tokens = tokens;
    }

    /** What is asked about connections. */
    public List<Route> routes() {
        List<String> scopes = List.of("read:connections");
        return List.of(
                new Route("GET", "/api/v2/connections", scopes, this::list),
                new Route("GET", "/api/v2/connections/{id}", scopes, this::get),
                new Route("GET", "/api/v2/connections/{id}/clients", scopes, this::clients));
    }

    /** {@code GET /connections}. */
    private Response list(Request request) throws Refusal {
        request.checkParameters(LIST_PARAMETERS);
        List<Connection> found = connections.all().stream()
                .filter(each ->
                        request.parameter("name").map(each.name()::equals).orElse(true))
                .filter(each -> request.parameters("strategy").isEmpty()
                        || request.parameters("strategy").contains(each.strategy()))
                .toList();
        boolean withOptions = seesOptions(request);
        return new Listing<>("connections", found, each -> shown(request, each, withOptions)).answer(request);
    }

    /** {@code GET /connections/{id}}. */
    private Response get(Request request) throws Refusal {
        return Response.json(200, shown(request, named(request), seesOptions(request)));
    }

    /** Recorded: is_domain_connection is sent although it is not among the fields asked for. */
    private static ObjectNode shown(Request request, Connection connection, boolean withOptions) {
        return Fields.of(request).of(ConnectionJson.of(connection, withOptions)).put("is_domain_connection", false);
    }

    /** {@code GET /connections/{id}/clients}: the applications that the connection is enabled for [D]. */
    private Response clients(Request request) throws Refusal {
        return new Listing<>(
                        "clients",
                        named(request).enabledClients(),
                        id -> Json.object().put("client_id", id))
                .fromCheckpoint(request, MOST_CLIENTS);
    }

    /** The options of a connection need a scope of their own [D]. */
    private boolean seesOptions(Request request) throws Refusal {
        return tokens.scopes(request).contains("read:connections_options");
    }

    private Connection named(Request request) throws Refusal {
        String id = request.segment(3);
        if (!Connection.isId(id)) {
            throw Refusal.of(
                    400,
                    "Path validation error: 'String does not match pattern ^con_[A-Za-z0-9]{16}$' on property id"
                            + " (The id of the connection to retrieve).",
                    "invalid_uri");
        }
        return connections
                .byId(id)
                .orElseThrow(() -> Refusal.of(404, "The connection does not exist", "inexistent_connection"));
    }
}
