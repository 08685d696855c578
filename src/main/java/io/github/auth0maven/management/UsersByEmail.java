package io.github.auth0maven.management;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.TenantUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code GET /users-by-email}: who has an address, in whatever connection; what it answers is never late. */
final class UsersByEmail {

    private final Calls calls;

    UsersByEmail(Calls calls) {
        this.calls = calls;
    }

    /** All who have the address. */
    Result<List<TenantUser>> find(String email) {
        return calls.get(
                calls.url("users-by-email").addQueryParameter("email", email.toLowerCase(Locale.ROOT)),
                (status, answer) -> {
                    List<TenantUser> users = new ArrayList<>();
                    for (ResponseJson user : ResponseJson.read(answer).items()) {
                        users.add(ReadUser.of(user));
                    }
                    return users;
                });
    }

    /**
     * When the user was created who has the address in the connection.
     *
     * @param connection by its name; in any, where that is not known
     */
    Result<Optional<Instant>> createdAt(String email, Optional<String> connection) {
        return find(email)
                .map(users -> users.stream()
                        .filter(user -> user.identities().stream()
                                .anyMatch(identity ->
                                        connection.isEmpty() || connection.get().equals(identity.connection())))
                        .map(TenantUser::createdAt)
                        .findFirst());
    }
}
