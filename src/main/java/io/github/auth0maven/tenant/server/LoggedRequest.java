package io.github.auth0maven.tenant.server;

/**
 * A request that the tenant saw.
 *
 * @param path the path without the query
 * @param status the status answered; 0 if a fault closed the connection
 * @param bodySize bytes of its body
 */
public record LoggedRequest(String method, String path, int status, long bodySize) {}
