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
final class Matcher {

    private static final Names IDENTIFIERS = Names.of(List.of("email", "username", "user_id"));
    private static final String PREFIX = "auth0|";

    private final List<Map<String, Integer>> users = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());

    Matcher(Batch batch) {
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
                users.get(identifier).put(folded(json.text(json.valueOf(name))), user);
            }
        }
    }

    /** The user's number in the batch. */
    OptionalInt find(Identity identity) {
        return find(0, identity.email())
                .or(() -> find(2, identity.userId()))
                .or(() -> find(
                        2,
                        identity.userId().filter(id -> id.startsWith(PREFIX)).map(id -> id.substring(PREFIX.length()))))
                .or(() -> find(1, identity.username()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private Optional<Integer> find(int identifier, Optional<String> value) {
        return value.map(text -> users.get(identifier).get(folded(text)));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
