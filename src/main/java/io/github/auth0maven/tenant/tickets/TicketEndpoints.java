package io.github.auth0maven.tenant.tickets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.server.Body;
import io.github.auth0maven.tenant.server.Body.Kind;
import io.github.auth0maven.tenant.server.Body.Property;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import io.github.auth0maven.tenant.users.Directory;
import io.github.auth0maven.tenant.users.Identifier;
import io.github.auth0maven.tenant.users.StoredUser;
import io.github.auth0maven.tenant.users.UserEndpoints;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes tickets for a change of password and for the verification of an e-mail address. */
public final class TicketEndpoints {

    private static final Property RESULT_URL =
            new Property("result_url", Kind.TEXT, "URL the user will be redirected to once ticket is used.");

    private static final List<Property> OF_VERIFICATION = List.of(
            RESULT_URL,
            new Property("user_id", Kind.TEXT, "user_id of for whom the ticket should be created."),
            new Property("client_id", Kind.TEXT, "ID of the client."),
            new Property("organization_id", Kind.TEXT, "Organization ID."),
            new Property("ttl_sec", Kind.NUMBER, "Number of seconds for which the ticket is valid before expiration."),
            new Property("includeEmailInRedirect", Kind.BOOLEAN, "Whether to include the email address in the URL."),
            new Property("identity", Kind.OBJECT, "The identity."));

    private static final List<Property> OF_CHANGE = List.of(
            RESULT_URL,
            new Property("user_id", Kind.TEXT, "user_id of for whom the ticket should be created."),
            new Property("client_id", Kind.TEXT, "ID of the client."),
            new Property("organization_id", Kind.TEXT, "Organization ID."),
            new Property("connection_id", Kind.TEXT, "ID of the connection."),
            new Property("email", Kind.TEXT, "Email address of the user for whom the tickets should be created."),
            new Property("ttl_sec", Kind.NUMBER, "Number of seconds for which the ticket is valid before expiration."),
            new Property("mark_email_as_verified", Kind.BOOLEAN, "Whether to set the email_verified attribute."),
            new Property("includeEmailInRedirect", Kind.BOOLEAN, "Whether to include the email address in the URL."));

    private final Directory directory;
    private final Links links;

    /**
     * What makes the links, each of a user's id and the URL that comes after.
     *
     * @param passwordChange a link to where a new password is chosen
     * @param emailVerification a link that verifies an address
     */
    public record Links(
            BiFunction<String, Optional<URI>, URI> passwordChange,
            BiFunction<String, Optional<URI>, URI> emailVerification) {}

    public TicketEndpoints(Directory directory, Links links) {
        this.directory = directory;
        this.links = links;
    }

    /** What tickets there are. */
    public List<Route> routes() {
        List<String> scopes = List.of("create:user_tickets");
        return List.of(
                new Route("POST", "/api/v2/tickets/password-change", scopes, this::passwordChange),
                new Route("POST", "/api/v2/tickets/email-verification", scopes, this::emailVerification));
    }

    private Response passwordChange(Request request) throws IOException, Refusal {
        ObjectNode body = Body.json(request).check(OF_CHANGE);
        return made(links.passwordChange().apply(user(body).userId(), resultUrl(body)));
    }

    private Response emailVerification(Request request) throws IOException, Refusal {
        ObjectNode body = Body.json(request).check(OF_VERIFICATION, "user_id");
        return made(links.emailVerification().apply(user(body).userId(), resultUrl(body)));
    }

    private static Response made(URI link) {
        return Response.json(201, Json.object().put("ticket", link.toString()));
    }

    /** Documented: by user_id, or by email and connection_id. */
    private StoredUser user(ObjectNode body) throws Refusal {
        if (body.has("user_id")) {
            return directory.byId(body.path("user_id").asText()).orElseThrow(UserEndpoints::inexistent);
        }
        if (!body.has("email")) {
            throw Body.missing("user_id");
        }
        if (!body.has("connection_id")) {
            throw Body.missing("connection_id");
        }
        Connection connection = directory
                .connections()
                .byId(body.path("connection_id").asText())
                .orElseThrow(() -> Refusal.of(404, "The connection does not exist", "inexistent_connection"));
        return directory
                .usersOf(connection)
                .find(Identifier.EMAIL, body.path("email").asText().toLowerCase(Locale.ROOT))
                .orElseThrow(UserEndpoints::inexistent);
    }

    private static Optional<URI> resultUrl(ObjectNode body) throws Refusal {
        String text = body.path("result_url").asText();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text);
            if (url.isAbsolute() && url.getHost() != null) {
                return Optional.of(url);
            }
        } catch (URISyntaxException notAUrl) {
            // As a URL without a host.
        }
        throw Body.invalid("Object didn't pass validation for format absolute-uri-or-empty: " + text, RESULT_URL);
    }
}
