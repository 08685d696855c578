package io.github.auth0maven.attributes;

import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Json.Kind;
import io.github.auth0maven.users.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** An attribute of a user that a root attribute is made of: <code>email</code>, or <code>user_metadata.plan</code>. */
record Reference(String path, List<Names> names) {

    private static final List<String> PLAIN = List.of(
            "email",
            "username",
            "user_id",
            "phone_number",
            "email_verified",
            "phone_verified",
            "blocked",
            "given_name",
            "family_name",
            "name",
            "nickname",
            "picture");
    private static final Set<String> OBJECTS = Set.of("user_metadata", "app_metadata");
    private static final Set<String> SECRETS = Set.of("password_hash", "custom_password_hash", "mfa_factors");

    /**
     * Reads a reference.
     *
     * @throws IllegalArgumentException if it is to something that cannot be referred to, with a line that says so
     */
    static Reference of(String attribute, String path) {
        List<String> names = Arrays.asList(path.split("\\.", -1));
        String first = names.get(0);
        boolean leads = OBJECTS.contains(first)
                ? names.size() > 1 && !names.contains("")
                : names.size() == 1 && PLAIN.contains(first);
        if (!leads || path.equals(attribute)) {
            throw new IllegalArgumentException("rootAttributes: " + attribute + " cannot refer to @{" + path
                    + "}, which is " + whatElse(attribute, path, first) + "; refer to " + String.join(", ", PLAIN)
                    + " or into user_metadata and app_metadata, as in @{user_metadata.plan}");
        }
        return new Reference(
                path, names.stream().map(name -> Names.of(List.of(name))).toList());
    }

    private static String whatElse(String attribute, String path, String first) {
        if (SECRETS.contains(first)) {
            return "a secret";
        }
        if (OBJECTS.contains(path)) {
            return "an object";
        }
        return path.equals(attribute) ? "what it is to be given to those who lack it" : "none";
    }

    /** The token of the user's attribute, or -1 if the user has none that can stand in a text. */
    int find(Json user) {
        int token = Json.ROOT;
        for (Names name : names) {
            if (user.kind(token) != Kind.OBJECT) {
                return -1;
            }
            token = user.member(token, name, 0);
            if (token < 0) {
                return -1;
            }
        }
        return switch (user.kind(token)) {
            case STRING, NUMBER, TRUE, FALSE -> token;
            default -> -1;
        };
    }
}
