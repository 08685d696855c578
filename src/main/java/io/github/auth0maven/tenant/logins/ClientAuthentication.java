package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Tells which application calls: by secret in the body or as Basic, by an assertion, or, if it keeps no secret, by its id. */
final class ClientAuthentication {

    private final Clients clients;
    private final MachineTokens machineTokens;

    ClientAuthentication(Clients clients, MachineTokens machineTokens) {
        this.clients = clients;
        this.machineTokens = machineTokens;
    }

    Application authenticated(Request http, Map<String, String> parameters) throws Refusal {
        Optional<Application> application = parameters.containsKey("client_assertion")
                ? clients.application(machineTokens.provenBy(parameters))
                : bySecret(http, parameters);
        return application.orElseThrow(() -> OAuthError.refusal(401, "access_denied", "Unauthorized"));
    }

    private Optional<Application> bySecret(Request http, Map<String, String> parameters) {
        String[] basic = basic(http);
        String id = basic.length == 2 ? basic[0] : parameters.getOrDefault("client_id", "");
        String secret = basic.length == 2 ? basic[1] : parameters.getOrDefault("client_secret", "");
        return clients.application(id)
                .filter(each -> MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), each.secret().getBytes(StandardCharsets.UTF_8)));
    }

    /** The id and secret of an Authorization header, each of them form-encoded (RFC 6749, section 2.3.1). */
    private static String[] basic(Request http) {
        String header = http.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return new String[0];
        }
        try {
            byte[] pair = Base64.getDecoder().decode(header.substring(6).strip());
            String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
            for (int at = 0; at < parts.length; at++) {
                parts[at] = Request.decodedText(parts[at]);
            }
            return parts;
        } catch (IllegalArgumentException notBase64) {
            return new String[0];
        }
    }
}
