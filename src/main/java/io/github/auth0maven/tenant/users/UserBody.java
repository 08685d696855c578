package io.github.auth0maven.tenant.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Body;
import io.github.auth0maven.tenant.server.Body.Kind;
import io.github.auth0maven.tenant.server.Body.Property;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a request to create or change a user says, held against what the API takes [D]. */
final class UserBody {

    private static final List<Property> OF_BOTH = List.of(
            new Property("email", Kind.TEXT, "The user's email."),
            new Property("phone_number", Kind.TEXT, "The user's phone number (following the E.164 recommendation)."),
            new Property(
                    "user_metadata", Kind.OBJECT, "Data related to the user that does not affect the application."),
            new Property("app_metadata", Kind.OBJECT, "User metadata to which this user has read-only access."),
            new Property("blocked", Kind.BOOLEAN, "Whether this user was blocked by an administrator."),
            new Property("email_verified", Kind.BOOLEAN, "Whether this email address is verified."),
            new Property("phone_verified", Kind.BOOLEAN, "Whether this phone number has been verified."),
            new Property("verify_email", Kind.BOOLEAN, "Whether the user will receive a verification email."),
            new Property("given_name", Kind.TEXT, "The user's given name(s)."),
            new Property("family_name", Kind.TEXT, "The user's family name(s)."),
            new Property("name", Kind.TEXT, "The user's full name."),
            new Property("nickname", Kind.TEXT, "The user's nickname."),
            new Property("picture", Kind.TEXT, "A URI pointing to the user's picture."),
            new Property("username", Kind.TEXT, "The user's username."),
            new Property("password", Kind.TEXT, "Initial password for this user."),
            new Property("connection", Kind.TEXT, "Name of the connection this user should be created in."));

    private static final List<Property> OF_CREATION =
            with(new Property("user_id", Kind.TEXT, "The external user's id provided by the identity provider."));

    /** Documented: setting a root attribute to null removes it. */
    private static final Set<String> REMOVABLE = Set.of("given_name", "family_name", "name", "nickname", "picture");

    private static final List<Property> OF_CHANGE = removable(with(
            new Property("verify_phone_number", Kind.BOOLEAN, "Whether the user will receive a text."),
            new Property("verify_password", Kind.BOOLEAN, "Whether the user will receive a verification email."),
            new Property("client_id", Kind.TEXT, "Auth0 client ID.")));

    private UserBody() {}

    static ObjectNode ofCreation(Request request) throws IOException, Refusal {
        ObjectNode body = Body.json(request).check(OF_CREATION, "connection");
        checkIdentifiers(body);
        return body;
    }

    static ObjectNode ofChange(Request request) throws IOException, Refusal {
        ObjectNode body = Body.json(request).check(OF_CHANGE);
        if (body.isEmpty()) {
            throw Refusal.of(
                    400, "Payload validation error: 'Too few properties defined (0), minimum 1'.", "invalid_body");
        }
        checkIdentifiers(body);
        return body;
    }

    private static void checkIdentifiers(ObjectNode body) throws Refusal {
        JsonNode email = body.path("email");
        if (email.isTextual()) {
            if (!EmailFormat.matches(email.asText())) {
                throw Body.invalid("Object didn't pass validation for format email: " + email.asText(), OF_BOTH.get(0));
            }
            body.put("email", email.asText().toLowerCase(Locale.ROOT));
        }
        if (body.path("username").isTextual()) {
            body.put("username", body.path("username").asText().toLowerCase(Locale.ROOT));
        }
        JsonNode phone = body.path("phone_number");
        if (phone.isTextual() && !phone.asText().matches("\\+[0-9]{1,15}")) {
            throw Body.invalid("String does not match pattern ^\\+[0-9]{1,15}$", OF_BOTH.get(1));
        }
    }

    private static List<Property> with(Property... others) {
        return Stream.concat(OF_BOTH.stream(), Arrays.stream(others)).toList();
    }

    private static List<Property> removable(List<Property> properties) {
        return properties.stream()
                .map(each -> REMOVABLE.contains(each.name())
                        ? new Property(each.name(), Kind.REMOVABLE_TEXT, each.description())
                        : each)
                .toList();
    }
}
