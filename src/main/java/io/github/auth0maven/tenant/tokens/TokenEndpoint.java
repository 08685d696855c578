package io.github.auth0maven.tenant.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.server.Endpoint;
import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers {@code POST /oauth/token}: the client credentials grant, as a form or as JSON. */
public final class TokenEndpoint implements Endpoint {

    private static final int BODY_LIMIT = 100_000;

    private final Client client;
    private final AccessTokens tokens;
    private final ClientAssertions assertions;

    public TokenEndpoint(Client client, AccessTokens tokens, ClientAssertions assertions) {
        this.client = client;
        this.tokens = tokens;
        this.assertions = assertions;
    }

    /** The route that this is the endpoint of. */
    public List<Route> routes() {
        return List.of(new Route("POST", "/oauth/token", List.of(), this));
    }

    @Override
    public Response answer(Request request) throws IOException, Refusal {
        Map<String, String> form = form(request);
        String grantType = form.getOrDefault("grant_type", "");
        if (grantType.isEmpty()) {
            throw refusal(400, "invalid_request", "Missing required parameter: grant_type");
        }
        if (!authenticated(form)) {
            throw refusal(401, "access_denied", "Unauthorized");
        }
        if (!grantType.equals("client_credentials")) {
            throw refusal(403, "unauthorized_client", "Grant type '" + grantType + "' not allowed for the client.");
        }
        return Response.plainJson(
                200,
                Json.object()
                        .put("access_token", token(form.getOrDefault("audience", "")))
                        .put("scope", AccessTokens.scopeText(client.scopes()))
                        .put("expires_in", tokens.lifetime().toSeconds())
                        .put("token_type", "Bearer"));
    }

    private boolean authenticated(Map<String, String> form) {
        return form.containsKey("client_assertion")
                ? assertions.proves(form.getOrDefault("client_assertion_type", ""), form.get("client_assertion"))
                : client.id().equals(form.get("client_id")) && client.secret().equals(form.get("client_secret"));
    }

    private String token(String audience) throws Refusal {
        if (audience.isEmpty()) {
            // Documented: without an audience the token is opaque, and the Management API then refuses it.
            return new Ids().alphanumeric(32);
        }
        if (!audience.equals(tokens.audience())) {
            throw refusal(403, "access_denied", "Service not found: " + audience);
        }
        if (client.scopes().isEmpty()) {
            throw refusal(
                    403,
                    "access_denied",
                    "Client is not authorized to access \"" + audience + "\". You need to create a \"client-grant\""
                            + " associated to this API. See: https://auth0.com/docs/api/v2#!/Client_Grants/post_client_grants");
        }
        return tokens.mint(client.id(), client.scopes());
    }

    private static Map<String, String> form(Request request) throws IOException, Refusal {
        String body = new String(request.body(BODY_LIMIT), StandardCharsets.UTF_8);
        return request.header("Content-Type").orElse("").startsWith("application/json") ? json(body) : pairs(body);
    }

    private static Map<String, String> pairs(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> pair : Request.decoded(body).entrySet()) {
            form.put(pair.getKey(), pair.getValue().get(0));
        }
        return form;
    }

    private static Map<String, String> json(String body) throws Refusal {
        try {
            Map<String, String> form = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> member : Json.MAPPER.readTree(body).properties()) {
                form.put(member.getKey(), member.getValue().asText());
            }
            return form;
        } catch (IOException malformed) {
            throw refusal(400, "invalid_request", "Invalid request payload JSON format");
        }
    }

    /** The authentication service answers errors in OAuth's form, not in the Management API's envelope. */
    private static Refusal refusal(int status, String error, String description) {
        return new Refusal(
                Response.plainJson(status, Json.object().put("error", error).put("error_description", description)));
    }
}
