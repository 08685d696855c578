package io.github.auth0maven.tenant.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.server.Ids;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The identifiers of a user, as they are stored: e-mail and username in lower case, the id with its prefix [D]. */
public record Identity(Map<Identifier, String> values) {

    private static final String PREFIX = "auth0|";

    /** The identity of a user that passed the rules; without a user_id it gets 24 hex digits [R]. */
    public static Identity of(JsonNode user, Ids ids) {
        Map<Identifier, String> values = new EnumMap<>(Identifier.class);
        if (user.has("email")) {
            values.put(Identifier.EMAIL, user.path("email").asText().toLowerCase(Locale.ROOT));
        }
        if (user.has("username")) {
            values.put(Identifier.USERNAME, user.path("username").asText().toLowerCase(Locale.ROOT));
        }
        if (user.has("phone_number")) {
            values.put(Identifier.PHONE_NUMBER, user.path("phone_number").asText());
        }
        String given = user.path("user_id").asText();
        values.put(Identifier.USER_ID, PREFIX + (given.isEmpty() ? ids.hex(12) : given));
        return new Identity(values);
    }

    /** An identifier of a stored user; empty if it has none. */
    static String valueOf(Identifier identifier, JsonNode profile) {
        return profile.path(identifier.property()).asText();
    }

    /** The e-mail address; empty if there is none. */
    public String email() {
        return values.getOrDefault(Identifier.EMAIL, "");
    }

    /** What a profile is named after: the first identifier that a person would know. */
    String shown() {
        return Stream.of(Identifier.EMAIL, Identifier.USERNAME, Identifier.PHONE_NUMBER)
                .filter(values::containsKey)
                .map(values::get)
                .findFirst()
                .orElseGet(this::bareUserId);
    }

    String userId() {
        return values.getOrDefault(Identifier.USER_ID, "");
    }

    /** The user id as an identity names it, without the prefix of the provider. */
    String bareUserId() {
        return userId().substring(PREFIX.length());
    }

    /** Leaves everything out: it is a user's. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
