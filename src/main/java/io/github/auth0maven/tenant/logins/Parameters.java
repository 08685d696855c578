package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what callers of the Authentication API send: queries, forms and JSON. */
final class Parameters {

    private static final int BODY_LIMIT = 100_000;

    private Parameters() {}

    /** The body, a form or JSON; members that are no texts as their JSON. */
    static Map<String, String> ofBody(Request request) throws IOException, Refusal {
        String body = new String(request.body(BODY_LIMIT), StandardCharsets.UTF_8);
        return request.header("Content-Type").orElse("").startsWith("application/json") ? json(body) : form(body);
    }

    /** The first value of each name in the query. */
    static Map<String, String> ofQuery(Request request) {
        return first(request.query());
    }

    private static Map<String, String> form(String body) {
        return first(Request.decoded(body));
    }

    private static Map<String, String> first(Map<String, List<String>> values) {
        Map<String, String> first = new LinkedHashMap<>();
        values.forEach((name, all) -> first.put(name, all.get(0)));
        return first;
    }

    private static Map<String, String> json(String body) throws Refusal {
        Map<String, String> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : object(body).properties()) {
            JsonNode value = member.getValue();
            members.put(member.getKey(), value.isValueNode() ? value.asText() : Json.text(value));
        }
        return members;
    }

    /** A body that has to be a JSON object. */
    static JsonNode object(String body) throws Refusal {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException malformed) {
            // told below, as everything else that is no object
        }
        throw OAuthError.refusal(400, "invalid_request", "Invalid request payload JSON format");
    }
}
