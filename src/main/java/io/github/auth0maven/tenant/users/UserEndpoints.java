package io.github.auth0maven.tenant.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.passwords.PasswordHashes;
import io.github.auth0maven.tenant.server.Body;
import io.github.auth0maven.tenant.server.Fields;
import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Answers what is asked about single users: create, get, change, delete. */
public final class UserEndpoints {

    private static final String USERS = "/api/v2/users";
    private static final String ONE = USERS + "/{id}";

    private final Directory directory;
    private final Clock clock;
    private final PasswordHashes passwords = new PasswordHashes();
    private final Ids ids = new Ids();

    public UserEndpoints(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** What is asked about users. */
    public List<Route> routes() {
        UserList list = new UserList(directory);
        return List.of(
                new Route("GET", USERS, List.of("read:users"), list::answer),
                new Route("POST", USERS, List.of("create:users"), this::create),
                new Route("GET", ONE, List.of("read:users"), this::get),
                new Route("PATCH", ONE, List.of("update:users", "update:users_app_metadata"), this::change),
                new Route("DELETE", ONE, List.of("delete:users"), this::delete),
                new Route(
                        "DELETE", "/api/v2/connections/{id}/users", List.of("delete:users"), this::deleteOfConnection));
    }

    private Response create(Request request) throws IOException, Refusal {
        ObjectNode body = UserBody.ofCreation(request);
        Connection connection = database(body.path("connection").asText());
        boolean named = connection.options().identifiers().emailRequired()
                ? body.has("email")
                : body.has("email") || body.has("username") || body.has("phone_number");
        if (!named) {
            throw Body.missing("email");
        }
        if (!body.has("password")) {
            throw Body.missing("password");
        }
        Identity identity = Identity.of(body, ids);
        StoredUser user = new StoredUser(
                        new Profiles(connection.name(), clock).profile(identity, body), Json.object(), false)
                .withPasswordHash(passwords.hash(body.path("password").asText()));
        if (!directory.usersOf(connection).insertIfNew(identity, user)) {
            throw Refusal.of(409, "The user already exists.", "auth0_idp_error");
        }
        return Response.json(201, user.profile());
    }

    private Response get(Request request) throws Refusal {
        request.checkParameters(Set.of("fields", "include_fields"));
        return Response.json(200, Fields.of(request).of(named(request).profile()));
    }

    private Response change(Request request) throws IOException, Refusal {
        ObjectNode body = UserBody.ofChange(request);
        StoredUser before = named(request);
        refuseSeveralAtOnce(body);
        refuseTaken(body, before);
        Optional<String> hash = Optional.of(body.path("password"))
                .filter(JsonNode::isTextual)
                .map(text -> passwords.hash(text.asText()));
        StoredUser after = directory
                .change(before.userId(), user -> new UserChange(body, hash, clock).of(user))
                .orElseThrow(UserEndpoints::inexistent);
        return Response.json(200, after.profile());
    }

    /** Recorded: deleting somebody who is not there is answered alike. */
    private Response delete(Request request) {
        directory.remove(request.decodedSegment(3));
        return Response.empty(204);
    }

    /** {@code DELETE /connections/{id}/users?email=}: documented for database connections only. */
    private Response deleteOfConnection(Request request) throws Refusal {
        request.checkParameters(Set.of("email"));
        String email = request.parameter("email").orElse("");
        if (email.isEmpty()) {
            throw Refusal.of(
                    400, "Query validation error: 'Missing required property: email'.", "invalid_query_string");
        }
        Connection connection = directory
                .connections()
                .byId(request.segment(3))
                .orElseThrow(() -> Refusal.of(404, "The connection does not exist", "inexistent_connection"));
        if (!connection.strategy().equals("auth0")
                || !connection.options().identifiers().emailUnique()) {
            throw Refusal.of(400, "This operation is not supported by the connection", "operation_not_supported");
        }
        directory.usersOf(connection).remove(Identifier.EMAIL, email.toLowerCase(Locale.ROOT));
        return Response.empty(204);
    }

    private StoredUser named(Request request) throws Refusal {
        return directory.byId(request.decodedSegment(3)).orElseThrow(UserEndpoints::inexistent);
    }

    /** The refusal of a user that there is not [R]. */
    public static Refusal inexistent() {
        return Refusal.of(404, "The user does not exist.", "inexistent_user");
    }

    private Connection database(String name) throws Refusal {
        Connection connection = directory
                .connections()
                .byName(name)
                .orElseThrow(() -> Refusal.of(400, "The connection does not exist.", "inexistent_connection"));
        if (!connection.strategy().equals("auth0")) {
            throw Refusal.of(400, "Users can be created in database connections only.", "operation_not_supported");
        }
        return connection;
    }

    /** Documented: a password, and what it is checked with, are changed one at a time. */
    private static void refuseSeveralAtOnce(ObjectNode body) throws Refusal {
        for (String other : List.of("email", "email_verified", "username", "phone_number", "phone_verified")) {
            if (body.has("password") && body.has(other)) {
                throw Refusal.of(
                        400, "Cannot update password and " + other + " simultaneously", "operation_not_supported");
            }
        }
    }

    private void refuseTaken(ObjectNode body, StoredUser user) throws Refusal {
        StoredUsers others = directory.usersOf(database(user.connection()));
        for (Identifier identifier : List.of(Identifier.EMAIL, Identifier.USERNAME, Identifier.PHONE_NUMBER)) {
            String wanted = body.path(identifier.property()).asText();
            boolean isOthers = !wanted.isEmpty()
                    && others.find(identifier, wanted)
                            .filter(holder -> !holder.userId().equals(user.userId()))
                            .isPresent();
            if (isOthers) {
                throw Refusal.of(
                        400, "The specified new " + identifier.property() + " already exists", "auth0_idp_error");
            }
        }
    }
}
