package io.github.auth0maven.management;

import io.github.auth0maven.service.TenantUser;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads users as the service describes them. */
final class ReadUser {

    private ReadUser() {}

    /** The user that an answer, or a part of it, describes. */
    static TenantUser of(ResponseJson user) throws IOException {
        String id = user.member("user_id").text();
        if (id.isEmpty()) {
            throw new IOException("the answer describes no user");
        }
        Instant created = time(user, "created_at");
        String username = user.member("username").text();
        return new TenantUser(
                id,
                username.isEmpty() ? Optional.empty() : Optional.of(username),
                created,
                user.member("updated_at").text().isEmpty() ? created : time(user, "updated_at"),
                user.member("logins_count").number(0),
                identities(user),
                user.written());
    }

    private static List<TenantUser.Identity> identities(ResponseJson user) {
        List<TenantUser.Identity> identities = new ArrayList<>();
        for (ResponseJson each : user.member("identities").items()) {
            identities.add(new TenantUser.Identity(
                    each.member("connection").text(), each.member("user_id").written()));
        }
        return identities;
    }

    private static Instant time(ResponseJson user, String attribute) throws IOException {
        try {
            return Instant.parse(user.member(attribute).text());
        } catch (DateTimeParseException e) {
            throw new IOException("a user's " + attribute + " is no time");
        }
    }
}
