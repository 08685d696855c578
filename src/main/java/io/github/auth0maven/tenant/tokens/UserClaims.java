package io.github.auth0maven.tenant.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.applications.CustomClaim;
import io.github.auth0maven.tenant.applications.CustomClaim.Bearer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tokens and {@code /userinfo} tell of a user: by scope as OpenID Connect has it, and the claims that were configured. */
public final class UserClaims {

    private static final Map<String, List<String>> BY_SCOPE = Map.of(
            "profile", List.of("nickname", "name", "given_name", "family_name", "picture", "updated_at"),
            "email", List.of("email", "email_verified"),
            "phone", List.of("phone_number"));

    private final List<CustomClaim> custom;

    /** Claims with these beside the standard ones. */
    public UserClaims(List<CustomClaim> custom) {
        this.custom = List.copyOf(custom);
    }

    /** What the scopes open of the profile, and the configured claims of id tokens. */
    public Map<String, JsonNode> ofIdentity(JsonNode profile, Granted granted) {
        Map<String, JsonNode> claims = new LinkedHashMap<>();
        for (String scope : List.of("profile", "email", "phone")) {
            if (granted.has(scope)) {
                BY_SCOPE.getOrDefault(scope, List.of()).forEach(name -> add(claims, name, profile.path(name)));
            }
        }
        if (granted.has("phone")) {
            add(claims, "phone_number_verified", profile.path("phone_verified"));
        }
        addCustom(claims, profile, Bearer.ID);
        return claims;
    }

    /** The configured claims of access tokens. */
    Map<String, JsonNode> ofAccess(JsonNode profile) {
        Map<String, JsonNode> claims = new LinkedHashMap<>();
        addCustom(claims, profile, Bearer.ACCESS);
        return claims;
    }

    private void addCustom(Map<String, JsonNode> claims, JsonNode profile, Bearer bearer) {
        for (CustomClaim claim : custom) {
            if (claim.tokens().contains(bearer)) {
                JsonNode value = profile;
                for (String name : claim.from().split("\\.", -1)) {
                    value = value.path(name);
                }
                add(claims, claim.name(), value);
            }
        }
    }

    private static void add(Map<String, JsonNode> claims, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            claims.put(name, value);
        }
    }
}
