package io.github.auth0maven.management;

import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
    Result<List<ResponseJson>> find(String email) {
        return calls.get(
                calls.url("users-by-email").addQueryParameter("email", email.toLowerCase(Locale.ROOT)),
                (status, answer) -> ResponseJson.read(answer).items());
    }

    /**
     * When the user was created who has the address in the connection.
     *
     * @param connection by its name; in any, where that is not known
     */
    Result<Optional<Instant>> createdAt(String email, Optional<String> connection) {
        return calls.get(
                calls.url("users-by-email").addQueryParameter("email", email.toLowerCase(Locale.ROOT)),
                (status, answer) -> createdAt(ResponseJson.read(answer).items(), connection));
    }

    private static Optional<Instant> createdAt(List<ResponseJson> users, Optional<String> connection)
            throws IOException {
        for (ResponseJson user : users) {
            for (ResponseJson identity : user.member("identities").items()) {
                String in = identity.member("connection").text();
                if (connection.isEmpty() || connection.get().equals(in)) {
                    return Optional.of(time(user.member("created_at").text()));
                }
            }
        }
        return Optional.empty();
    }

    /** A moment of a user's. */
    static Instant time(String text) throws IOException {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IOException("a user's created_at is no time");
        }
    }
}
