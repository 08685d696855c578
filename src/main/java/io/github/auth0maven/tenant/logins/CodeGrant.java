package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.logins.LoginState.Code;
import io.github.auth0maven.tenant.logins.LoginState.Grant;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.tokens.Remembered;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Exchanges a code, once, for tokens; a code that comes again ends what came of it (RFC 6749, section 4.1.2). */
final class CodeGrant implements GrantType {

    private final LoginState state;
    private final RefreshTokens refreshTokens;
    private final TokenResponses responses;

    CodeGrant(LoginState state, RefreshTokens refreshTokens, TokenResponses responses) {
        this.state = state;
        this.refreshTokens = refreshTokens;
        this.responses = responses;
    }

    @Override
    public ObjectNode tokens(Asked asked) throws Refusal {
        String text = asked.needed("code");
        state.spentCodes().take(text).ifPresent(refreshTokens::revokeFamily);
        Code code = state.codes()
                .take(text)
                .filter(each -> each.request().application().equals(asked.application()))
                .orElseThrow(() -> OAuthError.refusal(403, "invalid_grant", "Invalid authorization code"));
        AuthorizationRequest request = code.request();
        checkRedirect(asked, request);
        checkVerifier(asked, request);
        String family = Remembered.randomText();
        state.spentCodes().put(text, family);
        Grant grant = new Grant(request.granted(), code.login(), "authorization_code");
        return responses.first(
                grant, request.parameter("nonce"), !request.parameter("max_age").isEmpty(), family);
    }

    private static void checkRedirect(Asked asked, AuthorizationRequest request) throws Refusal {
        if (!asked.parameter("redirect_uri").equals(request.redirectUri())) {
            throw OAuthError.refusal(
                    403,
                    "invalid_grant",
                    "The redirect URI is wrong. You sent " + asked.parameter("redirect_uri") + ", and we expected "
                            + request.redirectUri());
        }
    }

    /** RFC 7636; an application without a secret has nothing else to prove itself by. */
    private static void checkVerifier(Asked asked, AuthorizationRequest request) throws Refusal {
        String challenge = request.parameter("code_challenge");
        String verifier = asked.parameter("code_verifier");
        if (challenge.isEmpty()) {
            if (asked.application().isPublic()) {
                throw OAuthError.refusal(401, "access_denied", "Unauthorized");
            }
            return;
        }
        boolean hashed = request.parameter("code_challenge_method").equals("S256");
        String computed = hashed ? sha256(verifier) : verifier;
        if (!MessageDigest.isEqual(
                computed.getBytes(StandardCharsets.UTF_8), challenge.getBytes(StandardCharsets.UTF_8))) {
            throw OAuthError.refusal(403, "invalid_grant", "Failed to verify code verifier");
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
