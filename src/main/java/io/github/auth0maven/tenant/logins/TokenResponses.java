package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.applications.Api;
import io.github.auth0maven.tenant.logins.LoginState.Grant;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.tokens.Granted;
import io.github.auth0maven.tenant.tokens.Remembered;
import io.github.auth0maven.tenant.tokens.TokenMint;
import java.time.Duration;

/** Makes the bodies that the token endpoint answers with. */
final class TokenResponses {

    private static final Duration OPAQUE_LIFETIME = Duration.ofHours(24);

    private final TokenMint mint;
    private final LoginState state;
    private final RefreshTokens refreshTokens;

    TokenResponses(TokenMint mint, LoginState state, RefreshTokens refreshTokens) {
        this.mint = mint;
        this.state = state;
        this.refreshTokens = refreshTokens;
    }

    /** Tokens of a new login. */
    ObjectNode first(Grant grant, String nonce, boolean tellsTime) {
        return first(grant, nonce, tellsTime, Remembered.randomText());
    }

    /** Tokens of a new login, whose refresh tokens are of this family. */
    ObjectNode first(Grant grant, String nonce, boolean tellsTime, String family) {
        ObjectNode body = accessToken(grant);
        if (grant.granted().has("offline_access")) {
            body.put("refresh_token", refreshTokens.first(family, grant));
        }
        return withIdToken(body, grant, nonce, tellsTime);
    }

    /** Tokens for a refresh token, with the next one of its family. */
    ObjectNode refreshed(RefreshTokens.Taken taken, Grant now) {
        ObjectNode body = accessToken(now);
        body.put("refresh_token", refreshTokens.next(taken.family(), taken.grant()));
        return withIdToken(body, now, "", false);
    }

    /** A token with which an application acts for itself. */
    ObjectNode forItself(Granted granted, Api api) {
        return finished(Json.object().put("access_token", mint.accessToken(granted, api)), granted, api.lifetime());
    }

    private ObjectNode accessToken(Grant grant) {
        ObjectNode body = Json.object();
        return grant.granted()
                .api()
                .map(api -> body.put(
                        "access_token", mint.accessToken(grant.granted(), api, grant.login(), grant.grantType())))
                .orElseGet(() -> body.put("access_token", state.opaqueTokens().add(grant)));
    }

    private ObjectNode withIdToken(ObjectNode body, Grant grant, String nonce, boolean tellsTime) {
        if (grant.granted().has("openid")) {
            body.put("id_token", mint.idToken(grant.granted(), grant.login(), nonce, tellsTime));
        }
        return finished(
                body, grant.granted(), grant.granted().api().map(Api::lifetime).orElse(OPAQUE_LIFETIME));
    }

    private static ObjectNode finished(ObjectNode body, Granted granted, Duration lifetime) {
        if (!granted.scopes().isEmpty()) {
            body.put("scope", granted.scopeText());
        }
        return body.put("expires_in", lifetime.toSeconds()).put("token_type", "Bearer");
    }
}
