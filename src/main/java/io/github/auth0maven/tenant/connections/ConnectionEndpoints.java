package io.github.auth0maven.tenant.connections;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Fields;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Page;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import io.github.auth0maven.tenant.tokens.AccessTokens;
import java.util.List;

/** Answers what is asked about the tenant's connections. */
public final class ConnectionEndpoints {

    private static final int MOST_CONNECTIONS = 100;
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

    /** {@code GET /connections}: a bare array, or with totals, or with a checkpoint [D]. */
    private Response list(Request request) throws Refusal {
        List<Connection> found = connections.all().stream()
                .filter(each ->
                        request.parameter("name").map(each.name()::equals).orElse(true))
                .filter(each -> request.parameters("strategy").isEmpty()
                        || request.parameters("strategy").contains(each.strategy()))
                .toList();
        if (request.parameter("take").isPresent() || request.parameter("from").isPresent()) {
            Page page = Page.byCheckpoint(request, MOST_CONNECTIONS);
            ObjectNode body = Json.object();
            if (page.isFollowed(found)) {
                body.put("next", page.next());
            }
            body.set("connections", array(request, page.of(found)));
            return Response.json(200, body);
        }
        Page page = Page.byOffset(request);
        ArrayNode listed = array(request, page.of(found));
        if (!request.parameter("include_totals").orElse("false").equals("true")) {
            return Response.json(200, listed);
        }
        ObjectNode body = Json.object()
                .put("start", page.start())
                .put("limit", page.limit())
                .put("total", found.size());
        body.set("connections", listed);
        return Response.json(200, body);
    }

    /** {@code GET /connections/{id}}. */
    private Response get(Request request) throws Refusal {
        return Response.json(200, json(request, named(request)));
    }

    /** {@code GET /connections/{id}/clients}: the applications that the connection is enabled for [D]. */
    private Response clients(Request request) throws Refusal {
        List<String> all = named(request).enabledClients();
        Page page = Page.byCheckpoint(request, MOST_CLIENTS);
        ObjectNode body = Json.object();
        ArrayNode clients = body.putArray("clients");
        page.of(all).forEach(id -> clients.addObject().put("client_id", id));
        if (page.isFollowed(all)) {
            body.put("next", page.next());
        }
        return Response.json(200, body);
    }

    private Connection named(Request request) throws Refusal {
        return connections
                .byId(request.segment(3))
                .orElseThrow(() -> Refusal.of(404, "The connection does not exist", "inexistent_connection"));
    }

    private ArrayNode array(Request request, List<Connection> connections) throws Refusal {
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (Connection each : connections) {
            array.add(json(request, each));
        }
        return array;
    }

    /** A connection; its options need a scope of their own [D], and enabled_clients is deprecated but sent. */
    private ObjectNode json(Request request, Connection connection) throws Refusal {
        ObjectNode json = Json.object()
                .put("id", connection.id())
                .put("name", connection.name())
                .put("strategy", connection.strategy());
        if (tokens.scopes(request).contains("read:connections_options")) {
            json.set("options", options(connection.options()));
        }
        json.putArray("realms").add(connection.name());
        json.put("is_domain_connection", false);
        ArrayNode enabled = json.putArray("enabled_clients");
        connection.enabledClients().forEach(enabled::add);
        return Fields.of(request).of(json);
    }

    /** Recorded: what each attribute's options are called. */
    private static void addAttributes(IdentifierAttributes attributes, ObjectNode options) {
        ObjectNode json = options.putObject("attributes");
        ObjectNode email = json.putObject("email");
        email.putObject("identifier").put("active", true);
        email.put("profile_required", attributes.emailRequired()).put("unique", attributes.emailUnique());
        ObjectNode username = json.putObject("username");
        username.putObject("identifier").put("active", true);
        username.put("profile_required", false);
        ObjectNode validation = username.putObject("validation")
                .put("min_length", attributes.usernames().least())
                .put("max_length", attributes.usernames().most());
        ObjectNode types = validation.putObject("allowed_types");
        for (String type : List.of("email", "phone_number")) {
            types.put(type, attributes.usernames().types().contains(type));
        }
        ObjectNode phone = json.putObject("phone_number");
        phone.putObject("identifier").put("active", true);
        phone.put("profile_required", false);
    }

    private static ObjectNode options(ConnectionOptions options) {
        ObjectNode json = Json.object()
                .put("requires_username", options.requiresUsername())
                .put("import_mode", options.importMode())
                .put("enabledDatabaseCustomization", options.customDatabase());
        if (options.requiresUsername()) {
            json.putObject("validation").putObject("username").put("min", 1).put("max", options.usernameMaxLength());
        }
        options.attributes().ifPresent(attributes -> addAttributes(attributes, json));
        return json;
    }
}
