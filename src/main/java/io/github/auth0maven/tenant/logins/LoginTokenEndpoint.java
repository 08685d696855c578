package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.applications.Api;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.tokens.Granted;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Answers {@code POST /oauth/token} and {@code POST /mfa/challenge}: authenticates the application, and lets its grant type decide. */
final class LoginTokenEndpoint {

    private final ClientAuthentication authentication;
    private final Map<String, GrantType> grantTypes;
    private final PasswordGrant passwords;

    LoginTokenEndpoint(
            ClientAuthentication authentication, Map<String, GrantType> grantTypes, PasswordGrant passwords) {
        this.authentication = authentication;
        this.grantTypes = Map.copyOf(grantTypes);
        this.passwords = passwords;
    }

    Response token(Request http) throws IOException, Refusal {
        Map<String, String> parameters = Parameters.ofBody(http);
        String type = parameters.getOrDefault("grant_type", "");
        if (type.isEmpty()) {
            throw OAuthError.missing("grant_type");
        }
        Application application = authentication.authenticated(http, parameters);
        GrantType grantType = grantTypes.get(type);
        if (grantType == null || !application.mayUse(type)) {
            throw OAuthError.refusal(
                    403, "unauthorized_client", "Grant type '" + type + "' not allowed for the client.");
        }
        return sent(grantType.tokens(new GrantType.Asked(application, parameters, http)));
    }

    Response challenge(Request http) throws IOException, Refusal {
        Map<String, String> parameters = Parameters.ofBody(http);
        Application application = authentication.authenticated(http, parameters);
        return sent(passwords.challenge(new GrantType.Asked(application, parameters, http)));
    }

    private static Response sent(ObjectNode body) {
        return new Response(200, OAuthError.HEADERS, Json.text(body));
    }

    /** Tokens for an application that acts for itself. */
    static GrantType forItself(Clients clients, MachineTokens management, TokenResponses responses) {
        return asked -> {
            String audience = asked.parameter("audience");
            if (audience.equals(management.audience())) {
                MachineTokens.Token token = management.forManagement(asked.application());
                return Json.object()
                        .put("access_token", token.text())
                        .put("scope", token.scope())
                        .put("expires_in", token.lifetime())
                        .put("token_type", "Bearer");
            }
            Optional<Api> api = clients.api(audience);
            if (api.isEmpty()) {
                throw OAuthError.refusal(403, "access_denied", "Service not found: " + audience);
            }
            Set<String> scopes = new TreeSet<>(api.get().scopes());
            if (!asked.parameter("scope").isEmpty()) {
                scopes.retainAll(AuthorizationRequest.words(asked.parameter("scope")));
            }
            return responses.forItself(new Granted(asked.application(), api, scopes), api.get());
        };
    }
}
