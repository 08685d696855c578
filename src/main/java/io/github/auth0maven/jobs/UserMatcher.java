package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Names;
import io.github.auth0maven.users.UserReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Leads a user that the service echoes back to its place in the batch. */
final class UserMatcher {

    private static final Names IDENTIFIERS = Names.of(List.of("email", "username", "user_id", "phone_number"));
    private static final int EMAIL = 0;
    private static final int USERNAME = 1;
    private static final int USER_ID = 2;
    private static final int PHONE_NUMBER = 3;
    private static final String PREFIX = "auth0|";

    private final List<Map<String, Integer>> users =
            List.of(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());

    UserMatcher(Batch batch) {
        try (UserReader reader = UserReader.over("batch", batch.content())) {
            while (reader.next()) {
                add(reader.user().json(), (int) reader.user().index());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a batch is made of users that have been read", e);
        }
    }

    private void add(Json json, int user) {
        for (int name = json.first(Json.ROOT); name < json.after(Json.ROOT); name = json.after(json.valueOf(name))) {
            int identifier = IDENTIFIERS.indexOf(json, name);
            if (identifier >= 0) {
                users.get(identifier).put(folded(identifier, json.text(json.valueOf(name))), user);
            }
        }
    }

    /** The user's number in the batch. */
    OptionalInt find(Identity identity) {
        return find(EMAIL, identity.email())
                .or(() -> find(USER_ID, identity.userId()))
                .or(() -> find(
                        USER_ID,
                        identity.userId().filter(id -> id.startsWith(PREFIX)).map(id -> id.substring(PREFIX.length()))))
                .or(() -> find(USERNAME, identity.username()))
                .or(() -> find(PHONE_NUMBER, identity.phoneNumber()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private Optional<Integer> find(int identifier, Optional<String> value) {
        return value.map(text -> users.get(identifier).get(folded(identifier, text)));
    }

    /** E-mail addresses and usernames are stored in lower case; ids are kept as they are. */
    private static String folded(int identifier, String text) {
        return identifier == USER_ID ? text : text.toLowerCase(Locale.ROOT);
    }
}
