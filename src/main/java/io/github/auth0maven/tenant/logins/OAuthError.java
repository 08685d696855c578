package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Response;
import java.util.Map;

/**
 * An error in OAuth's form, in Auth0's words.
 *
 * @param status the HTTP status where it is answered to a caller; a browser is sent back with the other two
 */
record OAuthError(int status, String error, String description) {

    /** Recorded: the Authentication API names no charset. */
    static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "Cache-Control", "no-store", "Pragma", "no-cache");

    static Refusal refusal(int status, String error, String description) {
        return new OAuthError(status, error, description).refusal();
    }

    static Refusal missing(String parameter) {
        return refusal(400, "invalid_request", "Missing required parameter: " + parameter);
    }

    Refusal refusal() {
        String body = Json.text(Json.object().put("error", error).put("error_description", description));
        return new Refusal(new Response(status, HEADERS, body));
    }
}
