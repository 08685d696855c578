package io.github.auth0maven.management;

/** The connection that users go to, and what its options say. */
record FoundConnection(String id, IdentifierOptions identifiers) {

    /** One that could not be looked at. */
    static FoundConnection unseen(String id) {
        return new FoundConnection(id, IdentifierOptions.UNKNOWN);
    }

    /** One as the Management API describes it. */
    static FoundConnection of(ResponseJson connection) {
        return new FoundConnection(connection.member("id").text(), IdentifierOptions.of(connection));
    }
}
