package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.logins.LoginState.Grant;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.tokens.Granted;
import io.github.auth0maven.tenant.tokens.Login;

/** Gives tokens for a refresh token, with the user's profile as it is now. */
final class RefreshGrant implements GrantType {

    private final Accounts accounts;
    private final RefreshTokens refreshTokens;
    private final TokenResponses responses;

    RefreshGrant(Accounts accounts, RefreshTokens refreshTokens, TokenResponses responses) {
        this.accounts = accounts;
        this.refreshTokens = refreshTokens;
        this.responses = responses;
    }

    @Override
    public ObjectNode tokens(Asked asked) throws Refusal {
        String token = asked.needed("refresh_token");
        boolean ofAnother = refreshTokens
                .grantOf(token)
                .filter(grant -> !grant.granted().application().equals(asked.application()))
                .isPresent();
        if (ofAnother) {
            throw unknown();
        }
        RefreshTokens.Taken taken = refreshTokens.take(token).orElseThrow(RefreshGrant::unknown);
        Login before = taken.grant().login();
        Account account = accounts.byId(before.userId()).orElseThrow(RefreshGrant::unknown);
        if (account.isBlocked()) {
            throw Authenticator.Reason.BLOCKED.asError().refusal();
        }
        String scope = asked.parameter("scope");
        Granted granted = taken.grant().granted();
        return responses.refreshed(
                taken,
                new Grant(
                        scope.isEmpty() ? granted : granted.reducedTo(AuthorizationRequest.words(scope)),
                        new Login(before.userId(), account.profile(), before.at(), before.session()),
                        "refresh_token"));
    }

    private static Refusal unknown() {
        return OAuthError.refusal(403, "invalid_grant", "Unknown or invalid refresh token.");
    }
}
