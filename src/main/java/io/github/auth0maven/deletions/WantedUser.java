package io.github.auth0maven.deletions;

import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Names;
import io.github.auth0maven.users.UserReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a user of the users file can be found by. */
record WantedUser(
        Optional<String> email, Optional<String> username, Optional<String> phoneNumber, Optional<String> id) {

    private static final Names IDENTIFIERS = Names.of(List.of("email", "username", "phone_number", "user_id"));

    /** Auth0 keeps users of databases under their ids with this in front. */
    private static final String PREFIX = "auth0|";

    /** Of a user, as an import sends it. */
    static WantedUser of(byte[] user) throws IOException {
        String[] found = new String[IDENTIFIERS.all().size()];
        byte[] array = new byte[user.length + 2];
        array[0] = '[';
        System.arraycopy(user, 0, array, 1, user.length);
        array[user.length + 1] = ']';
        try (UserReader reader = UserReader.over("user", array)) {
            reader.next();
            Json json = reader.user().json();
            for (int name = json.first(Json.ROOT);
                    name < json.after(Json.ROOT);
                    name = json.after(json.valueOf(name))) {
                int at = IDENTIFIERS.indexOf(json, name);
                if (at >= 0 && json.kind(json.valueOf(name)) == Json.Kind.STRING) {
                    found[at] = json.text(json.valueOf(name));
                }
            }
        }
        return new WantedUser(
                Optional.ofNullable(found[0]).map(email -> email.toLowerCase(Locale.ROOT)),
                Optional.ofNullable(found[1]).map(username -> username.toLowerCase(Locale.ROOT)),
                Optional.ofNullable(found[2]),
                Optional.ofNullable(found[3]).map(id -> id.startsWith(PREFIX) ? id : PREFIX + id));
    }

    /** A search for it, where nothing else finds it. */
    Optional<String> query(String connection) {
        return username.map(name -> "username:" + quoted(name))
                .or(() -> phoneNumber.map(number -> "phone_number:" + quoted(number)))
                .map(query -> query + " AND identities.connection:" + quoted(connection));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** What a person calls it. */
    String label() {
        return email.or(() -> username).or(() -> phoneNumber).or(() -> id).orElse("a user without identifiers");
    }

    /** Nothing of a person. */
    @Override
    public String toString() {
        return "WantedUser[]";
    }
}
