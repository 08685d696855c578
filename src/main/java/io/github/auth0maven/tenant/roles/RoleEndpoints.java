package io.github.auth0maven.tenant.roles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Body;
import io.github.auth0maven.tenant.server.Body.Kind;
import io.github.auth0maven.tenant.server.Body.Property;
import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Listing;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import io.github.auth0maven.tenant.users.Directory;
import io.github.auth0maven.tenant.users.StoredUser;
import io.github.auth0maven.tenant.users.UserEndpoints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers what is asked about roles, and about those who have them. */
public final class RoleEndpoints {

    private static final String ROLES = "/api/v2/roles";
    private static final String ONE = ROLES + "/{id}";
    private static final String OF_USER = "/api/v2/users/{id}/roles";

    private static final List<Property> PROPERTIES = List.of(
            new Property("name", Kind.TEXT, "Name of the role."),
            new Property("description", Kind.TEXT, "Description of the role."));
    private static final List<Property> MEMBERS =
            List.of(new Property("users", Kind.ARRAY, "user_id's of the users to assign the role to."));
    private static final List<Property> ASSIGNED =
            List.of(new Property("roles", Kind.ARRAY, "List of roles IDs to associate with the user."));
    private static final List<String> SHOWN_OF_MEMBERS = List.of("user_id", "email", "picture", "name");

    private final Directory directory;
    private final Roles roles = new Roles();
    private final Ids ids = new Ids();

    public RoleEndpoints(Directory directory) {
        this.directory = directory;
    }

    /** What is asked about roles. */
    public List<Route> routes() {
        List<String> readMembers = List.of("read:users", "read:roles", "read:role_members");
        return List.of(
                new Route("GET", ROLES, List.of("read:roles"), this::list),
                new Route("POST", ROLES, List.of("create:roles"), this::create),
                new Route(
                        "GET",
                        ONE,
                        List.of("read:roles"),
                        request -> Response.json(200, named(request).json())),
                new Route("PATCH", ONE, List.of("update:roles"), this::change),
                new Route("DELETE", ONE, List.of("delete:roles"), this::delete),
                new Route("GET", ONE + "/users", readMembers, this::members),
                new Route("POST", ONE + "/users", List.of("update:roles", "create:role_members"), this::addMembers),
                new Route("GET", OF_USER, readMembers, this::ofUser),
                new Route("POST", OF_USER, List.of("update:users", "create:role_members"), this::assign),
                new Route("DELETE", OF_USER, List.of("update:users", "delete:role_members"), this::unassign));
    }

    private Response list(Request request) throws Refusal {
        String part = request.parameter("name_filter").orElse("").toLowerCase(Locale.ROOT);
        List<Role> found = roles.all().stream()
                .filter(role -> role.name().toLowerCase(Locale.ROOT).contains(part))
                .toList();
        return new Listing<>("roles", found, Role::json).answer(request);
    }

    /** Recorded: 200, and not 201. */
    private Response create(Request request) throws IOException, Refusal {
        ObjectNode body = Body.json(request).check(PROPERTIES, "name");
        Role role = new Role(
                "rol_" + ids.alphanumeric(16),
                body.path("name").asText(),
                body.path("description").asText());
        if (!roles.add(role)) {
            throw Refusal.of(409, "A role with the same name already exists.");
        }
        return Response.json(200, role.json());
    }

    private Response change(Request request) throws IOException, Refusal {
        Role changed = named(request).changed(Body.json(request).check(PROPERTIES));
        roles.replace(changed);
        return Response.json(200, changed.json());
    }

    /** Recorded: 200 with an empty object. */
    private Response delete(Request request) throws Refusal {
        roles.remove(named(request).id());
        return Response.json(200, Json.object());
    }

    private Response members(Request request) throws Refusal {
        List<StoredUser> members = roles.membersOf(named(request).id()).stream()
                .map(directory::byId)
                .flatMap(Optional::stream)
                .toList();
        return new Listing<>("users", members, user -> user.profile().retain(SHOWN_OF_MEMBERS)).answer(request);
    }

    private Response addMembers(Request request) throws IOException, Refusal {
        Role role = named(request);
        List<String> users = texts(Body.json(request).check(MEMBERS, "users").path("users"));
        for (String user : users) {
            existing(user);
        }
        users.forEach(user -> roles.assign(role.id(), user));
        return Response.json(200, Json.object());
    }

    private Response ofUser(Request request) throws Refusal {
        String user = existing(request.decodedSegment(3));
        return new Listing<>("roles", roles.rolesOf(user), Role::json).answer(request);
    }

    private Response assign(Request request) throws IOException, Refusal {
        String user = existing(request.decodedSegment(3));
        assigned(request).forEach(role -> roles.assign(role, user));
        return Response.empty(204);
    }

    private Response unassign(Request request) throws IOException, Refusal {
        String user = existing(request.decodedSegment(3));
        assigned(request).forEach(role -> roles.unassign(role, user));
        return Response.empty(204);
    }

    private List<String> assigned(Request request) throws IOException, Refusal {
        List<String> named = texts(Body.json(request).check(ASSIGNED, "roles").path("roles"));
        for (String role : named) {
            existingRole(role);
        }
        return named;
    }

    private Role named(Request request) throws Refusal {
        return existingRole(request.segment(3));
    }

    /** Recorded: without an errorCode. */
    private Role existingRole(String id) throws Refusal {
        return roles.find(id).orElseThrow(() -> Refusal.of(404, "The role does not exist."));
    }

    private String existing(String userId) throws Refusal {
        return directory.byId(userId).orElseThrow(UserEndpoints::inexistent).userId();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
