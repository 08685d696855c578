package io.github.auth0maven.management;

/**
 * Where in the tenant the users go.
 *
 * @param connection the name of a connection, or its id
 * @param preflight whether the token and the connection are looked at before the first user is sent
 */
public record Destination(String connection, boolean preflight) {}
