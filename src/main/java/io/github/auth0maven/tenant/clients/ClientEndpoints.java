package io.github.auth0maven.tenant.clients;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.server.Fields;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Listing;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import io.github.auth0maven.tenant.tokens.AccessTokens;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Answers what is asked about the tenant's applications. */
public final class ClientEndpoints {

    private final List<Application> applications;
    private final AccessTokens tokens;

    public ClientEndpoints(List<Application> applications, AccessTokens tokens) {
        this.applications = List.copyOf(applications);
        this.tokens = tokens;
    }

    /** What is asked about applications. */
    public List<Route> routes() {
        List<String> scopes = List.of("read:clients", "read:client_keys");
        return List.of(
                new Route("GET", "/api/v2/clients", scopes, this::list),
                new Route("GET", "/api/v2/clients/{id}", scopes, this::get));
    }

    private Response list(Request request) throws Refusal {
        boolean withSecrets = seesSecrets(request);
        return new Listing<>("clients", applications, each -> shown(request, each, withSecrets)).answer(request);
    }

    private Response get(Request request) throws Refusal {
        Application found = applications.stream()
                .filter(each -> each.id().equals(request.decodedSegment(3)))
                .findFirst()
                .orElseThrow(() -> Refusal.of(404, "The client does not exist", "inexistent_client"));
        return Response.json(200, shown(request, found, seesSecrets(request)));
    }

    /** Documented: secrets need a scope of their own. */
    private boolean seesSecrets(Request request) throws Refusal {
        return tokens.scopes(request).contains("read:client_keys");
    }

    /** Recorded: the tenant is sent although it is not among the fields asked for. */
    private static ObjectNode shown(Request request, Application application, boolean withSecret) {
        return Fields.of(request).of(json(application, withSecret)).put("tenant", "local");
    }

    private static ObjectNode json(Application application, boolean withSecret) {
        ObjectNode json = Json.object()
                .put("global", false)
                .put("name", application.name())
                .put("client_id", application.id());
        if (withSecret && !application.isPublic()) {
            json.put("client_secret", application.secret());
        }
        json.put("is_first_party", true)
                .put("oidc_conformant", true)
                .put("app_type", application.kind().name().toLowerCase(Locale.ROOT))
                .put("token_endpoint_auth_method", application.isPublic() ? "none" : "client_secret_post");
        add(json.putArray("callbacks"), application.urls().callbacks().entries());
        add(json.putArray("allowed_logout_urls"), application.urls().logouts().entries());
        add(json.putArray("web_origins"), application.urls().origins().entries());
        add(json.putArray("grant_types"), new TreeSet<>(application.grants()));
        json.putObject("jwt_configuration")
                .put("alg", application.idTokenAlgorithm())
                .put("lifetime_in_seconds", 36_000)
                .put("secret_encoded", false);
        return json;
    }

    private static void add(ArrayNode array, Collection<String> values) {
        values.forEach(array::add);
    }
}
