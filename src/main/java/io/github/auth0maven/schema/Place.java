package io.github.auth0maven.schema;

import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Json.Kind;
import io.github.auth0maven.validation.ProjectSchema.Objections;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in a user a JSON Pointer leads.
 *
 * @param token of the value, or {@link Objections#USER} if it stands not in the file, but is given
 * @param attribute its path, as messages tell it; null if it is the user as a whole
 * @param secret whether it is not to be shown
 */
record Place(int token, @Nullable String attribute, boolean secret) {

    /** What is not to be shown, with all that it holds. */
    private static final Set<String> SECRETS = Set.of("password_hash", "custom_password_hash", "mfa_factors");

    /** Of all other names nobody knows what they are; someone may have written a password there. */
    private static final Set<String> SHOWN = Set.of(
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
            "picture",
            "app_metadata",
            "user_metadata");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final Pattern PLAIN_WORD = Pattern.compile("(?![A-Z]{7})[A-Za-z_]{1,16}");

    static Place of(Json user, String pointer) {
        if (pointer.isEmpty()) {
            return new Place(Objections.USER, null, false);
        }
        String[] names = pointer.substring(1).split("/", -1);
        String first = unescaped(names[0]);
        StringBuilder path = new StringBuilder();
        int token = Json.ROOT;
        for (String escaped : names) {
            String name = unescaped(escaped);
            boolean item = user.kind(token) == Kind.ARRAY;
            token = item ? item(user, token, Integer.parseInt(name)) : member(user, token, name);
            if (item) {
                path.append('[').append(name).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".")
                        .append(shown(name, path.length() > 0 && SECRETS.contains(first)));
            }
            if (token < 0) {
                return new Place(Objections.USER, path.toString(), false);
            }
        }
        return new Place(token, path.toString(), !SHOWN.contains(first));
    }

    private static String shown(String name, boolean amongSecrets) {
        if (amongSecrets) {
            return PLAIN_WORD.matcher(name).matches() ? name : "…";
        }
        return PLAIN.matcher(name).matches() ? name : EscapedText.text(name);
    }

    private static int member(Json json, int object, String name) {
        for (int token = json.first(object); token < json.after(object); token = json.after(json.valueOf(token))) {
            if (json.text(token).equals(name)) {
                return json.valueOf(token);
            }
        }
        return -1;
    }

    private static int item(Json json, int array, int index) {
        int token = json.first(array);
        for (int i = 0; i < index; i++) {
            token = json.after(token);
        }
        return token;
    }

    static String unescaped(String name) {
        return name.replace("~1", "/").replace("~0", "~");
    }
}
