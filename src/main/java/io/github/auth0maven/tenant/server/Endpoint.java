package io.github.auth0maven.tenant.server;

import java.io.IOException;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Endpoint {

    Response answer(Request request) throws IOException, Refusal;
}
