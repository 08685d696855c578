package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.server.Endpoint;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets pages of the applications' own origins read responses, and no others. */
final class Cors {

    private final Clients clients;

    Cors(Clients clients) {
        this.clients = clients;
    }

    /** The endpoint, readable for pages; its refusals, too. */
    Endpoint open(Endpoint endpoint) {
        return request -> {
            try {
                return endpoint.answer(request).with(headers(request));
            } catch (Refusal refusal) {
                throw new Refusal(refusal.answer().with(headers(request)));
            }
        };
    }

    /** Answers a browser that asks before it calls. */
    Response preflight(Request request) {
        Map<String, String> headers = new LinkedHashMap<>(headers(request));
        if (!headers.isEmpty()) {
            headers.put("Access-Control-Allow-Methods", "GET, POST");
            headers.put("Access-Control-Max-Age", "600");
            request.header("Access-Control-Request-Headers")
                    .ifPresent(asked -> headers.put("Access-Control-Allow-Headers", asked));
        }
        return new Response(204, headers, "");
    }

    private Map<String, String> headers(Request request) {
        return request.header("Origin")
                .filter(origin -> clients.applications().stream()
                        .anyMatch(each -> each.urls().origins().allow(origin)))
                .map(origin -> Map.of("Access-Control-Allow-Origin", origin, "Vary", "Origin"))
                .orElse(Map.of());
    }
}
