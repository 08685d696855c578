package io.github.auth0maven.management;

import java.util.Optional;

/** The connection that users go to, its name if it could be looked at, and what its options say. */
record FoundConnection(String id, Optional<String> name, IdentifierOptions identifiers) {

    /** One that could not be looked at. */
    static FoundConnection unseen(String id) {
        return new FoundConnection(id, Optional.empty(), IdentifierOptions.UNKNOWN);
    }

    /** One as the Management API describes it. */
    static FoundConnection of(ResponseJson connection) {
        return of(connection.member("id").text(), connection);
    }

    static FoundConnection of(String id, ResponseJson connection) {
        String name = connection.member("name").text();
        return new FoundConnection(
                id, name.isEmpty() ? Optional.empty() : Optional.of(name), IdentifierOptions.of(connection));
    }
}
