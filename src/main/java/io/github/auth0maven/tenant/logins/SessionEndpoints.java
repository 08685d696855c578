package io.github.auth0maven.tenant.logins;

import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.logins.LoginState.Grant;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.tokens.Granted;
import io.github.auth0maven.tenant.tokens.TokenMint;
import io.github.auth0maven.tenant.tokens.UserClaims;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Answers those who have logged in: who they are, that a token is revoked, that they log out. */
final class SessionEndpoints {

    private final Clients clients;
    private final Sessions sessions;
    private final UserInfo userInfo;
    private final ClientAuthentication authentication;
    private final RefreshTokens refreshTokens;

    /** What {@code /userinfo} is answered from. */
    record UserInfo(String audience, TokenMint mint, UserClaims claims, LoginState state, Accounts accounts) {

        /** What a token grants; empty for one that is none, or not for this. */
        private Optional<TokenOwner> found(String token) {
            Optional<Grant> opaque = state.opaqueTokens().get(token);
            if (opaque.isPresent()) {
                return accounts.byId(opaque.get().login().userId())
                        .map(account -> new TokenOwner(account, opaque.get().granted()));
            }
            return mint.verified(token, audience).flatMap(this::found);
        }

        private Optional<TokenOwner> found(DecodedJWT token) {
            Application unknown = Application.publicClient("");
            return accounts.byId(token.getSubject())
                    .map(account -> new TokenOwner(
                            account,
                            new Granted(
                                    unknown,
                                    Optional.empty(),
                                    AuthorizationRequest.words(
                                            token.getClaim("scope").asString()))));
        }

        private record TokenOwner(Account account, Granted granted) {}
    }

    SessionEndpoints(
            Clients clients,
            Sessions sessions,
            UserInfo userInfo,
            ClientAuthentication authentication,
            RefreshTokens refreshTokens) {
        this.clients = clients;
        this.sessions = sessions;
        this.userInfo = userInfo;
        this.authentication = authentication;
        this.refreshTokens = refreshTokens;
    }

    /** {@code GET /userinfo}. */
    Response userInfo(Request http) {
        String header = http.header("Authorization").orElse("");
        String token = header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : "";
        return userInfo.found(token)
                .filter(found -> found.granted().has("openid"))
                .map(found -> {
                    ObjectNode body = Json.object().put("sub", found.account().userId());
                    userInfo.claims()
                            .ofIdentity(found.account().profile(), found.granted())
                            .forEach(body::set);
                    return Response.json(200, body);
                })
                .orElseGet(() -> new Response(
                        401,
                        Map.of(
                                "Content-Type",
                                "text/plain; charset=utf-8",
                                "WWW-Authenticate",
                                "Bearer error=\"invalid_token\""),
                        "Unauthorized"));
    }

    /** {@code POST /oauth/revoke}: 200 also for a token that nobody knows (RFC 7009). */
    Response revoke(Request http) throws IOException, Refusal {
        Map<String, String> parameters = Parameters.ofBody(http);
        Application application = authentication.authenticated(http, parameters);
        String token = parameters.getOrDefault("token", "");
        if (token.isEmpty()) {
            throw OAuthError.missing("token");
        }
        refreshTokens
                .grantOf(token)
                .filter(grant -> grant.granted().application().equals(application))
                .ifPresent(grant -> refreshTokens.revoke(token));
        return new Response(200, OAuthError.HEADERS, "");
    }

    /** {@code GET /v2/logout}. */
    Response logout(Request http) throws Refusal {
        Map<String, String> parameters = Parameters.ofQuery(http);
        return loggedOut(http, parameters.getOrDefault("returnTo", ""), "returnTo", parameters);
    }

    /** {@code /oidc/logout}: OpenID Connect's RP-initiated logout. */
    Response oidcLogout(Request http) throws IOException, Refusal {
        Map<String, String> parameters =
                http.method().equals("POST") ? Parameters.ofBody(http) : Parameters.ofQuery(http);
        String to = parameters.getOrDefault("post_logout_redirect_uri", "");
        String state = parameters.getOrDefault("state", "");
        Response response = loggedOut(http, to, "post_logout_redirect_uri", parameters);
        return to.isEmpty() || state.isEmpty()
                ? response
                : response.with(Map.of("Location", AuthorizationResponse.withQuery(to, Map.of("state", state))));
    }

    private Response loggedOut(Request http, String to, String name, Map<String, String> parameters) throws Refusal {
        if (!to.isEmpty() && !mayLeadTo(to, parameters.getOrDefault("client_id", ""))) {
            throw LoginPages.error(
                    400,
                    "invalid_request",
                    "The \"" + name + "\" querystring parameter \"" + to
                            + "\" is not defined as a valid URL in \"Allowed Logout URLs\".");
        }
        Response response = to.isEmpty()
                ? new Response(200, Map.of("Content-Type", "text/plain; charset=utf-8"), "OK")
                : AuthorizationResponse.redirect(to);
        return response.with(Map.of("Set-Cookie", sessions.end(http)));
    }

    /** Where no application is named, those URLs count that all applications together allow. */
    private boolean mayLeadTo(String url, String clientId) {
        return clients.applications().stream()
                .filter(each -> clientId.isEmpty() || each.id().equals(clientId))
                .anyMatch(each -> each.urls().logouts().allowWithAnyQuery(url));
    }
}
