package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.tokens.SigningKey;
import java.net.URI;
import java.util.Map;

/** Tells clients where everything is, and the key that tokens are signed with. */
final class Discovery {

    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry(
                    "scopes_supported",
                    "openid profile offline_access name given_name family_name nickname email email_verified picture"
                            + " created_at identities phone address"),
            Map.entry("response_types_supported", "code"),
            Map.entry("response_modes_supported", "query fragment form_post web_message"),
            Map.entry("code_challenge_methods_supported", "S256 plain"),
            Map.entry("subject_types_supported", "public"),
            Map.entry("id_token_signing_alg_values_supported", "HS256 RS256"),
            Map.entry(
                    "token_endpoint_auth_methods_supported",
                    "client_secret_basic client_secret_post private_key_jwt none"),
            Map.entry("token_endpoint_auth_signing_alg_values_supported", "RS256 RS384 PS256"),
            Map.entry(
                    "grant_types_supported",
                    "authorization_code refresh_token client_credentials password " + Application.PASSWORD_REALM + " "
                            + Application.MFA_OTP),
            Map.entry(
                    "claims_supported",
                    "aud auth_time created_at email email_verified exp family_name given_name iat identities iss name"
                            + " nickname phone_number picture sub"));

    private final URI issuer;
    private final SigningKey key;

    Discovery(URI issuer, SigningKey key) {
        this.issuer = issuer;
        this.key = key;
    }

    /** {@code GET /.well-known/openid-configuration}, with those of Auth0's members whose endpoints there are. */
    Response configuration(Request http) {
        ObjectNode body = Json.object().put("issuer", issuer.toString());
        Map.of(
                        "authorization_endpoint", "authorize",
                        "token_endpoint", "oauth/token",
                        "userinfo_endpoint", "userinfo",
                        "mfa_challenge_endpoint", "mfa/challenge",
                        "jwks_uri", ".well-known/jwks.json",
                        "revocation_endpoint", "oauth/revoke",
                        "end_session_endpoint", "oidc/logout")
                .forEach((name, path) -> body.put(name, issuer.resolve(path).toString()));
        LISTS.forEach((name, values) -> {
            ArrayNode array = body.putArray(name);
            for (String value : values.split(" ", -1)) {
                array.add(value);
            }
        });
        body.put("request_uri_parameter_supported", false).put("request_parameter_supported", false);
        return Response.json(200, body);
    }

    /** {@code GET /.well-known/jwks.json}. */
    Response keys(Request http) {
        ObjectNode body = Json.object();
        ObjectNode only = body.putArray("keys").addObject();
        key.jsonWebKey().forEach(only::put);
        return Response.json(200, body);
    }
}
