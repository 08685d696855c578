package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.logins.Authenticator.Result;
import io.github.auth0maven.tenant.logins.LoginState.Grant;
import io.github.auth0maven.tenant.logins.LoginState.SecondFactor;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.tokens.Granted;
import java.util.Map;

/** Gives tokens for a user's password, in the default connection or in a named one, and for the one-time password after it. */
final class PasswordGrant {

    private final Clients clients;
    private final Authenticator authenticator;
    private final LoginState state;
    private final Sessions sessions;
    private final TokenResponses responses;

    PasswordGrant(
            Clients clients,
            Authenticator authenticator,
            LoginState state,
            Sessions sessions,
            TokenResponses responses) {
        this.clients = clients;
        this.authenticator = authenticator;
        this.state = state;
        this.sessions = sessions;
        this.responses = responses;
    }

    /** The types of grants that it gives tokens for. */
    Map<String, GrantType> types(Accounts accounts) {
        return Map.of(
                "password",
                asked -> tokens(asked, accounts.defaultConnection()),
                Application.PASSWORD_REALM,
                asked -> inRealm(asked, accounts),
                Application.MFA_OTP,
                this::oneTimePassword);
    }

    private ObjectNode inRealm(GrantType.Asked asked, Accounts accounts) throws Refusal {
        String realm = asked.needed("realm");
        if (!accounts.hasConnection(realm)) {
            throw OAuthError.refusal(400, "invalid_request", "unknown realm");
        }
        return tokens(asked, realm);
    }

    private ObjectNode tokens(GrantType.Asked asked, String connection) throws Refusal {
        Granted granted = clients.grantedToPeople(asked.application(), asked.parameters())
                .orElseThrow(() ->
                        OAuthError.refusal(403, "access_denied", "Service not found: " + asked.parameter("audience")));
        Result result = authenticator.tryPassword(connection, asked.needed("username"), asked.needed("password"));
        if (result instanceof Result.Accepted accepted) {
            return responses.first(
                    new Grant(granted, sessions.begin(accepted.account(), asked.http()), "password"), "", false);
        }
        if (result instanceof Result.SecondFactor second) {
            throw secondFactorNeeded(new SecondFactor(second.account(), granted));
        }
        throw ((Result.Refused) result).reason().asError().refusal();
    }

    private Refusal secondFactorNeeded(SecondFactor second) {
        ObjectNode body = Json.object()
                .put("error", "mfa_required")
                .put("error_description", "Multifactor authentication required")
                .put("mfa_token", state.secondFactors().add(second));
        return new Refusal(new Response(403, OAuthError.HEADERS, Json.text(body)));
    }

    /** The second step; a wrong one-time password may be tried again. */
    private ObjectNode oneTimePassword(GrantType.Asked asked) throws Refusal {
        String token = asked.needed("mfa_token");
        SecondFactor second = state.secondFactors()
                .get(token)
                .filter(each -> each.granted().application().equals(asked.application()))
                .orElseThrow(() -> OAuthError.refusal(401, "expired_token", "mfa_token is expired"));
        if (!authenticator.tryOneTimePassword(second.account(), asked.needed("otp"))) {
            throw OAuthError.refusal(403, "invalid_grant", "Invalid otp_code.");
        }
        state.secondFactors().take(token);
        Grant grant = new Grant(second.granted(), sessions.begin(second.account(), asked.http()), Application.MFA_OTP);
        return responses.first(grant, "", false);
    }

    /** {@code POST /mfa/challenge}: for one-time passwords there is nothing to send [R]. */
    ObjectNode challenge(GrantType.Asked asked) throws Refusal {
        if (state.secondFactors().get(asked.needed("mfa_token")).isEmpty()) {
            throw OAuthError.refusal(401, "expired_token", "mfa_token is expired");
        }
        return Json.object().put("challenge_type", "otp");
    }
}
