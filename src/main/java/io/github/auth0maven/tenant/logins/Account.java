package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A user as logins see it.
 *
 * @param userId the id, with its prefix
 * @param connection the name of the connection that the user is in
 * @param profile the profile as the Management API shows it
 * @param secrets what proves who the user is: {@code password_hash} or {@code custom_password_hash}, and {@code mfa_factors}
 */
public record Account(String userId, String connection, JsonNode profile, JsonNode secrets) {

    boolean isBlocked() {
        return profile.path("blocked").asBoolean();
    }

    /** The secret of the one-time passwords that this user has to give, empty for none. */
    String otpSecret() {
        for (JsonNode factor : secrets.path("mfa_factors")) {
            if (factor.path("totp").has("secret")) {
                return factor.path("totp").path("secret").asText();
            }
        }
        return "";
    }

    /** Leaves everything out: it is a user's. */
    @Override
    public String toString() {
        return "Account[…]";
    }
}
